import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { postmortemPermissions } from 'backstage-plugin-postmortem-common';
import { readPostmortemConfig } from './config';
import { connect } from './database/migrate';
import { markdownFormat } from './markdownFormat';
import { Identities } from './permissions/Identities';
import { PostmortemAccess } from './permissions/PostmortemAccess';
import { postmortemResourceRef } from './permissions/resource';
import { postmortemRules } from './permissions/rules';
import { toResource } from './permissions/toResource';
import { createRouter } from './router/createRouter';
import { AuthorizedPostmortemService } from './service/AuthorizedPostmortemService';
import { createPostmortemService } from './service/createPostmortemService';

/**
 * Postmortems: their storage, REST API and permissions.
 *
 * @public
 */
export const postmortemPlugin = createBackendPlugin({
  pluginId: 'postmortem',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readPostmortemConfig(deps.config);
        const { service, postmortems } = createPostmortemService({
          knex: await connect(deps.database),
          catalog: deps.catalog,
          logger: deps.logger,
          config,
          markdown: markdownFormat,
        });
        deps.permissionsRegistry.addResourceType({
          resourceRef: postmortemResourceRef,
          permissions: postmortemPermissions,
          rules: Object.values(postmortemRules),
          async getResources(ids) {
            const found = new Map(
              (await postmortems.findAll(ids)).map(
                stored => [stored.kept.id, toResource(stored)] as const,
              ),
            );
            return ids.map(id => found.get(id));
          },
        });
        const access = new PostmortemAccess({
          permissions: deps.permissions,
          identities: new Identities(deps),
          transformConditions: createConditionTransformer(
            deps.permissionsRegistry.getPermissionRuleset(
              postmortemResourceRef,
            ),
          ),
        });
        deps.httpRouter.use(
          createRouter({
            auditor: deps.auditor,
            httpAuth: deps.httpAuth,
            service: new AuthorizedPostmortemService({
              service,
              access,
              postmortems,
            }),
            markdown: markdownFormat,
          }),
        );
      },
    });
  },
});
