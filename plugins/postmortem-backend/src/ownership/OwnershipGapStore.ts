import type { OwnershipGap } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { recordChange } from '../database/changes';
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

/** A gap is live while the ref is still where it was found. */
export function liveGapSql(alias: string): string {
  const cases = PLACES.map(
    ({ field, column, from, actionItemId, where }) =>
      `(${alias}.field = '${field}' and exists (select 1 from ${from}
        where r.postmortem_number = ${alias}.postmortem_number
          and ${actionItemId} = ${alias}.action_item_id
          and ${column} = ${alias}.missing_ref and ${where}))`,
  );
  return `(${cases.join(' or ')})`;
}

/** What a look into the catalog brought. */
export interface CatalogState {
  /** Refs that are in use and in the catalog. */
  found: string[];
  /** Refs that are in use, and that the catalog does not have. */
  missing: string[];
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

  /**
   * Notes where the missing refs stand; what was noted before stays as it is.
   * Takes out what is there again, or stands nowhere any more.
   */
  async record({ found, missing }: CatalogState, at: string): Promise<void> {
    await this.#knex.transaction(async trx => {
      if (isPostgres(trx)) {
        // Two at once would wait for each other's rows, in any order.
        await trx.raw(`lock table ${GAPS} in share row exclusive mode`);
      }
      await this.#note(trx, missing, at);
      await trx(GAPS).where(isAnyOf(trx, 'missing_ref', found)).delete();
      await trx(GAPS)
        .whereRaw(`not ${liveGapSql(GAPS)}`)
        .delete();
      await recordChange(trx);
    });
  }

  async #note(
    trx: Knex.Transaction,
    missing: string[],
    at: string,
  ): Promise<void> {
    const foundAt = isPostgres(trx) ? 'cast(? as text)' : '?';
    for (const { field, column, from, actionItemId, where } of PLACES) {
      const { sql, bindings } = anyOfSql(trx, column, missing);
      await trx.raw(
        `insert into ${GAPS} (postmortem_number, field, action_item_id, missing_ref, found_at)
         select distinct r.postmortem_number, '${field}', ${actionItemId}, ${column}, ${foundAt}
         from ${from} where ${where} and ${sql}
         on conflict do nothing`,
        [at, ...bindings],
      );
    }
  }
}
