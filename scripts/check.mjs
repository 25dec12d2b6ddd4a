// npm run check: everything that can be said about the code without running
// it. One line a step; what a failing step printed comes below its line.
//
//   npm run check             all steps
//   npm run check -- eslint   only the steps whose name contains "eslint"
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(command, ...args) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return {
    ok: result.status === 0,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${
      result.error?.message ?? ''
    }`,
  };
}

const npmScript = (name, ...args) =>
  run('npm', 'run', '--silent', name, '--', ...args);

const configCheck = (...files) =>
  run(
    'npx',
    '--no-install',
    'backstage-cli',
    'config:check',
    '--strict',
    '--lax',
    ...files.flatMap(file => ['--config', file]),
  );

// A lockfile with addresses in it installs only where that registry is.
function lockfile() {
  const { packages } = JSON.parse(
    readFileSync(`${root}/package-lock.json`, 'utf8'),
  );
  const addresses = Object.entries(packages).filter(([, entry]) =>
    /^[a-z+]+:/.test(entry.resolved ?? ''),
  );
  return {
    ok: addresses.length === 0,
    output: addresses
      .slice(0, 10)
      .map(([name]) => `${name || 'the root'} has an address\n`)
      .join(''),
  };
}

// The registry that this machine installs from is nobody else's business.
function registryHost() {
  const { output } = run('npm', 'config', 'get', 'registry', '--silent');
  const address = output.split('\n').find(line => /^https?:/.test(line));
  const host = new URL(address.trim()).hostname;
  const found = run(
    'git',
    'grep',
    '--no-index',
    '--exclude-standard',
    '-lF',
    host,
  );
  return {
    ok: !found.ok && found.output.trim() === '',
    output: found.output,
  };
}

const steps = [
  ['tsc', () => npmScript('tsc')],
  ['eslint', () => npmScript('lint')],
  ['prettier', () => npmScript('format:check')],
  ['OpenAPI document', () => npmScript('openapi', '--check')],
  ['API reports', () => npmScript('api-reports', '--ci')],
  ['app-config.yaml', () => configCheck('app-config.yaml')],
  [
    'app-config.postgres.yaml',
    () => configCheck('app-config.yaml', 'app-config.postgres.yaml'),
  ],
  ['lockfile without addresses', lockfile],
  ['no registry host in a file', registryHost],
];

const wanted = process.argv.slice(2);
let failed = 0;
for (const [name, step] of steps) {
  if (wanted.length && !wanted.some(part => name.includes(part))) {
    continue;
  }
  const start = Date.now();
  let result;
  try {
    result = step();
  } catch (error) {
    result = { ok: false, output: `${error.stack}\n` };
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${result.ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!result.ok) {
    failed += 1;
    console.log(result.output.trimEnd().replace(/^/gm, '       '));
  }
}
if (failed) {
  console.log(`${failed} of the checks failed.`);
  process.exit(1);
}
