import type {
  Postmortem,
  Revision,
  RevisionPage,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { SortKey } from './keyset';
import { PageReader } from './PageReader';
import { withLaterFields } from './rows';

const SORT_KEYS: SortKey[] = [
  { sql: 'version', direction: 'desc', type: 'number' },
];

const COLUMNS = [
  'version',
  'action',
  'changed_by',
  'changed_at',
  'changed_fields',
  'reason',
] as const;

/** What a write adds to the history. */
export interface NewRevision {
  number: number;
  action: Revision['action'];
  changedFields: string[];
  reason?: string;
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
    const { number, action, changedFields, reason, document } = revision;
    await trx('postmortem_revisions').insert({
      postmortem_number: number,
      version: document.version,
      action,
      changed_by: document.updatedBy,
      changed_at: document.updatedAt,
      changed_fields: JSON.stringify(changedFields),
      reason: reason ?? null,
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
        reason: row.reason,
      })),
      ...page,
    };
  }

  /** The document as it was at a version. */
  async find(number: number, version: number): Promise<Postmortem | undefined> {
    const row = await this.#knex('postmortem_revisions')
      .where({ postmortem_number: number, version })
      .first('document');
    if (!row) {
      return undefined;
    }
    const document: Postmortem = JSON.parse(row.document);
    return {
      ...withLaterFields(document),
      waivers: document.waivers ?? [],
    };
  }
}
