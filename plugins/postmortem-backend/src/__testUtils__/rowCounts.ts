import type { Knex } from 'knex';
import { PROJECTIONS } from '../database/projections';
import { toNumber } from '../database/sql';

const TABLES = [
  'postmortems',
  'postmortem_revisions',
  ...PROJECTIONS.map(({ table }) => table),
];

/** How many rows each table has: nothing was stored while they stay the same. */
export async function rowCounts(knex: Knex): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const [row] = await knex(table).count({ n: '*' });
    counts[table] = toNumber(row.n);
  }
  return counts;
}
