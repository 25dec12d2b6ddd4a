import type { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  checkout,
  lesson,
  overview,
  personalDuties,
  postmortemHandlers,
  renderWithBackend,
  summary,
  testApis,
} from '../__testUtils__';
import { rootRouteRef } from '../routes';
import {
  entityPostmortemsCard,
  entityPostmortemsContent,
  postmortemsPage,
} from './extensions';
import {
  myActionItemsWidget,
  pastIncidentsWidget,
  recentLessonsWidget,
} from './home';

const { title, group, filterFunction } = EntityContentBlueprint.dataRefs;
const server = setupServer();

function ofKind(kind: string): Entity {
  return { apiVersion: 'v1', kind, metadata: { name: 'a' } };
}

const SERVICES = ['Component', 'API', 'Resource', 'System', 'Domain'];

describe('extensions of the new front-end system', () => {
  registerMswTestHooks(server);

  it('puts a tab on the pages of services, groups and users', () => {
    const tab = createExtensionTester(entityPostmortemsContent);
    const shows = tab.get(filterFunction)!;

    expect(tab.get(title)).toBe('Postmortems');
    expect(tab.get(group)).toBe('operation');
    expect(
      [...SERVICES, 'Group', 'User', 'Location', 'Template'].filter(kind =>
        shows(ofKind(kind)),
      ),
    ).toEqual([...SERVICES, 'Group', 'User']);
  });

  it('puts a card on the pages of services', () => {
    const shows = createExtensionTester(entityPostmortemsCard).get(
      filterFunction,
    )!;

    expect(
      [...SERVICES, 'Group', 'User', 'Location'].filter(kind =>
        shows(ofKind(kind)),
      ),
    ).toEqual(SERVICES);
  });

  it("lets the portal's configuration decide on title, group and kinds", () => {
    const tab = createExtensionTester(entityPostmortemsContent, {
      config: {
        title: 'Incidents',
        group: 'overview',
        filter: { kind: 'component' },
      },
    });

    expect(tab.get(title)).toBe('Incidents');
    expect(tab.get(group)).toBe('overview');
    expect(tab.get(filterFunction)!(ofKind('Component'))).toBe(true);
    expect(tab.get(filterFunction)!(ofKind('Group'))).toBe(false);
  });

  it('renders the tab on an entity page', async () => {
    server.use(...postmortemHandlers());

    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: checkout }),
        entityPostmortemsContent,
      ],
      apis: [...testApis({ entities: [checkout] })],
      mountedRoutes: { '/postmortems': rootRouteRef },
    });

    expect(
      await screen.findByRole('table', { name: 'Latest postmortems' }),
    ).toBeInTheDocument();
  });

  it('renders the card on an entity page', async () => {
    server.use(...postmortemHandlers());

    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: checkout }),
        entityPostmortemsCard,
      ],
      apis: [...testApis({ entities: [checkout] })],
      mountedRoutes: { '/postmortems': rootRouteRef },
    });

    expect(
      await screen.findByText('Checkout errors after cache failover'),
    ).toBeInTheDocument();
  });

  it('renders the list page', async () => {
    server.use(...postmortemHandlers());

    renderTestApp({
      extensions: [postmortemsPage],
      apis: [...testApis({})],
      initialRouteEntries: ['/postmortems'],
    });

    expect(
      await screen.findByRole('heading', { name: 'All postmortems' }),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'My action items',
      createExtensionTester(myActionItemsWidget),
      'All 2 open',
    ],
    [
      'This week in past incidents',
      createExtensionTester(pastIncidentsWidget),
      'Checkout errors',
    ],
    [
      'Recent lessons',
      createExtensionTester(recentLessonsWidget),
      'Failover needs the cache',
    ],
  ])('renders the home-page widget %s', async (name, tester, words) => {
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
    const widget = tester.get(homePageWidgetDataRef);

    renderWithBackend(widget.component);

    expect(widget.title).toBe(name);
    expect(await screen.findByText(name)).toBeInTheDocument();
    expect(
      await screen.findByText(text => text.startsWith(words)),
    ).toBeInTheDocument();
  });
});
