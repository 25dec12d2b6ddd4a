import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import {
  createSearchResultListItemExtension,
  type SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { PostmortemClient } from 'backstage-plugin-postmortem-common';
import { postmortemApiRef } from './api';
import type { PostmortemSearchResultListItemProps } from './components/SearchResult';
import { isPostmortemResult } from './components/SearchResult/types';
import { MY_ACTION_ITEMS, PAST_INCIDENTS, RECENT_LESSONS } from './homeWidgets';
import {
  entityContentRouteRef,
  entityTabRouteRef,
  rootRouteRef,
} from './routes';

/**
 * Postmortems for portals on the legacy front-end system.
 *
 * @public
 */
export const postmortemPlugin = createPlugin({
  id: 'postmortem',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { entityTab: entityTabRouteRef },
  apis: [
    createApiFactory({
      api: postmortemApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new PostmortemClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The pages of the plugin, to be routed at `/postmortems`.
 *
 * @public
 */
export const PostmortemsPage = postmortemPlugin.provide(
  createRoutableExtension({
    name: 'PostmortemsPage',
    component: () =>
      import('./components/PostmortemsPage').then(m => m.PostmortemsPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The content of the Postmortems tab on an entity page of any kind.
 *
 * @public
 */
export const EntityPostmortemsContent = postmortemPlugin.provide(
  createRoutableExtension({
    name: 'EntityPostmortemsContent',
    component: () => import('./components/EntityTab').then(m => m.EntityTab),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The card on an entity's overview.
 *
 * @public
 */
export const EntityPostmortemsCard = postmortemPlugin.provide(
  createComponentExtension({
    name: 'EntityPostmortemsCard',
    component: {
      lazy: () => import('./components/EntityCard').then(m => m.EntityCard),
    },
  }),
);

/**
 * The open action items of whoever is signed in, for the home page.
 *
 * @public
 */
export const HomePageMyActionItems = postmortemPlugin.provide(
  createCardExtension({
    ...MY_ACTION_ITEMS,
    name: 'HomePageMyActionItems',
    components: () =>
      import('./components/HomeWidgets').then(m => ({
        Content: m.MyActionItems,
      })),
  }),
);

/**
 * The incidents of this week in earlier years, for the home page.
 *
 * @public
 */
export const HomePagePastIncidents = postmortemPlugin.provide(
  createCardExtension({
    ...PAST_INCIDENTS,
    name: 'HomePagePastIncidents',
    components: () =>
      import('./components/HomeWidgets').then(m => ({
        Content: m.PastIncidents,
      })),
  }),
);

/**
 * The lessons of the latest published postmortems, for the home page.
 *
 * @public
 */
export const HomePageRecentLessons = postmortemPlugin.provide(
  createCardExtension({
    ...RECENT_LESSONS,
    name: 'HomePageRecentLessons',
    components: () =>
      import('./components/HomeWidgets').then(m => ({
        Content: m.RecentLessons,
      })),
  }),
);

/**
 * A postmortem, a lesson or an action item among the results of a search.
 *
 * @public
 */
export const PostmortemSearchResultListItem: (
  props: SearchResultListItemExtensionProps<PostmortemSearchResultListItemProps>,
) => JSX.Element | null = postmortemPlugin.provide(
  createSearchResultListItemExtension({
    name: 'PostmortemSearchResultListItem',
    component: () =>
      import('./components/SearchResult').then(
        m => m.PostmortemSearchResultListItem,
      ),
    predicate: isPostmortemResult,
  }),
);
