import {
  createServiceFactory,
  type BackstageCredentials,
  type BackstageUserPrincipal,
  coreServices,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Server } from 'node:http';
import type { Knex } from 'knex';
import request from 'supertest';
import { postmortemPlugin } from '../plugin';
import { COMPANY, OWNERSHIP } from './company';
import { checkDescribed } from './openApi';

/** What a permission policy decides; everything is allowed by default. */
export type Policy = (
  permission: Permission,
  credentials: BackstageCredentials,
) => PolicyDecision;

export interface RunningPlugin {
  server: Server;
  /** A request as a user, a service, or nobody. */
  as(who: string | null): Client;
}

/** Sends requests; every answer has to be as openapi.json describes it. */
export interface Client {
  get(path: string): request.Test;
  post(path: string, body?: unknown): request.Test;
  patch(
    path: string,
    ifMatch: string | number | null,
    body: unknown,
  ): request.Test;
  delete(path: string): request.Test;
  /** A body as it is, of any type. */
  send(
    method: 'post' | 'patch',
    path: string,
    contentType: string,
    body: string | Buffer,
  ): request.Test;
  importMarkdown(markdown: string | Buffer, query?: string): request.Test;
}

const BASE = '/api/postmortem';

function authorization(who: string | null): string {
  if (who === null) {
    return mockCredentials.none.header();
  }
  return who === 'service'
    ? mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:scorecards'),
        targetPluginId: 'postmortem',
      })
    : mockCredentials.user.header(`user:default/${who}`);
}

function client(server: Server, who: string | null): Client {
  const send = (method: 'get' | 'post' | 'patch' | 'delete', path: string) =>
    request(server)
      [method](`${BASE}${path}`)
      .set('Authorization', authorization(who))
      .expect(answer => checkDescribed(method, path.split('?')[0], answer));
  return {
    get: path => send('get', path),
    post: (path, body) =>
      body === undefined
        ? send('post', path)
        : send('post', path).send(body as object),
    patch: (path, ifMatch, body) => {
      const test = send('patch', path).set(
        'Content-Type',
        'application/merge-patch+json',
      );
      if (ifMatch !== null) {
        test.set(
          'If-Match',
          typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch,
        );
      }
      return test.send(JSON.stringify(body));
    },
    delete: path => send('delete', path),
    send: (method, path, contentType, body) =>
      send(method, path)
        .set('Content-Type', contentType)
        // Otherwise bytes would be sent as JSON that tells of them.
        .serialize(raw => raw)
        .send(body),
    importMarkdown: (markdown, query = '') =>
      send('post', `/import${query}`)
        .set('Content-Type', 'text/markdown')
        .send(markdown),
  };
}

function permissionsFactory(policy: Policy) {
  const decide = (
    queries: Array<{ permission: Permission }>,
    options: { credentials: BackstageCredentials } | undefined,
  ) =>
    queries.map(({ permission }) => policy(permission, options!.credentials));
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () =>
      ({
        authorize: async (queries, options) => decide(queries, options as any),
        authorizeConditional: async (queries, options) =>
          decide(queries, options as any),
      } as PermissionsService),
  });
}

const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
      return {
        userEntityRef,
        ownershipEntityRefs: OWNERSHIP[userEntityRef] ?? [userEntityRef],
      };
    },
  }),
});

function catalogFactory(catalog: CatalogService) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog,
  });
}

/** Runs the plugin over a database, with a small company around it. */
export async function startPlugin(options: {
  knex: Knex;
  policy?: Policy;
  entities?: Entity[];
  /** Instead of one that has the entities. */
  catalog?: CatalogService;
  config?: JsonObject;
  features?: Parameters<typeof startTestBackend>[0]['features'];
}): Promise<RunningPlugin> {
  const { knex, config = {}, entities = COMPANY, features = [] } = options;
  const { server } = await startTestBackend({
    features: [
      postmortemPlugin,
      mockServices.rootConfig.factory({ data: config }),
      mockServices.database.factory({ knex }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      permissionsFactory(
        options.policy ?? (() => ({ result: AuthorizeResult.ALLOW })),
      ),
      userInfoFactory,
      catalogFactory(options.catalog ?? catalogServiceMock({ entities })),
      ...features,
    ],
  });
  return { server, as: who => client(server, who) };
}
