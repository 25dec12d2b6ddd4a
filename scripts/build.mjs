// npm run build: the type declarations, then every package as it would be
// published, the app's production bundle, and the demo backend's own code.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const cli = require.resolve('@backstage/cli/bin/backstage-cli');

function run(cwd, file, ...args) {
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd,
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

run(root, require.resolve('typescript/bin/tsc'));
for (const name of readdirSync(`${root}/plugins`)) {
  console.log(`plugins/${name}`);
  run(`${root}/plugins/${name}`, cli, 'package', 'build');
}
console.log('packages/backend');
// As a library: the bundle that its own role asks for is made with yarn.
run(
  `${root}/packages/backend`,
  cli,
  'package',
  'build',
  '--role',
  'node-library',
);
console.log('packages/app');
run(`${root}/packages/app`, cli, 'package', 'build');
