import type { Review } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { SortKey } from '../database/keyset';
import { PageReader, type RowPage } from '../database/PageReader';
import { toNumber } from '../database/sql';

const SORT_KEYS: SortKey[] = [
  { sql: 'sequence', direction: 'desc', type: 'number' },
];

// What `changed_fields` says of writes that leave the text as it was.
const NOT_TEXT = ['[]', '["status"]', '["waivers"]', '["status","waivers"]'];

/** A review as it is stored. */
export type StoredReview = Omit<Review, 'stale'>;

function readRow(row: Record<string, any>): StoredReview {
  return {
    id: row.id,
    verdict: row.verdict,
    comment: row.comment,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

/** Keeps what reviewers say of versions. */
export class ReviewStore {
  readonly #knex: Knex;
  readonly #pages: PageReader;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
  }

  async insert(number: number, review: StoredReview): Promise<void> {
    await this.#knex('postmortem_reviews').insert({
      postmortem_number: number,
      id: review.id,
      verdict: review.verdict,
      comment: review.comment,
      version: review.version,
      created_by: review.createdBy,
      created_at: review.createdAt,
    });
  }

  /** The newest first. */
  async list(
    number: number,
    query: { limit: number; cursor?: string },
  ): Promise<Omit<RowPage, 'rows'> & { items: StoredReview[] }> {
    const { rows, ...page } = await this.#pages.read({
      list: `reviews-${number}`,
      query,
      matching: () =>
        this.#knex('postmortem_reviews').where({ postmortem_number: number }),
      columns: ['*'],
      keys: SORT_KEYS,
      isShort: true,
    });
    return { items: rows.map(readRow), ...page };
  }

  /** The latest review of each reviewer. */
  async latest(number: number): Promise<StoredReview[]> {
    const rows = await this.#knex('postmortem_reviews').whereIn(
      'sequence',
      this.#knex('postmortem_reviews')
        .where({ postmortem_number: number })
        .groupBy('created_by')
        .max('sequence'),
    );
    return rows.map(readRow);
  }

  /** The last version that changed what people wrote. */
  async textVersion(number: number): Promise<number> {
    const row = await this.#knex('postmortem_revisions')
      .where({ postmortem_number: number })
      .whereNotIn('changed_fields', NOT_TEXT)
      .max('version as version')
      .first();
    return toNumber(row?.version);
  }
}
