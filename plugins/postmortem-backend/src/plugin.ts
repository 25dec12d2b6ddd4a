import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { postmortemPermissions } from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import { readPostmortemConfig } from './config';
import { connect } from './database/migrate';
import { AnswerStore } from './lessons/AnswerStore';
import { LessonService } from './lessons/LessonService';
import { markdownFormat } from './markdownFormat';
import { createOwnership } from './ownership/createOwnership';
import { Identities } from './permissions/Identities';
import { PostmortemAccess } from './permissions/PostmortemAccess';
import { PostmortemGuard } from './permissions/PostmortemGuard';
import { postmortemResourceRef } from './permissions/resource';
import { postmortemRules } from './permissions/rules';
import { toResource } from './permissions/toResource';
import { scheduleReminders } from './reminders/scheduleReminders';
import { createReports } from './reports/createReports';
import { scheduleDigests } from './reports/digest/scheduleDigests';
import { createRouter } from './router/createRouter';
import { ReviewerGuard } from './reviews/ReviewerGuard';
import { AuthorizedPostmortemService } from './service/AuthorizedPostmortemService';
import { createCollaboration } from './service/createCollaboration';
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
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readPostmortemConfig(deps.config);
        const knex = await connect(deps.database);
        const clock = () => DateTime.utc().toISO();
        const collaboration = createCollaboration({
          ...deps,
          config,
          knex,
          clock,
        });
        const parts = createPostmortemService({
          notifier: collaboration.notifier,
          knex,
          clock,
          onWritten: collaboration.onWritten,
          approvals: postmortem => collaboration.reviews.approvals(postmortem),
          catalog: deps.catalog,
          logger: deps.logger,
          config,
          markdown: markdownFormat,
        });
        const { service, postmortems } = parts;
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
        await scheduleReminders({
          ...deps,
          knex,
          clock,
          settings: config.reminders,
        });
        const identities = new Identities(deps);
        const access = new PostmortemAccess({
          permissions: deps.permissions,
          identities,
          transformConditions: createConditionTransformer(
            deps.permissionsRegistry.getPermissionRuleset(
              postmortemResourceRef,
            ),
          ),
        });
        const guard = new PostmortemGuard({ access, postmortems });
        const reports = createReports({
          ...deps,
          lookups: parts,
          severities: config.severities,
          knex,
          guard,
          clock,
        });
        await scheduleDigests({
          ...deps,
          reports,
          knex,
          clock,
          settings: config.digest,
        });
        deps.httpRouter.use(
          createRouter({
            auditor: deps.auditor,
            httpAuth: deps.httpAuth,
            service: new AuthorizedPostmortemService({
              service,
              access,
              guard,
              postmortems,
            }),
            markdown: markdownFormat,
            collaboration,
            guard,
            ownership: await createOwnership({
              ...parts,
              ...deps,
              notifier: collaboration.notifier,
              config,
              knex,
              guard,
              identities,
              clock,
            }),
            lessons: new LessonService({
              ...parts,
              answers: new AnswerStore(knex),
              guard,
              identities,
              clock,
            }),
            reports,
            portalUrl: deps.config.getOptionalString('app.baseUrl'),
            reviewers: new ReviewerGuard({ guard, identities }),
          }),
        );
      },
    });
  },
});
