import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ExampleLoader } from './ExampleLoader';
import { ExampleStore } from './ExampleStore';
import { PortalImportTarget } from './ImportTarget';

/**
 * Imports `examples/postmortems` through the product's own import when the
 * portal starts, each file once. `demo.examples: false` turns it off, and
 * `demo.examplesDirectory` names another folder.
 */
export const examplePostmortemsPlugin = createBackendPlugin({
  pluginId: 'example-postmortems',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({
        auth,
        catalog,
        config,
        database,
        discovery,
        lifecycle,
        logger,
      }) {
        if (config.getOptionalBoolean('demo.examples') === false) {
          return;
        }
        const loader = new ExampleLoader({
          directory: resolvePackagePath(
            'backend',
            config.getOptionalString('demo.examplesDirectory') ??
              '../../examples/postmortems',
          ),
          store: await ExampleStore.create(database),
          target: new PortalImportTarget({ auth, catalog, discovery }),
          logger,
        });
        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());
        // The portal is of use before its examples are there: start it first.
        lifecycle.addStartupHook(() => {
          loader.load(shutdown.signal).catch(error => {
            if (!shutdown.signal.aborted) {
              logger.error(
                `The example postmortems could not be loaded: ${stringifyError(
                  error,
                )}`,
              );
            }
          });
        });
      },
    });
  },
});
