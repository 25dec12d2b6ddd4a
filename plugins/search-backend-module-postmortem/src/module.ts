import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { PostmortemCollatorFactory } from './PostmortemCollatorFactory';

const SCHEDULE_KEY = 'search.collators.postmortem.schedule';

const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

/**
 * Indexes postmortems, their lessons and their action items, every ten minutes
 * unless `search.collators.postmortem.schedule` says otherwise.
 *
 * @public
 */
export const searchModulePostmortemCollator = createBackendModule({
  pluginId: 'search',
  moduleId: 'postmortem-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const schedule = config.getOptionalConfig(SCHEDULE_KEY);
        for (const factory of PostmortemCollatorFactory.createAll({
          auth,
          discovery,
        })) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(
              schedule
                ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
                : DEFAULT_SCHEDULE,
            ),
            factory,
          });
        }
      },
    });
  },
});
