// npm test: every unit and integration test, on SQLite and on a PostgreSQL
// server that lives as long as the run. Arguments are handed on to jest:
//
//   npm test -- plugins/postmortem-backend
//   npm test -- --watch
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './postgres.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const connectionVariable =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const args = process.argv.slice(2);

const env = {
  ...process.env,
  // Without it, backend-test-utils looks for docker when CI is set.
  BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  NODE_ENV: 'test',
  TZ: 'UTC',
};

let postgres;
if (!env[connectionVariable]) {
  try {
    postgres = await startPostgres();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  env[connectionVariable] = postgres.connectionString;
  process.stderr.write(`PostgreSQL ${postgres.version} is running.\n`);
}

const cli = createRequire(import.meta.url).resolve(
  '@backstage/cli/bin/backstage-cli',
);
const watches = args.some(arg => /^--watch/.test(arg));
const jest = spawn(
  process.execPath,
  [
    cli,
    'repo',
    'test',
    // No --watch unless it is asked for, whether or not this is a git clone.
    ...(watches ? [] : ['--watch=false', '--watchAll=false']),
    '--passWithNoTests=false',
    ...args,
  ],
  { cwd: root, env, stdio: 'inherit' },
);

// Ctrl-C reaches jest by itself (same terminal); what matters is to stay until
// it has ended, and then to stop the server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => jest.kill(signal));
}

const code = await new Promise(resolve => {
  jest.once('error', error => {
    process.stderr.write(`jest could not be started: ${error.message}\n`);
    resolve(1);
  });
  jest.once('exit', (exitCode, signal) =>
    resolve(exitCode ?? (signal ? 130 : 1)),
  );
});
await postgres?.stop();
process.exit(code);
