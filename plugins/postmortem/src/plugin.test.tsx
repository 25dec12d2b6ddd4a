import { identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { PostmortemClient } from 'backstage-plugin-postmortem-common';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  lesson,
  overview,
  personalDuties,
  postmortemHandlers,
  summary,
} from './__testUtils__';
import { postmortemApiRef } from './api';
import {
  HomePageMyActionItems,
  HomePagePastIncidents,
  HomePageRecentLessons,
} from './plugin';
import { rootRouteRef } from './routes';

const server = setupServer();

describe('extensions of the legacy front-end system', () => {
  registerMswTestHooks(server);

  it('are widgets for the home page', async () => {
    server.use(
      ...postmortemHandlers({
        overview: overview({
          userRef: 'user:default/dele.adeyemi',
          user: personalDuties({
            thisWeekInThePast: [summary()],
            recentLessons: [lesson()],
          }),
        }),
      }),
    );

    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            postmortemApiRef,
            new PostmortemClient({
              discoveryApi: { getBaseUrl: async () => BASE_URL },
              fetchApi: { fetch: (...request) => globalThis.fetch(...request) },
            }),
          ],
          [catalogApiRef, catalogApiMock()],
          [
            identityApiRef,
            mockApis.identity({ userEntityRef: 'user:default/dele.adeyemi' }),
          ],
        ]}
      >
        <HomePageMyActionItems />
        <HomePagePastIncidents />
        <HomePageRecentLessons title="What others learned" />
      </TestApiProvider>,
      {
        mountedRoutes: {
          '/postmortems': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );

    expect(
      await screen.findByRole('link', { name: 'All 2 open' }),
    ).toBeInTheDocument();
    expect(screen.getByText('My action items')).toBeInTheDocument();
    expect(screen.getByText('This week in past incidents')).toBeInTheDocument();
    expect(screen.getByText('What others learned')).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'Checkout errors after cache failover',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Failover needs the cache warmed first'),
    ).toBeInTheDocument();
  });
});
