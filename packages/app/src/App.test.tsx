import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import homePlugin from '@backstage/plugin-home/alpha';

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
  ],
};

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
      await screen.findByRole('button', {
        name: 'Ana Ruiz On-call engineer · Payments',
      }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Hello, Ana' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'What this portal shows' }),
    ).toBeInTheDocument();
    expect(window.sessionStorage.getItem('demo.person')).toBe(
      'user:default/ana',
    );
  }, 30_000);
});
