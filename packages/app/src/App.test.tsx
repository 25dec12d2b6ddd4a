import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';

const CONFIG = {
  app: {
    title: 'Test portal',
    packages: 'all',
    baseUrl: 'http://localhost:3000',
    extensions: [{ 'page:home': { config: { path: '/' } } }],
  },
  organization: { name: 'Acme' },
  backend: { baseUrl: 'http://localhost:7007' },
  demo: {
    people: [
      {
        entityRef: 'user:default/ana',
        name: 'Ana Ruiz',
        role: 'On-call engineer',
        team: 'Payments',
      },
    ],
  },
};

// What the bundler finds among the app's dependencies.
const DISCOVERED = {
  modules: [
    { name: '@backstage/plugin-catalog', default: catalogPlugin },
    { name: '@backstage/plugin-home', default: homePlugin },
    { name: '@backstage/plugin-notifications', default: notificationsPlugin },
    { name: '@backstage/plugin-search', default: searchPlugin },
    { name: '@backstage/plugin-signals', default: signalsPlugin },
    { name: '@backstage/plugin-user-settings', default: userSettingsPlugin },
  ],
};

// The pages are loaded when they are first shown.
const LOADING_MS = 30_000;

describe('App', () => {
  const realFetch = global.fetch;
  const env = process.env;

  beforeEach(() => {
    window.sessionStorage.clear();
    Object.assign(window, { '__@backstage/discovered__': DISCOVERED });
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [{ data: CONFIG, context: 'test' }] as any,
    };
  });

  afterEach(() => {
    global.fetch = realFetch;
    process.env = env;
  });

  it('offers the people of the demo, and signs the chosen one in', async () => {
    const fetchMock = jest.fn(async (input: RequestInfo | URL) => {
      const url = String(input instanceof Request ? input.url : input);
      return url.endsWith('/api/auth/demo/refresh')
        ? Response.json({
            profile: { displayName: 'Ana Ruiz' },
            backstageIdentity: {
              token: 'token',
              expiresInSeconds: 3600,
              identity: {
                type: 'user',
                userEntityRef: 'user:default/ana',
                ownershipEntityRefs: ['user:default/ana'],
              },
            },
          })
        : Response.json({ items: [], totalItems: 0, pageInfo: {} });
    });
    global.fetch = fetchMock as typeof fetch;
    const { default: App } = await import('./App');

    render(App.createRoot());
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'Ana Ruiz On-call engineer · Payments' },
        { timeout: LOADING_MS },
      ),
    );

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Hello, Ana' },
        { timeout: LOADING_MS },
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'What this portal shows' }),
    ).toBeInTheDocument();
    expect(window.sessionStorage.getItem('demo.person')).toBe(
      'user:default/ana',
    );
  }, 90_000);
});
