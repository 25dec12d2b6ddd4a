// The REST API as one of the demo's people, to set a scene or to look behind it.
import assert from 'node:assert/strict';

/** Signs in, and gives a way to call the plugin's routes. */
export async function signIn(baseUrl, person) {
  const session = await fetch(`${baseUrl}/api/auth/demo/refresh`, {
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      'X-Demo-Person': person.ref,
    },
  });
  assert.equal(session.status, 200, await session.clone().text());
  const { token } = (await session.json()).backstageIdentity;

  return async function call(method, path, body, headers = {}) {
    const response = await fetch(`${baseUrl}/api/postmortem${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    assert.ok(
      response.ok,
      `${method} ${path}: ${await response.clone().text()}`,
    );
    return response.status === 204 ? undefined : response.json();
  };
}
