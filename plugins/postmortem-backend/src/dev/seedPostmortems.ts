import type { Knex } from 'knex';
import { recordChange } from '../database/changes';
import { columnsOf } from '../database/columns';
import { PROJECTIONS } from '../database/projections';
import { toPostmortem, type StoredPostmortem } from '../database/rows';
import { insertAll, isPostgres, toNumber } from '../database/sql';
import { answerRows } from './seedAnswers';
import {
  syntheticPostmortem,
  type SyntheticWorld,
} from './syntheticPostmortem';

/** How many postmortems one transaction writes. */
const BATCH = 500;

/** What to write; whatever is left out of the world is invented. */
export interface SeedOptions extends Partial<SyntheticWorld> {
  count: number;
}

/** What was written. */
export interface SeedSummary {
  postmortems: number;
  actionItems: number;
}

function invented(kind: string, name: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) =>
      `${kind}:default/${name}-${String(index + 1).padStart(4, '0')}`,
  );
}

function worldOf({ count, ...given }: SeedOptions): SyntheticWorld {
  return {
    seed: '1',
    // With three or so of them in each postmortem, about thirty in the list of
    // each, however many there are in all.
    entityRefs: invented('component', 'synthetic', Math.max(40, count / 10)),
    teamRefs: invented('group', 'synthetic', Math.max(6, count / 500)),
    userRefs: invented('user', 'synthetic', Math.max(25, count / 100)),
    severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
    until: new Date('2026-11-01T00:00:00.000Z'),
    days: 3 * 365,
    ...given,
  };
}

async function insertRows(
  trx: Knex.Transaction,
  table: string,
  rows: object[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  if (!isPostgres(trx)) {
    await insertAll(trx, table, rows);
    return;
  }
  // One parameter for all rows: several times as fast as one a value.
  const columns = Object.keys(rows[0]);
  const names = columns.map(() => '??').join(', ');
  await trx.raw(
    `insert into ?? (${names}) select ${names} from json_populate_recordset(null::??, ?)`,
    [table, ...columns, ...columns, table, JSON.stringify(rows)],
  );
}

async function insertBatch(
  trx: Knex.Transaction,
  batch: StoredPostmortem[],
): Promise<void> {
  await insertRows(
    trx,
    'postmortems',
    batch.map(postmortem => ({
      number: postmortem.number,
      ...columnsOf(postmortem),
    })),
  );
  for (const { table, rows } of PROJECTIONS) {
    await insertRows(
      trx,
      table,
      batch.flatMap(({ number, content, kept }) =>
        rows(content, kept, number).map(row => ({
          postmortem_number: number,
          ...row,
        })),
      ),
    );
  }
  await insertRows(trx, 'postmortem_lesson_answers', batch.flatMap(answerRows));
  await insertRows(
    trx,
    'postmortem_revisions',
    batch.map(postmortem => ({
      postmortem_number: postmortem.number,
      version: postmortem.kept.version,
      action: 'created',
      changed_by: postmortem.kept.updatedBy,
      changed_at: postmortem.kept.updatedAt,
      changed_fields: JSON.stringify(Object.keys(postmortem.content)),
      document: JSON.stringify(toPostmortem(postmortem)),
    })),
  );
}

/** Numbers for new postmortems. They are never given twice. */
async function reserveNumbers(
  trx: Knex.Transaction,
  count: number,
): Promise<number[]> {
  if (isPostgres(trx)) {
    const { rows } = await trx.raw(
      `select nextval(pg_get_serial_sequence('postmortems', 'number')) as number from generate_series(1, ?)`,
      [count],
    );
    return rows.map((row: { number: string }) => toNumber(row.number));
  }
  const row = await trx('sqlite_sequence')
    .where({ name: 'postmortems' })
    .first('seq');
  const last = toNumber(row?.seq);
  return Array.from({ length: count }, (_, index) => last + 1 + index);
}

/** @returns the number of action items that were written. */
async function writeBatch(
  knex: Knex,
  world: SyntheticWorld,
  size: number,
): Promise<number> {
  return knex.transaction(async trx => {
    const numbers = await reserveNumbers(trx, size);
    const batch = numbers.map(number => ({
      ...syntheticPostmortem(world, number),
      number,
    }));
    await insertBatch(trx, batch);
    await recordChange(trx);
    return batch.reduce(
      (sum, { content }) => sum + content.actionItems.length,
      0,
    );
  });
}

/**
 * Writes invented postmortems, in batches, behind the ones that are there.
 *
 * The database has to be migrated. An empty one ends up with the same rows for
 * the same options, whatever the day and the machine.
 */
export async function seedPostmortems(
  knex: Knex,
  options: SeedOptions,
): Promise<SeedSummary> {
  const world = worldOf(options);
  let actionItems = 0;
  for (let done = 0; done < options.count; done += BATCH) {
    actionItems += await writeBatch(
      knex,
      world,
      Math.min(BATCH, options.count - done),
    );
  }
  // Otherwise the planner knows nothing of the rows until the next vacuum.
  await knex.raw('analyze');
  return { postmortems: options.count, actionItems };
}
