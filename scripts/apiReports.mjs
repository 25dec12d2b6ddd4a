// npm run api-reports: writes report.api.md beside each package that others
// install, from the type declarations that tsc left in dist-types.
// With --ci it writes nothing and fails when a report is out of date.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const tool = resolve(
  dirname(require.resolve('@backstage/repo-tools/package.json')),
  'bin/backstage-repo-tools',
);
const ci = process.argv.includes('--ci');

function run(file, ...args) {
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

if (!ci) {
  run(require.resolve('typescript/bin/tsc'));
}
run(
  tool,
  'api-reports',
  ...(ci ? ['--ci'] : []),
  // The types that zod schemas are inferred to carry their documentation on
  // the schema. And what is wrong with the input of a package that is read
  // from its sources is told with this machine's path in it, which would make
  // the reports differ from one checkout to the next.
  '--omit-messages',
  'ae-undocumented,ae-wrong-input-file-type',
  '--allow-all-warnings',
  '--include',
  'plugins/*',
);
