import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** A PostgreSQL server that lives until it is stopped. */
export interface Postgres {
  connectionString: string;
  stop(): Promise<void>;
}

/** Starts the server of scripts/postgres.mjs in a process of its own. */
export async function startPostgres(): Promise<Postgres> {
  const server = spawn(
    process.execPath,
    [resolve(__dirname, '../scripts/postgres.mjs')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(server, 'exit');
  const output = await Promise.race([
    once(server.stdout, 'data'),
    ended.then(([code]) => {
      throw new Error(`PostgreSQL ended with ${code} while it was starting`);
    }),
  ]);
  return {
    connectionString: String(output[0]).trim(),
    async stop() {
      server.kill();
      await ended;
    },
  };
}
