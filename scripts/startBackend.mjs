// Starts the demo portal's backend alone:
//
//   npm run start:backend -- --config FILE --config FILE…
//
// The files' paths count from the repository root; without --config it is
// app-config.yaml. Nothing is watched: it runs
// until it is ended.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const backend = resolve(root, 'packages/backend');

const { values } = parseArgs({
  options: { config: { type: 'string', multiple: true, default: [] } },
});
const configs = values.config.map(file => resolve(root, file));

process.env.NODE_ENV ??= 'development';
process.chdir(backend);
process.argv = [
  process.execPath,
  resolve(backend, 'src/index.ts'),
  ...configs.flatMap(file => ['--config', file]),
];

// The same transform as `backstage-cli package start`, in this very process,
// so that signals and the exit code are the backend's own.
process.setSourceMapsEnabled(true);
const require = createRequire(resolve(backend, 'package.json'));
require('@backstage/cli-node/config/nodeTransform.cjs');
require('./src/index.ts');
