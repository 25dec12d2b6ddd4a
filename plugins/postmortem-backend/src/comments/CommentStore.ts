import type {
  Comment,
  CommentPage,
  CommentQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { SortKey } from '../database/keyset';
import { PageReader } from '../database/PageReader';

const SORT_KEYS: SortKey[] = [
  { sql: 'c.created_at', direction: 'asc', type: 'string' },
  { sql: 'c.id', direction: 'asc', type: 'string' },
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A comment as it is stored; its text stays when it is deleted. */
export interface StoredComment extends Omit<Comment, 'text'> {
  text: string;
}

/** What can change of a comment; what is undefined stays. */
export type CommentChange = Partial<
  Pick<
    StoredComment,
    'text' | 'mentions' | 'editedAt' | 'resolvedBy' | 'resolvedAt' | 'deletedAt'
  >
>;

function columnsOf(comment: StoredComment) {
  return {
    id: comment.id,
    part: comment.part,
    path: comment.path,
    parent_id: comment.parentId,
    text: comment.text,
    mentions: JSON.stringify(comment.mentions),
    created_by: comment.createdBy,
    created_at: comment.createdAt,
    edited_at: comment.editedAt,
    resolved_by: comment.resolvedBy,
    resolved_at: comment.resolvedAt,
    deleted_at: comment.deletedAt,
  };
}

function readRow(row: Record<string, any>): StoredComment {
  return {
    id: row.id,
    part: row.part,
    path: row.path,
    parentId: row.parent_id,
    text: row.text,
    mentions: JSON.parse(row.mentions),
    createdBy: row.created_by,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    resolvedBy: row.resolved_by,
    resolvedAt: row.resolved_at,
    deletedAt: row.deleted_at,
  };
}

/** A comment as callers see it: of a deleted one, only that it was there. */
export function toComment(stored: StoredComment): Comment {
  return stored.deletedAt === null
    ? stored
    : { ...stored, text: null, mentions: [] };
}

/** Keeps comments; which postmortem they are of is the caller's to check. */
export class CommentStore {
  readonly #knex: Knex;
  readonly #pages: PageReader;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
  }

  /** The oldest first; deleted ones only where they have answers. */
  async list(number: number, query: CommentQuery): Promise<CommentPage> {
    const { rows, ...page } = await this.#pages.read({
      list: `comments-${number}`,
      query,
      matching: () => this.#listed(number, query),
      columns: ['c.*'],
      keys: SORT_KEYS,
      isShort: true,
    });
    return { items: rows.map(row => toComment(readRow(row))), ...page };
  }

  /** A comment of the postmortem that is not deleted. */
  async find(number: number, id: string): Promise<StoredComment | undefined> {
    if (!UUID.test(id)) {
      return undefined;
    }
    const row = await this.#knex('postmortem_comments')
      .where({
        postmortem_number: number,
        id: id.toLocaleLowerCase('en-US'),
        deleted_at: null,
      })
      .first();
    return row && readRow(row);
  }

  async insert(number: number, comment: StoredComment): Promise<void> {
    await this.#knex('postmortem_comments').insert({
      postmortem_number: number,
      ...columnsOf(comment),
    });
  }

  /**
   * Changes a comment that is not deleted: only the fields that are named, so
   * that editing and resolving at the same time both hold.
   *
   * @returns the comment after it, or undefined when it is gone.
   */
  async update(
    number: number,
    id: string,
    change: CommentChange,
  ): Promise<StoredComment | undefined> {
    const columns = {
      text: change.text,
      mentions: change.mentions && JSON.stringify(change.mentions),
      edited_at: change.editedAt,
      resolved_by: change.resolvedBy,
      resolved_at: change.resolvedAt,
      deleted_at: change.deletedAt,
    };
    const [row] = await this.#knex('postmortem_comments')
      .where({ postmortem_number: number, id, deleted_at: null })
      .update(columns)
      .returning('*');
    return row && readRow(row);
  }

  #listed(number: number, { part }: CommentQuery): Knex.QueryBuilder {
    const knex = this.#knex;
    const query = knex('postmortem_comments as c')
      .where('c.postmortem_number', number)
      .where(shown =>
        shown
          .whereNull('c.deleted_at')
          .orWhereExists(
            knex('postmortem_comments as answer')
              .select(knex.raw('1'))
              .whereRaw('answer.parent_id = c.id')
              .whereNull('answer.deleted_at'),
          ),
      );
    if (part) {
      query.where('c.part', part);
    }
    return query;
  }
}
