import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import {
  launch,
  openContext,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';
import { waitUntilSaved, write } from '../support/form.mjs';
import { Portal } from '../support/portal.mjs';

// These end the backend, so they have a portal of their own.
describe('when the backend ends', () => {
  let browser;
  let portal;
  before(async () => {
    browser = await launch();
    portal = await Portal.start();
  });
  after(async () => {
    await browser.close();
    await portal?.stop();
  });

  async function open(key) {
    const context = await openContext(browser, {
      baseUrl: portal.baseUrl,
      person: PEOPLE.onCall.ref,
    });
    const page = await context.newPage();
    await page.goto(`/postmortems/${key}/edit`);
    await page.getByRole('heading', { name: new RegExp(`^${key} `) }).waitFor();
    return page;
  }

  it('loses nothing that it had confirmed, and loads no example twice', async () => {
    assert.match(portal.examplesLine, /^Example postmortems: \d\d loaded, 0 /);
    const earlier = await signIn(portal.baseUrl, PEOPLE.onCall);
    const titles = Array.from(
      { length: 10 },
      (_, index) => `Confirmed before a crash ${index}`,
    );
    for (const title of titles) {
      await earlier('POST', '/postmortems', { title });
    }
    const { totalItems } = await earlier('GET', '/postmortems');

    await portal.kill();
    await portal.boot();

    assert.match(portal.examplesLine, /^Example postmortems: 0 loaded, \d\d /);
    const call = await signIn(portal.baseUrl, PEOPLE.onCall);
    const list = await call(
      'GET',
      '/postmortems?q=Confirmed+before+a+crash&limit=100',
    );
    assert.deepEqual(list.items.map(({ title }) => title).sort(), titles);
    assert.equal((await call('GET', '/postmortems')).totalItems, totalItems);
  });

  it('keeps what is typed meanwhile, and saves it once it is back', async () => {
    const call = await signIn(portal.baseUrl, PEOPLE.onCall);
    const { id, key } = await call('POST', '/postmortems', {
      title: 'Typed through an outage',
    });
    const page = await open(key);
    await write(page, 'What ended it', 'Typed before.');
    await waitUntilSaved(page);

    await portal.kill();
    await write(page, 'Technical cause', 'Typed meanwhile.');
    await page.getByText(/Your text is kept in this browser/).waitFor();
    await screenshot(page, 'editor-offline');
    await portal.boot();
    // By itself: nobody presses anything.
    await waitUntilSaved(page, 60_000);

    const stored = await (
      await signIn(portal.baseUrl, PEOPLE.onCall)
    )('GET', `/postmortems/${id}`);
    assert.equal(stored.resolution.description, 'Typed before.');
    assert.equal(stored.rootCause.technical, 'Typed meanwhile.');
    await page.context().close();
  });

  it('loses nothing when it is killed in the middle of saving', async () => {
    const call = await signIn(portal.baseUrl, PEOPLE.onCall);
    const { id, key } = await call('POST', '/postmortems', {
      title: 'Killed while it saved',
    });
    const page = await open(key);
    await write(page, 'What ended it', 'Saved before.');
    await waitUntilSaved(page);

    const saving = page.waitForRequest(
      request => request.method() === 'PATCH' && request.url().includes(id),
    );
    await write(page, 'Technical cause', 'On its way.');
    await saving;
    await portal.kill();
    await portal.boot();
    const field = page.getByRole('textbox', { name: 'Technical cause' });
    assert.equal(await field.inputValue(), 'On its way.');
    await waitUntilSaved(page, 60_000);

    const stored = await (
      await signIn(portal.baseUrl, PEOPLE.onCall)
    )('GET', `/postmortems/${id}`);
    assert.equal(stored.resolution.description, 'Saved before.');
    assert.equal(stored.rootCause.technical, 'On its way.');
    await page.context().close();
  });

  it('brings text back that was typed meanwhile when the window was closed', async () => {
    const call = await signIn(portal.baseUrl, PEOPLE.onCall);
    const { id, key } = await call('POST', '/postmortems', {
      title: 'Closed during an outage',
    });
    const page = await open(key);
    await portal.kill();
    await write(page, 'Technical cause', 'Typed, then closed.');
    await page.getByText(/Your text is kept in this browser/).waitFor();
    const context = page.context();
    await page.close({ runBeforeUnload: false });
    await portal.boot();

    const again = await context.newPage();
    await again.goto(`/postmortems/${key}/edit`);
    const field = again.getByRole('textbox', { name: 'Technical cause' });
    await field.waitFor();
    assert.equal(await field.inputValue(), 'Typed, then closed.');
    await waitUntilSaved(again);

    const stored = await (
      await signIn(portal.baseUrl, PEOPLE.onCall)
    )('GET', `/postmortems/${id}`);
    assert.equal(stored.rootCause.technical, 'Typed, then closed.');
    await context.close();
  });

  it('keeps what is typed when the session has run out', async () => {
    const call = await signIn(portal.baseUrl, PEOPLE.onCall);
    const { id, key } = await call('POST', '/postmortems', {
      title: 'Typed after the session',
    });
    const page = await open(key);
    const patches = '**/api/postmortem/**';
    await page.route(patches, route =>
      route.fulfill({
        status: 401,
        json: {
          error: { name: 'AuthenticationError', message: 'Illegal token' },
          response: { statusCode: 401 },
        },
      }),
    );
    await write(page, 'Technical cause', 'Typed too late.');
    await page.getByText(/Your session has ended/).waitFor();
    const notice = page
      .getByRole('alert')
      .filter({ hasText: 'You are not signed in any more' });
    await notice.waitFor();
    await screenshot(page, 'editor-signed-out');

    await page.unroute(patches);
    await notice.getByRole('button', { name: 'Sign in again' }).click();
    await notice.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Retry' }).click();
    await waitUntilSaved(page);

    const stored = await call('GET', `/postmortems/${id}`);
    assert.equal(stored.rootCause.technical, 'Typed too late.');
    await page.context().close();
  });
});
