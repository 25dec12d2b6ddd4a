/*
 * The backend that is measured: a process of its own, so that sending the
 * requests takes nothing from answering them. The first message it gets is its
 * configuration; it says when it is ready, and runs until it is ended.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { permissionBackend } from './plugins/permission';
import { authPlugin } from './plugins/auth';
import { catalogFactory } from './plugins/catalog';
import { countingDatabaseFactory } from './plugins/countingDatabase';
import { READY } from './portal';
import { floorPlugin } from './plugins/floor';

// Standard output is the result's alone.
const logger: RootLoggerService = {
  error: message => process.stderr.write(`${message}\n`),
  // That it runs on this machine alone, without permissions: on purpose.
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => logger,
};

async function start(config: JsonObject) {
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
  );
  backend.add(countingDatabaseFactory);
  backend.add(catalogFactory);
  backend.add(authPlugin);
  backend.add(floorPlugin);
  permissionBackend.forEach(feature => backend.add(feature));
  backend.add(import('backstage-plugin-postmortem-backend'));
  await backend.start();
}

process.once('message', config => {
  start(config as JsonObject).then(
    () => process.send!(READY),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
