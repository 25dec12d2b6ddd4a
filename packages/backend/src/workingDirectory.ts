import { dirname } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

// Relative paths in app-config (the database folder, the catalog's files) count
// from the working directory. Fixing it here makes them mean the same however,
// and from wherever, the backend is started.
process.chdir(dirname(resolvePackagePath('backend', 'package.json')));
