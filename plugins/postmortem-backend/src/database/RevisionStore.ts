import type {
  Postmortem,
  Revision,
  RevisionPage,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import {
  afterKeys,
  decodeCursor,
  encodeCursor,
  orderByKeys,
  queryFingerprint,
  type SortKey,
} from './keyset';
import { toNumber } from './sql';

const SORT_KEYS: SortKey[] = [
  { sql: 'version', direction: 'desc', type: 'number' },
];

/** What a write adds to the history. */
export interface NewRevision {
  number: number;
  action: Revision['action'];
  changedFields: string[];
  /** The document after the write. */
  document: Postmortem;
}

/** Keeps every version of every postmortem. */
export class RevisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(trx: Knex.Transaction, revision: NewRevision): Promise<void> {
    const { number, action, changedFields, document } = revision;
    await trx('postmortem_revisions').insert({
      postmortem_number: number,
      version: document.version,
      action,
      changed_by: document.updatedBy,
      changed_at: document.updatedAt,
      changed_fields: JSON.stringify(changedFields),
      document: JSON.stringify(document),
    });
  }

  /** The history of a postmortem, the newest version first. */
  async list(
    number: number,
    query: { limit: number; cursor?: string },
  ): Promise<RevisionPage> {
    const fingerprint = queryFingerprint(`revisions-${number}`, query);
    const page = this.#knex('postmortem_revisions')
      .where({ postmortem_number: number })
      .select('version', 'action', 'changed_by', 'changed_at', 'changed_fields')
      .select(
        this.#knex('postmortem_revisions')
          .where({ postmortem_number: number })
          .select(this.#knex.raw('count(*)'))
          .as('total'),
      )
      .limit(query.limit + 1);
    orderByKeys(page, SORT_KEYS);
    if (query.cursor) {
      afterKeys(
        page,
        SORT_KEYS,
        decodeCursor(query.cursor, fingerprint, SORT_KEYS),
      );
    }
    const rows: Array<Record<string, any>> = await page;
    const items = rows.slice(0, query.limit);
    return {
      items: items.map(row => ({
        version: row.version,
        action: row.action,
        changedBy: row.changed_by,
        changedAt: row.changed_at,
        changedFields: JSON.parse(row.changed_fields),
      })),
      totalItems: rows.length > 0 ? toNumber(rows[0].total) : 0,
      pageInfo:
        rows.length > query.limit
          ? { nextCursor: encodeCursor([items.at(-1)!.version], fingerprint) }
          : {},
    };
  }

  /** The document as it was at a version. */
  async find(number: number, version: number): Promise<Postmortem | undefined> {
    const row = await this.#knex('postmortem_revisions')
      .where({ postmortem_number: number, version })
      .first('document');
    return row && JSON.parse(row.document);
  }
}
