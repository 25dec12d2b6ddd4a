import type { Entity } from '@backstage/catalog-model';
import { type IdentityApi, identityApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type CatalogApi,
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  type PermissionApi,
  permissionApiRef,
} from '@backstage/plugin-permission-react';
import {
  type PostmortemApi,
  PostmortemClient,
} from 'backstage-plugin-postmortem-common';
import type { ReactElement } from 'react';
import { SWRConfig } from 'swr';
import { postmortemApiRef } from '../api';
import { entityContentRouteRef, rootRouteRef } from '../routes';
import { BASE_URL } from './handlers';

/**
 * `fetch`, looked up at each call, since msw replaces it. JSON is read within
 * the test's realm: as in a browser, an answer's objects are the page's own.
 */
const fetchAsInBrowser: typeof fetch = async (...request) => {
  const response = await globalThis.fetch(...request);
  response.json = async () => JSON.parse(await response.text());
  return response;
};

type TestApis = readonly [
  readonly [typeof postmortemApiRef, PostmortemApi],
  readonly [typeof catalogApiRef, CatalogApi],
  readonly [typeof permissionApiRef, PermissionApi],
  readonly [typeof identityApiRef, IdentityApi],
];

/** The APIs of a test: the real client, and a catalog in memory. */
export function testApis(options: {
  entities?: Entity[];
  /** What the permission backend says to everything. */
  authorize?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  /** The person who looks, and the groups they belong to. */
  ownershipEntityRefs?: string[];
}): TestApis {
  const { entities, authorize = AuthorizeResult.ALLOW } = options;
  return [
    [
      postmortemApiRef,
      new PostmortemClient({
        discoveryApi: { getBaseUrl: async () => BASE_URL },
        fetchApi: { fetch: fetchAsInBrowser },
      }),
    ],
    [catalogApiRef, catalogApiMock({ entities })],
    [permissionApiRef, mockApis.permission({ authorize })],
    [
      identityApiRef,
      mockApis.identity({
        userEntityRef: 'user:default/dele.adeyemi',
        ownershipEntityRefs: options.ownershipEntityRefs ?? [],
      }),
    ],
  ];
}

/**
 * Renders a page, a tab or a card in an app with the plugin's routes, whose
 * requests go to the msw handlers of the test.
 */
export function renderWithBackend(
  element: ReactElement,
  options: {
    /** The entity on whose page the element is. */
    entity?: Entity;
    entities?: Entity[];
    authorize?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    ownershipEntityRefs?: string[];
    /** The address, below the `mountPath`. */
    at?: string;
    mountPath?: string;
  } = {},
) {
  const { entity, entities = entity ? [entity] : [], at, mountPath } = options;
  return renderInTestApp(
    // What one test is permitted is not kept for the next.
    <SWRConfig value={{ provider: () => new Map() }}>
      <TestApiProvider apis={testApis({ ...options, entities })}>
        {entity ? (
          <EntityProvider entity={entity}>{element}</EntityProvider>
        ) : (
          element
        )}
      </TestApiProvider>
    </SWRConfig>,
    {
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/catalog/:namespace/:kind/:name/postmortems': entityContentRouteRef,
      },
      mountPath,
      initialRouteEntries: at ? [at] : undefined,
    },
  );
}
