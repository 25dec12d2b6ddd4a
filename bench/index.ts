// npm run bench: how long the answers of the backend take, compared with the
// least that any route of a Backstage backend takes.
//
//   --rows N,N       how many postmortems (10000,100000)
//   --rounds N       how many requests of each kind (500)
//   --quick          --rows 1000,5000 --rounds 40, to see that it works
//   --permissions    with the permission framework enabled: each request is
//                    then decided by the permission backend, over HTTP
//   --service        as a service with a static token, not as a user
//
// On standard output: one JSON object, and nothing else (`npm run --silent
// bench`, since npm has a heading of its own).
import { parseArgs } from 'node:util';
import { benchmark, type Result } from './benchmark';
import { startPostgres } from './postgres';

function positive(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${option} has to be a whole number above 0, not ${text}`);
  }
  return value;
}

function options() {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      permissions: { type: 'boolean', default: false },
      service: { type: 'boolean', default: false },
    },
  });
  const { quick, permissions, service } = values;
  const rows = values.rows ?? (quick ? '1000,5000' : '10000,100000');
  const rounds = values.rounds ?? (quick ? '40' : '500');
  return {
    rows: rows.split(',').map(text => positive(text, '--rows')),
    rounds: positive(rounds, '--rounds'),
    permissions,
    service,
  };
}

async function main() {
  const { rows, ...how } = options();
  const postgres = await startPostgres();
  try {
    const runs = [];
    for (const count of rows) {
      runs.push(await benchmark(postgres.connectionString, count, how));
    }
    process.stdout.write(
      `${JSON.stringify({
        database: runs[0].database,
        floorMs: runs.at(-1)!.floorMs,
        results: runs.flatMap(({ results }): Result[] => results),
      })}\n`,
    );
  } finally {
    await postgres.stop();
  }
}

main().catch(error => {
  process.stderr.write(
    `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
});
