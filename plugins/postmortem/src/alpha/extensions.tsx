import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { PostmortemClient } from 'backstage-plugin-postmortem-common';
import { postmortemApiRef } from '../api';
import { POSTMORTEM_ENTITY_KINDS, SERVICE_KINDS } from '../entityKinds';
import { entityContentRouteRef, rootRouteRef } from '../routes';

export const postmortemApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: postmortemApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new PostmortemClient({ discoveryApi, fetchApi }),
    }),
});

export const postmortemsPage = PageBlueprint.make({
  params: {
    path: '/postmortems',
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/PostmortemsPage').then(m => (
        <main>
          <m.PostmortemsRouter />
        </main>
      )),
  },
});

export const entityPostmortemsContent = EntityContentBlueprint.make({
  params: {
    path: 'postmortems',
    title: 'Postmortems',
    group: 'operation',
    routeRef: entityContentRouteRef,
    filter: { kind: { $in: [...POSTMORTEM_ENTITY_KINDS] } },
    loader: () => import('../components/EntityTab').then(m => <m.EntityTab />),
  },
});

export const entityPostmortemsCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: { kind: { $in: SERVICE_KINDS } },
    loader: () =>
      import('../components/EntityCard').then(m => <m.EntityCard />),
  },
});
