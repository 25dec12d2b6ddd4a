import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/** SQL statements since the start, by the plugin that sent them. */
export const statementsOf = new Map<string, number>();

/** The database service of every portal, with its statements counted. */
export const countingDatabaseFactory = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
  },
  createRootContext: ({ config }) => DatabaseManager.fromConfig(config),
  factory({ lifecycle, logger, plugin }, manager) {
    const pluginId = plugin.getId();
    const database = manager.forPlugin(pluginId, { lifecycle, logger });
    let counted: ReturnType<typeof database.getClient> | undefined;
    return {
      ...database,
      getClient() {
        counted ??= database.getClient().then(knex =>
          knex.on('query', () => {
            statementsOf.set(pluginId, (statementsOf.get(pluginId) ?? 0) + 1);
          }),
        );
        return counted;
      },
    };
  },
});
