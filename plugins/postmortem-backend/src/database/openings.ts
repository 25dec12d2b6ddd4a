import type { Knex } from 'knex';
import { dayOf } from './days';

/** The table of which it is kept when each row was first there. */
export const OPENED_TABLE = 'postmortem_action_items';

/**
 * Rows of action items with the day on which each was first written: as it is
 * stored now, or that of this write. The document does not know it.
 */
export async function withOpenings(
  trx: Knex.Transaction,
  number: number,
  rows: object[],
  writtenAt: string,
): Promise<object[]> {
  const stored: Array<{ id: string; opened_day: number }> = await trx(
    OPENED_TABLE,
  )
    .select('id', 'opened_day')
    .where({ postmortem_number: number });
  const known = new Map(stored.map(row => [row.id, row.opened_day]));
  return rows.map(row => ({
    ...row,
    opened_day: known.get((row as { id: string }).id) ?? dayOf(writtenAt),
  }));
}
