import type {
  Postmortem,
  Revision,
  RevisionPage,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { SortKey } from './keyset';
import { PageReader } from './PageReader';

const SORT_KEYS: SortKey[] = [
  { sql: 'version', direction: 'desc', type: 'number' },
];

const COLUMNS = [
  'version',
  'action',
  'changed_by',
  'changed_at',
  'changed_fields',
] as const;

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
  readonly #pages: PageReader;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
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
    const { rows, ...page } = await this.#pages.read({
      list: `revisions-${number}`,
      query,
      isShort: true,
      matching: () =>
        this.#knex('postmortem_revisions').where({ postmortem_number: number }),
      columns: COLUMNS,
      keys: SORT_KEYS,
      narrowedBy: {},
    });
    return {
      items: rows.map(row => ({
        version: row.version,
        action: row.action,
        changedBy: row.changed_by,
        changedAt: row.changed_at,
        changedFields: JSON.parse(row.changed_fields),
      })),
      ...page,
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
