import type { Knex } from 'knex';

/**
 * Records that something was written. The last statement of a transaction:
 * writers wait for each other from here to the end of it.
 */
export async function recordChange(trx: Knex.Transaction): Promise<void> {
  await trx('postmortem_changes').increment('counter');
}

/** The counter of changes, as part of a statement: both see the same state. */
export function changeCounter(knex: Knex): Knex.QueryBuilder {
  return knex('postmortem_changes').select('counter').as('change_counter');
}
