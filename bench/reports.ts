import { knex as createKnex, type Knex } from 'knex';
import { measuredOf, type Measured } from './measure';
import type { Portal } from './portal';
import type { World } from './world';

const API = '/api/postmortem/reports';

// What the page of the reports asks for, all at once.
const REPORTS = ['trends', 'patterns', 'durations', 'follow-through'];

// The newest of the invented incidents began before it.
const UNTIL = Date.parse('2026-11-01T00:00:00.000Z');

// As many as make a median: some take seconds.
const ROUNDS = 9;

interface PageCase {
  name: string;
  from: string;
  /** Beside the time. */
  filter: string;
  /** What a hand-written statement takes for as many rows. */
  aggregate(knex: Knex, to: string): Knex.Raw;
}

/** How one kind of page fared. */
export interface ReportResult extends Measured {
  name: string;
  /** SQL statements for the whole page. */
  statements: number;
}

/** Of the incidents and their action items, as somebody would by hand. */
function byHand(knex: Knex, from: string, to: string, teams?: string[]) {
  return knex.raw(
    `select substr(p.started_at, 1, 7), p.severity, a.type, a.status, count(distinct p.number), count(*), avg(p.time_to_resolve)
     from postmortems p join postmortem_action_items a on a.postmortem_number = p.number
     where p.deleted_at is null and p.started_at >= ? and p.started_at < ? ${
       teams
         ? 'and p.number in (select postmortem_number from postmortem_teams where team_ref = any(?))'
         : ''
     } group by 1, 2, 3, 4`,
    teams ? [from, to, teams] : [from, to],
  );
}

function casesOf({ division }: World): PageCase[] {
  const [{ ref }] = division;
  const teams = division.flatMap(group => [group.ref, ...group.children]);
  const year = '2025-11-01T00:00:00.000Z';
  const fiveYears = '2021-11-01T00:00:00.000Z';
  return [
    {
      name: 'reports, a year',
      from: year,
      filter: '',
      aggregate: (knex, to) => byHand(knex, year, to),
    },
    {
      name: 'reports, five years',
      from: fiveYears,
      filter: '&interval=quarter',
      aggregate: (knex, to) => byHand(knex, fiveYears, to),
    },
    {
      name: 'reports of a team of 500 entities',
      from: year,
      filter: `&teamRef=${ref}`,
      aggregate: (knex, to) => byHand(knex, year, to, teams),
    },
  ];
}

/** A time that nobody has asked about, so that no answer is known. */
function freshEnd(round: number): string {
  return new Date(UNTIL - round).toISOString();
}

async function timed(
  work: (round: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return measuredOf(times);
}

/**
 * Measures everything that the page of the reports asks for: as most people
 * find it, with what was asked a moment ago, and for the first time; and for
 * each kind one hand-written aggregate over the rows that it is of.
 *
 * @param connection - of the database of the plugin
 */
export async function measureReports(
  portal: Portal,
  world: World,
  connection: string,
): Promise<ReportResult[]> {
  const knex = createKnex({ client: 'pg', connection });
  const statements = async (): Promise<number> =>
    JSON.parse(await portal.get('/api/floor/statements')).postmortem;
  const results: ReportResult[] = [];
  try {
    for (const { name, from, filter, aggregate } of casesOf(world)) {
      const page = (round: number) =>
        Promise.all(
          REPORTS.map(report =>
            portal.get(
              `${API}/${report}?from=${from}&to=${freshEnd(round)}${filter}`,
            ),
          ),
        );
      const statementsOf = async (round: number): Promise<number> => {
        const before = await statements();
        await page(round);
        return (await statements()) - before;
      };
      await page(0);
      const first = await statementsOf(ROUNDS + 1);
      const again = await statementsOf(ROUNDS + 1);
      results.push(
        {
          name: `${name}, for the first time`,
          statements: first,
          ...(await timed(page)),
        },
        {
          name,
          statements: again,
          ...(await timed(() => page(ROUNDS))),
        },
        {
          name: `${name}, by hand`,
          statements: 1,
          ...(await timed(round => aggregate(knex, freshEnd(round)))),
        },
      );
    }
  } finally {
    await knex.destroy();
  }
  return results;
}
