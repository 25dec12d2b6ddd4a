import './workingDirectory';
import { createBackend } from '@backstage/backend-defaults';
import { authModuleDemoProvider } from './auth';
import { examplePostmortemsPlugin } from './examplePostmortems';
import { permissionModuleDemoPolicy } from './permissions';

const backend = createBackend();

// Serves the built front end where there is one; in development the front end
// has a server of its own.
backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(authModuleDemoProvider);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(permissionModuleDemoPolicy);

backend.add(import('@backstage/plugin-search-backend'));
// Takes over from the built-in engine only when the database is PostgreSQL.
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('backstage-plugin-search-backend-module-postmortem'));

backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('backstage-plugin-postmortem-backend'));
backend.add(examplePostmortemsPlugin);

// A portal of which a part is missing must not look as if it ran.
backend.start().catch(error => {
  console.error(error);
  process.exit(1);
});
