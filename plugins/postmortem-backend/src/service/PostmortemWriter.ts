import {
  isDatabaseConflictError,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Postmortem, Revision } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { isEqual } from 'lodash';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { RevisionStore } from '../database/RevisionStore';
import {
  toPostmortem,
  type Kept,
  type StoredContent,
  type StoredPostmortem,
} from '../database/rows';
import { PayloadTooLargeError } from '../errors';

/** The largest document that is stored, in bytes of JSON. */
const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** Who writes, when, and what kind of write it is. */
export interface WriteContext {
  credentials: BackstageCredentials;
  author: string;
  now: string;
  action: Revision['action'];
}

/** What a write changes; the rest stays. */
export interface Change {
  content?: StoredContent;
  kept?: Partial<
    Pick<
      Kept,
      'status' | 'publishedAt' | 'closedAt' | 'waivers' | 'teamsFromCatalog'
    >
  >;
  deletedAt?: string | null;
  /** Why, where whoever changes it says so. */
  reason?: string;
  /** What else has to happen in the same transaction. */
  along?: (trx: Knex.Transaction) => Promise<void>;
}

/** What a write entails beyond the postmortem itself. */
export interface PlannedWork {
  /** In the same transaction. */
  along(trx: Knex.Transaction, number: number): Promise<void>;
  /** Once it is stored; must not throw. */
  afterwards(postmortem: StoredPostmortem): void;
}

/** Says before a write what else it entails; may ask other services. */
export type WritePlanner = (
  before: StoredContent | undefined,
  after: StoredContent,
  context: WriteContext,
) => Promise<PlannedWork | undefined>;

/** Is told of each write after it is stored; must not throw. */
export type WrittenListener = (
  after: StoredPostmortem,
  before: StoredPostmortem,
) => void;

function changedFields(
  before: StoredPostmortem | undefined,
  after: StoredPostmortem,
): string[] {
  const names = Object.keys(after.content) as Array<keyof StoredContent>;
  const changed: string[] = names.filter(
    name => !isEqual(before?.content[name], after.content[name]),
  );
  if (before && before.kept.status !== after.kept.status) {
    changed.push('status');
  }
  if (before && !isEqual(before.kept.waivers, after.kept.waivers)) {
    changed.push('waivers');
  }
  return changed;
}

/**
 * Writes postmortems: each write is one transaction that bumps the version
 * and keeps a revision.
 */
export class PostmortemWriter {
  readonly #postmortems: PostmortemStore;
  readonly #revisions: RevisionStore;
  readonly #onWritten: WrittenListener;
  readonly #plan: WritePlanner;

  constructor(options: {
    postmortems: PostmortemStore;
    revisions: RevisionStore;
    onWritten: WrittenListener;
    plan: WritePlanner;
  }) {
    this.#postmortems = options.postmortems;
    this.#revisions = options.revisions;
    this.#onWritten = options.onWritten;
    this.#plan = options.plan;
  }

  async create(
    id: string,
    content: StoredContent,
    step: Pick<
      Kept,
      'status' | 'publishedAt' | 'closedAt' | 'teamsFromCatalog'
    >,
    context: WriteContext,
  ): Promise<Postmortem> {
    const { author, now, action } = context;
    const kept: Kept = {
      id,
      ...step,
      waivers: [],
      version: 1,
      createdBy: author,
      createdAt: now,
      updatedBy: author,
      updatedAt: now,
    };
    const planned = await this.#plan(undefined, content, context);
    let stored: StoredPostmortem | undefined;
    const created = await this.#write(content, async trx => {
      stored = await this.#postmortems.insert(trx, {
        kept,
        content,
        deletedAt: null,
      });
      const document = toPostmortem(stored);
      await this.#revisions.insert(trx, {
        number: stored.number,
        action,
        changedFields: changedFields(undefined, stored),
        document,
      });
      await planned?.along(trx, stored.number);
      return document;
    });
    planned?.afterwards(stored!);
    return created;
  }

  /** @returns undefined, and nothing is written, when somebody wrote first. */
  async update(
    before: StoredPostmortem,
    change: Change,
    context: WriteContext,
  ): Promise<Postmortem | undefined> {
    const { author, now, action } = context;
    const after: StoredPostmortem = {
      number: before.number,
      kept: {
        ...before.kept,
        ...change.kept,
        version: before.kept.version + 1,
        updatedBy: author,
        updatedAt: now,
      },
      content: change.content ?? before.content,
      deletedAt:
        change.deletedAt === undefined ? before.deletedAt : change.deletedAt,
    };
    const planned =
      change.content &&
      (await this.#plan(before.content, change.content, context));
    const written = await this.#write(after.content, async trx => {
      if (!(await this.#postmortems.update(trx, before, after))) {
        return undefined;
      }
      const document = toPostmortem(after);
      await this.#revisions.insert(trx, {
        number: after.number,
        action,
        changedFields: changedFields(before, after),
        reason: change.reason,
        document,
      });
      await planned?.along(trx, after.number);
      await change.along?.(trx);
      return document;
    });
    if (written) {
      this.#onWritten(after, before);
      planned?.afterwards(after);
    }
    return written;
  }

  async #write<T>(
    content: StoredContent,
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    if (Buffer.byteLength(JSON.stringify(content)) > MAX_DOCUMENT_BYTES) {
      throw new PayloadTooLargeError(
        `A postmortem may have at most ${MAX_DOCUMENT_BYTES} bytes; move long logs to a page of their own and link to it`,
      );
    }
    try {
      return await this.#postmortems.transaction(work);
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          'Somebody else stored a row with the same id at the same time; read the document again and repeat the change',
          error,
        );
      }
      throw error;
    }
  }
}
