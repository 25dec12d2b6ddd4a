import type { OwnershipGap } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { anyOfSql, isAnyOf, isPostgres } from '../database/sql';

type Field = OwnershipGap['field'];

interface Place {
  field: Field;
  /** The ref's column, within `from`. */
  column: string;
  from: string;
  actionItemId: string;
  /** Which of the rows ask for somebody. */
  where: string;
}

/** Every place where a ref can be left behind by the catalog. */
const PLACES: Place[] = [
  {
    field: 'actionItem.ownerRef',
    column: 'r.owner_ref',
    from: 'postmortem_action_items r',
    actionItemId: 'r.id',
    where: 'r.is_open = 1 and r.owner_ref is not null',
  },
  {
    field: 'actionItem.entityRef',
    column: 'r.entity_ref',
    from: 'postmortem_action_items r',
    actionItemId: 'r.id',
    where: 'r.is_open = 1 and r.entity_ref is not null',
  },
  {
    field: 'postmortem.entities',
    column: 'r.entity_ref',
    from: 'postmortem_entities r',
    actionItemId: `''`,
    where: '1 = 1',
  },
  {
    field: 'postmortem.teams',
    column: 'r.team_ref',
    from: 'postmortem_teams r',
    actionItemId: `''`,
    where: '1 = 1',
  },
];

const GAPS = 'postmortem_ownership_gaps';

/** A gap `g` is live while the ref is still where it was found. */
export function liveGapSql(): string {
  const cases = PLACES.map(
    ({ field, column, from, actionItemId, where }) =>
      `(g.field = '${field}' and exists (select 1 from ${from}
        where r.postmortem_number = g.postmortem_number
          and ${actionItemId} = g.action_item_id
          and ${column} = g.missing_ref and ${where}))`,
  );
  return `(${cases.join(' or ')})`;
}

/** Keeps which refs the catalog no longer has. */
export class OwnershipGapStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Refs in use beyond a given one, in their order. */
  async refsAfter(last: string, limit: number): Promise<string[]> {
    // Each place gives its next ones by itself: they are few, and indexed.
    const parts = PLACES.map(({ column, from, where }) =>
      this.#knex.select('ref').from(
        this.#knex
          .distinct(this.#knex.raw(`${column} as ref`))
          .from(this.#knex.raw(from))
          .whereRaw(`${column} > ?`, [last])
          .whereRaw(where)
          .orderBy('ref')
          .limit(limit)
          .as('t'),
      ),
    );
    const rows: Array<{ ref: string }> = await this.#knex
      .union(parts)
      .orderBy('ref')
      .limit(limit);
    return rows.map(({ ref }) => ref);
  }

  /** Notes where the refs stand that are missing; those noted before stay. */
  async note(missing: string[], foundAt: string): Promise<void> {
    for (const { field, column, from, actionItemId, where } of PLACES) {
      const { sql, bindings } = anyOfSql(this.#knex, column, missing);
      await this.#knex.raw(
        `insert into ${GAPS} (postmortem_number, field, action_item_id, missing_ref, found_at)
         select distinct r.postmortem_number, '${field}', ${actionItemId}, ${column}, ${
          isPostgres(this.#knex) ? 'cast(? as text)' : '?'
        }
         from ${from} where ${where} and ${sql}
         on conflict do nothing`,
        [foundAt, ...bindings],
      );
    }
  }

  /** Takes out those whose refs are there again, or stand nowhere any more. */
  async close(found: string[]): Promise<void> {
    await this.#knex(GAPS)
      .where(isAnyOf(this.#knex, 'missing_ref', found))
      .delete();
  }

  async closeReplaced(): Promise<void> {
    await this.#knex.raw(
      `delete from ${GAPS} where not ${liveGapSql().replaceAll(
        'g.',
        `${GAPS}.`,
      )}`,
    );
  }
}
