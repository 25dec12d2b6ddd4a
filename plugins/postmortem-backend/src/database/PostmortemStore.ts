import type { Knex } from 'knex';
import { isEqual } from 'lodash';
import type { PostmortemFilter } from '../permissions/filter';
import { recordChange } from './changes';
import { columnsOf } from './columns';
import { OPENED_TABLE, withOpenings } from './openings';
import { PROJECTIONS } from './projections';
import {
  DOCUMENT_COLUMNS,
  readDocumentRow,
  type StoredPostmortem,
} from './rows';
import { insertAll, isAnyOf } from './sql';
import { visibleTo } from './visibleTo';

/** Which postmortem is meant, and whether the caller may know of it. */
export interface Lookup {
  idOrKey: string;
  visible?: PostmortemFilter;
  /** Looks among the deleted ones instead of those that are listed. */
  deleted?: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KEY = /^PM-([1-9][0-9]{0,9})$/i;
const MAX_NUMBER = 2 ** 31 - 1;

// The tables whose rows have an id of their own, and where it is written.
const ROW_TABLES = {
  lessons: 'postmortem_lessons',
  timeline: 'postmortem_timeline',
  actionItems: 'postmortem_action_items',
  communications: 'postmortem_communications',
} as const;

/** The lists of a document whose rows have ids. */
export type RowList = keyof typeof ROW_TABLES;

/** Keeps whole postmortems, and the tables that are derived from them. */
export class PostmortemStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Runs several writes as one. */
  async transaction<T>(
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#knex.transaction(async trx => {
      const result = await work(trx);
      await recordChange(trx);
      return result;
    });
  }

  async find(lookup: Lookup): Promise<StoredPostmortem | undefined> {
    const query = this.#locate(lookup);
    const row = await query?.first(...DOCUMENT_COLUMNS);
    return row && readDocumentRow(row);
  }

  async exists(lookup: Lookup): Promise<boolean> {
    const row = await this.#locate(lookup)?.first('p.number');
    return row !== undefined;
  }

  /** Loads by ids, deleted ones too; those that there are, in any order. */
  async findAll(ids: string[]): Promise<StoredPostmortem[]> {
    const rows = await this.#knex('postmortems as p')
      .select(...DOCUMENT_COLUMNS)
      .where(isAnyOf(this.#knex, 'p.id', ids));
    return rows.map(readDocumentRow);
  }

  /** Those of the ids that exist, are not deleted and may be seen. */
  async visibleIds(
    ids: string[],
    visible: PostmortemFilter | undefined,
  ): Promise<Set<string>> {
    const query = this.#knex('postmortems as p')
      .whereNull('p.deleted_at')
      .where(isAnyOf(this.#knex, 'p.id', ids));
    visibleTo(this.#knex, query, visible);
    const rows = await query.select('p.id');
    return new Set(rows.map(row => row.id));
  }

  /** Those of the row ids that another postmortem has. */
  async takenIds(
    list: RowList,
    ids: string[],
    exceptNumber: number | null,
  ): Promise<Set<string>> {
    if (ids.length === 0) {
      return new Set();
    }
    const table = ROW_TABLES[list];
    const query = this.#knex(table)
      .select('id')
      .where(isAnyOf(this.#knex, 'id', ids));
    if (exceptNumber !== null) {
      query.whereNot({ postmortem_number: exceptNumber });
    }
    const rows = await query;
    return new Set(rows.map(row => row.id));
  }

  /** Which postmortem an action item belongs to. */
  async postmortemIdOfActionItem(
    actionItemId: string,
  ): Promise<string | undefined> {
    return this.#postmortemIdOf('actionItems', actionItemId);
  }

  /** Which postmortem a lesson belongs to. */
  async postmortemIdOfLesson(lessonId: string): Promise<string | undefined> {
    return this.#postmortemIdOf('lessons', lessonId);
  }

  async #postmortemIdOf(
    list: RowList,
    rowId: string,
  ): Promise<string | undefined> {
    if (!UUID.test(rowId)) {
      return undefined;
    }
    const row = await this.#knex(`${ROW_TABLES[list]} as r`)
      .join('postmortems as p', 'p.number', 'r.postmortem_number')
      .where({ 'r.id': rowId.toLocaleLowerCase('en-US') })
      .first('p.id');
    return row?.id;
  }

  /** Which postmortem each of the action items belongs to. */
  async postmortemIdsOfActionItems(
    actionItemIds: string[],
  ): Promise<Map<string, string>> {
    const rows: Array<{ item: string; id: string }> = await this.#knex(
      'postmortem_action_items as a',
    )
      .join('postmortems as p', 'p.number', 'a.postmortem_number')
      .where(isAnyOf(this.#knex, 'a.id', actionItemIds))
      .select('a.id as item', 'p.id');
    return new Map(rows.map(({ item, id }) => [item, id]));
  }

  /** Stores a new postmortem and gives it its number. */
  async insert(
    trx: Knex.Transaction,
    postmortem: Omit<StoredPostmortem, 'number'>,
  ): Promise<StoredPostmortem> {
    const [row] = await trx('postmortems')
      .insert(columnsOf(postmortem))
      .returning('number');
    const stored = { ...postmortem, number: row.number };
    await this.#project(trx, undefined, stored);
    return stored;
  }

  /**
   * Replaces a postmortem that is still at the version that was read. Tables
   * whose rows stay the same are left alone.
   *
   * @returns false, and nothing is written, when somebody else wrote first.
   */
  async update(
    trx: Knex.Transaction,
    before: StoredPostmortem,
    after: StoredPostmortem,
  ): Promise<boolean> {
    const updated = await trx('postmortems')
      .where({ number: before.number, version: before.kept.version })
      .update(columnsOf(after));
    if (updated === 0) {
      return false;
    }
    await this.#project(trx, before, after);
    return true;
  }

  #locate({
    idOrKey,
    visible,
    deleted,
  }: Lookup): Knex.QueryBuilder | undefined {
    const query = this.#knex('postmortems as p');
    const key = KEY.exec(idOrKey);
    if (key) {
      const number = Number(key[1]);
      if (number > MAX_NUMBER) {
        return undefined;
      }
      query.where({ 'p.number': number });
    } else if (UUID.test(idOrKey)) {
      query.where({ 'p.id': idOrKey.toLocaleLowerCase('en-US') });
    } else {
      return undefined;
    }
    if (deleted) {
      query.whereNotNull('p.deleted_at');
    } else {
      query.whereNull('p.deleted_at');
    }
    visibleTo(this.#knex, query, visible);
    return query;
  }

  async #project(
    trx: Knex.Transaction,
    before: StoredPostmortem | undefined,
    after: StoredPostmortem,
  ): Promise<void> {
    for (const { table, rows } of PROJECTIONS) {
      const { number } = after;
      const old = before ? rows(before.content, before.kept, number) : [];
      const fresh = rows(after.content, after.kept, number);
      if (isEqual(old, fresh)) {
        continue;
      }
      const kept =
        before && table === OPENED_TABLE
          ? await withOpenings(trx, number, fresh, after.kept.updatedAt)
          : fresh;
      if (old.length > 0) {
        await trx(table).where({ postmortem_number: number }).delete();
      }
      await insertAll(
        trx,
        table,
        kept.map(row => ({ postmortem_number: number, ...row })),
      );
    }
  }
}
