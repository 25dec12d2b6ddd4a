import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  Comment,
  CommentPage,
  CommentPatch,
  CommentQuery,
  commentInputSchema,
} from 'backstage-plugin-postmortem-common';
import { mentionsOf } from 'backstage-plugin-postmortem-common/markdown';
import { difference } from 'lodash';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { StoredPostmortem } from '../database/rows';
import { FieldError } from '../errors';
import type { Notifier } from '../notifications/Notifier';
import {
  toComment,
  type CommentChange,
  type CommentStore,
  type StoredComment,
} from './CommentStore';

/** What people say about a postmortem; knows no permissions. */
export class CommentService {
  readonly #comments: CommentStore;
  readonly #notifier: Pick<Notifier, 'mentioned'>;
  readonly #clock: () => string;

  constructor(options: {
    comments: CommentStore;
    notifier: Pick<Notifier, 'mentioned'>;
    clock: () => string;
  }) {
    this.#comments = options.comments;
    this.#notifier = options.notifier;
    this.#clock = options.clock;
  }

  async list(
    { number }: StoredPostmortem,
    query: CommentQuery,
  ): Promise<CommentPage> {
    return this.#comments.list(number, query);
  }

  /** @throws FieldError when `parentId` is of no comment to answer. */
  async create(
    postmortem: StoredPostmortem,
    input: z.output<typeof commentInputSchema>,
    author: string,
  ): Promise<Comment> {
    const { parentId } = input;
    if (parentId !== null) {
      await this.#checkParent(postmortem, parentId);
    }
    const comment: StoredComment = {
      ...input,
      parentId: parentId?.toLocaleLowerCase('en-US') ?? null,
      id: randomUUID(),
      mentions: mentionsOf(input.text),
      createdBy: author,
      createdAt: this.#clock(),
      editedAt: null,
      resolvedBy: null,
      resolvedAt: null,
      deletedAt: null,
    };
    await this.#comments.insert(postmortem.number, comment);
    this.#notifier.mentioned(postmortem, comment, comment.mentions);
    return toComment(comment);
  }

  /**
   * @throws NotAllowedError when somebody else wrote the text.
   * @throws InputError when it is an answer that is to be resolved.
   */
  async change(
    postmortem: StoredPostmortem,
    id: string,
    { text, resolved }: CommentPatch,
    who: string,
  ): Promise<Comment> {
    const before = await this.#find(postmortem, id);
    const now = this.#clock();
    const change: CommentChange = {};
    if (text !== undefined && text !== before.text) {
      ownOnly(before, who);
      Object.assign(change, {
        text,
        mentions: mentionsOf(text),
        editedAt: now,
      });
    }
    if (resolved !== undefined) {
      if (before.parentId !== null) {
        throw new InputError(
          'resolved: is for the comment that began; this one is an answer',
        );
      }
      if (resolved !== (before.resolvedAt !== null)) {
        change.resolvedBy = resolved ? who : null;
        change.resolvedAt = resolved ? now : null;
      }
    }
    if (Object.keys(change).length === 0) {
      return toComment(before);
    }
    const after = await this.#update(postmortem, before.id, change);
    this.#notifier.mentioned(
      postmortem,
      after,
      difference(after.mentions, before.mentions),
    );
    return toComment(after);
  }

  /** @throws NotAllowedError when somebody else wrote it. */
  async delete(
    postmortem: StoredPostmortem,
    id: string,
    who: string,
  ): Promise<void> {
    const comment = await this.#find(postmortem, id);
    ownOnly(comment, who);
    await this.#update(postmortem, comment.id, { deletedAt: this.#clock() });
  }

  async #checkParent(
    { number }: StoredPostmortem,
    parentId: string,
  ): Promise<void> {
    const parent = await this.#comments.find(number, parentId);
    if (!parent || parent.parentId !== null) {
      throw new FieldError([
        {
          path: 'parentId',
          message: parent
            ? 'is an answer; answer the comment that began'
            : 'is the id of no comment on this postmortem',
        },
      ]);
    }
  }

  async #find(
    { number }: StoredPostmortem,
    id: string,
  ): Promise<StoredComment> {
    const comment = await this.#comments.find(number, id);
    if (!comment) {
      throw noComment(id);
    }
    return comment;
  }

  async #update(
    { number }: StoredPostmortem,
    id: string,
    change: CommentChange,
  ): Promise<StoredComment> {
    const after = await this.#comments.update(number, id, change);
    if (!after) {
      throw noComment(id);
    }
    return after;
  }
}

function ownOnly({ createdBy }: StoredComment, who: string): void {
  if (createdBy !== who) {
    throw new NotAllowedError(
      'Only the one who wrote a comment can edit or delete it',
    );
  }
}

function noComment(id: string): NotFoundError {
  return new NotFoundError(`There is no comment ${id}`);
}
