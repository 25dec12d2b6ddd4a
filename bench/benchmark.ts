import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { knex as createKnex } from 'knex';
import { seedPostmortems } from '../plugins/postmortem-backend/src/dev/seedPostmortems';
import { casesOf, floor } from './cases';
import { measure, measuredOf, type Case, type Measured } from './measure';
import { startPortal, type Portal } from './portal';
import { measureReports } from './reports';
import { issueUserToken } from './userToken';
import { worldOf, type World } from './world';
import { writesOf } from './writes';

/** How one kind of request fared with one number of postmortems. */
export interface Result {
  name: string;
  rows: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /**
   * The p50, in multiples of the floor's p50 in the same run; of writes, in
   * multiples of a bare insert of the same bytes.
   */
  ratio: number;
  /** SQL statements a request. */
  statements: number;
}

/** Who asks, and how often. */
export interface BenchmarkOptions {
  rounds: number;
  permissions: boolean;
  service: boolean;
}

/** Over how many days the incidents began: five years. */
const DAYS = 5 * 365;

const SERVICE_TOKEN = 'a-static-token-for-the-bench-alone';

const progress = (text: string) => process.stderr.write(`${text}\n`);
const round = (value: number) => Number(value.toFixed(2));

/** Before the names of the databases of a run; the plugin's id comes behind. */
const prefixOf = (rows: number) => `bench_${rows}_`;

/** @returns the database's name and version. */
async function seed(
  connection: string,
  rows: number,
  { entityRefs, teamRefs, userRefs, tags }: World,
): Promise<string> {
  const name = `${prefixOf(rows)}postmortem`;
  const server = createKnex({ client: 'pg', connection });
  await server.raw('create database ??', [name]);
  await server.destroy();
  const knex = createKnex({
    client: 'pg',
    connection: `${connection}/${name}`,
  });
  try {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-postmortem-backend',
        'migrations',
      ),
    });
    await seedPostmortems(knex, {
      count: rows,
      entityRefs,
      teamRefs,
      userRefs,
      audienceTags: tags,
      days: DAYS,
    });
    // As autovacuum leaves a database that has been there for a while.
    await knex.raw('vacuum analyze');
    const { rows: answer } = await knex.raw('show server_version');
    return `PostgreSQL ${answer[0].server_version}`;
  } finally {
    await knex.destroy();
  }
}

function resultOf(
  name: string,
  rows: number,
  { perSecond, p50, p99 }: Measured,
  lowest: number,
  statements: number,
): Result {
  return {
    name,
    rows,
    requestsPerSecond: round(perSecond),
    p50Ms: round(p50),
    p99Ms: round(p99),
    ratio: round(p50 / lowest),
    statements,
  };
}

async function statementsOf(portal: Portal, item: Case): Promise<number> {
  const count = async (): Promise<number> =>
    JSON.parse(await portal.get('/api/floor/statements')).postmortem;
  const before = await count();
  await portal.send(item, 0);
  return (await count()) - before;
}

// Enough for a median of what the catalog takes.
const CATALOG_ROUNDS = 50;

/** What the catalog of the bench itself takes of each request of a kind. */
async function catalogOf(portal: Portal, item: Case): Promise<Measured> {
  const total = async (): Promise<number> =>
    JSON.parse(await portal.get('/api/floor/catalog')).ms;
  const times: number[] = [];
  let before = await total();
  for (let index = 0; index < CATALOG_ROUNDS; index++) {
    await portal.send(item, index);
    const after = await total();
    times.push(after - before);
    before = after;
  }
  return measuredOf(times);
}

/** Measures every kind of request with one number of postmortems. */
export async function benchmark(
  connection: string,
  rows: number,
  { rounds, permissions, service }: BenchmarkOptions,
): Promise<{
  database: string;
  floorMs: { p50: number; p99: number };
  results: Result[];
}> {
  const world = worldOf(rows);
  progress(`${rows} postmortems: writing them`);
  const database = await seed(connection, rows, world);

  const { token, jwk } = await issueUserToken(world.user.userEntityRef);
  const portal = await startPortal(
    {
      backend: {
        database: { client: 'pg', connection, prefix: prefixOf(rows) },
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: SERVICE_TOKEN, subject: 'bench' },
            },
          ],
        },
      },
      permission: { enabled: permissions },
      bench: { user: { ...world.user, jwk }, rows },
    },
    service ? SERVICE_TOKEN : token,
  );
  try {
    progress(`${rows} postmortems: finding the deep page`);
    const cases = await casesOf(portal, world, rows);
    progress(`${rows} postmortems: ${rounds} rounds`);
    const writes = await writesOf(portal, world);
    const often = { warmUp: Math.ceil(rounds / 5), rounds };
    // Apart from each other: totals are counted anew after each write.
    const read = await measure(portal, [floor, ...cases], often);
    const wrote = await measure(portal, [writes.floor, ...writes.cases], often);
    const { p50, p99 } = read.get(floor)!;
    const results: Result[] = [];
    for (const [item, took] of [...read, ...wrote]) {
      if (item !== floor) {
        const lowest = read.has(item) ? p50 : wrote.get(writes.floor)!.p50;
        const statements = await statementsOf(portal, item);
        results.push(resultOf(item.name, rows, took, lowest, statements));
      }
    }
    for (const item of cases.filter(({ asksCatalog }) => asksCatalog)) {
      const took = await catalogOf(portal, item);
      results.push(resultOf(`catalog of ${item.name}`, rows, took, p50, 0));
    }
    const reports = await measureReports(
      portal,
      world,
      `${connection}/${prefixOf(rows)}postmortem`,
    );
    for (const { name, statements, ...took } of reports) {
      results.push(resultOf(name, rows, took, p50, statements));
    }
    return { database, floorMs: { p50: round(p50), p99: round(p99) }, results };
  } finally {
    await portal.stop();
  }
}
