import { DemoSession, type DemoPerson } from './DemoSession';

const ANA: DemoPerson = {
  entityRef: 'user:default/ana',
  name: 'Ana',
  role: 'On-call engineer',
  team: 'Payments',
};
const BO: DemoPerson = { ...ANA, entityRef: 'user:default/bo', name: 'Bo' };

function answer(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

function sessionOf(token: string) {
  return {
    profile: { displayName: 'Ana' },
    backstageIdentity: {
      token,
      expiresInSeconds: 3600,
      identity: {
        type: 'user',
        userEntityRef: ANA.entityRef,
        ownershipEntityRefs: [ANA.entityRef, 'group:default/payments'],
      },
    },
  };
}

function start() {
  return new DemoSession({
    people: [ANA, BO],
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    storage: window.sessionStorage,
  });
}

describe('DemoSession', () => {
  const fetchMock = jest.fn();
  const realFetch = global.fetch;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    window.sessionStorage.clear();
    fetchMock.mockReset();
    global.fetch = fetchMock;
  });

  afterEach(() => {
    jest.useRealTimers();
    global.fetch = realFetch;
  });

  it('offers the choice until one is made, and keeps it over a reload', () => {
    expect(start().getState().person).toBeUndefined();

    start().choose(BO);

    expect(start().getState().person).toEqual(BO);
  });

  it('forgets the choice on signing out', async () => {
    const session = start();
    session.choose(ANA);

    await session.getState().identity?.signOut();

    expect(session.getState().person).toBeUndefined();
    expect(start().getState().person).toBeUndefined();
  });

  it('forgets somebody who is not listed any more', () => {
    window.sessionStorage.setItem('demo.person', 'user:default/gone');

    expect(start().getState().person).toBeUndefined();
  });

  it('asks once as the chosen person, and again before the token expires', async () => {
    fetchMock.mockImplementation(async () =>
      answer(sessionOf(`token-${fetchMock.mock.calls.length}`)),
    );
    const session = start();
    session.choose(ANA);
    const identity = session.getState().identity!;

    const tokens = await Promise.all([
      identity.getCredentials(),
      identity.getCredentials(),
    ]);
    expect(tokens).toEqual([{ token: 'token-1' }, { token: 'token-1' }]);
    expect(fetchMock).toHaveBeenCalledTimes(1);
    expect(fetchMock).toHaveBeenCalledWith(
      'http://backend/api/auth/demo/refresh',
      expect.objectContaining({
        headers: expect.objectContaining({
          'X-Demo-Person': 'user:default/ana',
        }),
      }),
    );

    jest.advanceTimersByTime(54 * 60_000);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'token-1',
    });
    jest.advanceTimersByTime(2 * 60_000);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'token-2',
    });
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      ownershipEntityRefs: ['user:default/ana', 'group:default/payments'],
    });
  });

  it('says what keeps somebody from going on, until it is over', async () => {
    fetchMock.mockResolvedValueOnce(
      answer(
        {
          error: { name: 'NotFoundError', message: 'No such user' },
          response: { statusCode: 404 },
        },
        404,
      ),
    );
    fetchMock.mockResolvedValueOnce(answer(sessionOf('token')));
    const session = start();
    const listener = jest.fn();
    session.subscribe(listener);
    session.choose(ANA);

    await expect(session.renew()).resolves.toBe(false);
    expect(session.getState().problem).toBe('No such user');

    await expect(session.renew()).resolves.toBe(true);
    expect(session.getState().problem).toBeUndefined();
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('renews a session that the portal did not accept any more', async () => {
    fetchMock.mockResolvedValueOnce(answer(sessionOf('old')));
    fetchMock.mockResolvedValueOnce(answer(sessionOf('new')));
    const session = start();
    session.choose(ANA);
    const identity = session.getState().identity!;
    await identity.getCredentials();

    session.report('The portal answered 401 Unauthorized');
    await session.renew();

    expect(session.getState().problem).toBeUndefined();
    await expect(identity.getCredentials()).resolves.toEqual({ token: 'new' });
  });
});
