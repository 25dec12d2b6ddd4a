import type { JsonObject } from '@backstage/types';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ActionItemPage,
  ActionItemQuery,
  Approvals,
  ImportResult,
  LessonPage,
  LessonQuery,
  Overview,
  OverviewQuery,
  OwnershipGapPage,
  OwnershipGapQuery,
  Postmortem,
  PostmortemPage,
  PostmortemQuery,
  RevisionPage,
  Settings,
  Transition,
} from 'backstage-plugin-postmortem-common';
import { omit } from 'lodash';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { RevisionStore } from '../database/RevisionStore';
import {
  contentOf,
  toPostmortem,
  type StoredPostmortem,
} from '../database/rows';
import { authorOf } from './author';
import type { ContentPreparer } from './ContentPreparer';
import { patchActionItem } from './patchActionItem';
import { patchContent } from './patchContent';
import type { PostmortemImporter } from './PostmortemImporter';
import type {
  CallOptions,
  ChangedActionItem,
  ImportRequest,
  PostmortemService,
  WriteOptions,
} from './PostmortemService';
import { noPostmortem, type PostmortemChanger } from './PostmortemChanger';
import type { PostmortemViews } from './PostmortemViews';
import type { PostmortemWriter } from './PostmortemWriter';
import { takeStep } from './transitions';

/** What the service works with. */
export interface DefaultPostmortemServiceOptions {
  postmortems: PostmortemStore;
  revisions: RevisionStore;
  views: PostmortemViews;
  writer: PostmortemWriter;
  changer: PostmortemChanger;
  preparer: ContentPreparer;
  importer: PostmortemImporter;
  settings: Settings;
  approvals(postmortem: StoredPostmortem): Promise<Approvals>;
  clock: () => string;
}

/** Does what can be done with postmortems; knows no permissions. */
export class DefaultPostmortemService implements PostmortemService {
  readonly #postmortems: PostmortemStore;
  readonly #revisions: RevisionStore;
  readonly #views: PostmortemViews;
  readonly #writer: PostmortemWriter;
  readonly #changer: PostmortemChanger;
  readonly #preparer: ContentPreparer;
  readonly #importer: PostmortemImporter;
  readonly #settings: Settings;
  readonly #approvals: DefaultPostmortemServiceOptions['approvals'];
  readonly #clock: () => string;

  constructor(options: DefaultPostmortemServiceOptions) {
    this.#postmortems = options.postmortems;
    this.#revisions = options.revisions;
    this.#views = options.views;
    this.#writer = options.writer;
    this.#changer = options.changer;
    this.#preparer = options.preparer;
    this.#importer = options.importer;
    this.#settings = options.settings;
    this.#approvals = options.approvals;
    this.#clock = options.clock;
  }

  async list(
    query: PostmortemQuery,
    options: CallOptions,
  ): Promise<PostmortemPage> {
    return this.#views.list(query, options);
  }

  async get(idOrKey: string, options: CallOptions): Promise<Postmortem> {
    return toPostmortem(await this.#find(idOrKey, options));
  }

  async create(input: unknown, options: CallOptions): Promise<Postmortem> {
    const now = this.#clock();
    const { id, content, teamsFromCatalog } = await this.#preparer.prepare(
      input,
      {
        ...options,
        now,
      },
    );
    return this.#writer.create(
      id,
      content,
      { status: 'draft', publishedAt: null, closedAt: null, teamsFromCatalog },
      {
        credentials: options.credentials,
        author: authorOf(options.credentials),
        now,
        action: 'created',
      },
    );
  }

  async patch(
    idOrKey: string,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<Postmortem> {
    return this.#changer.change(idOrKey, options, 'updated', (before, now) =>
      patchContent(patch, before, this.#preparer, { ...options, now }),
    );
  }

  async delete(idOrKey: string, options: WriteOptions): Promise<void> {
    await this.#changer.change(idOrKey, options, 'deleted', async (_, now) => ({
      deletedAt: now,
    }));
  }

  async restore(idOrKey: string, options: CallOptions): Promise<Postmortem> {
    const { visible } = options;
    if (await this.#postmortems.exists({ idOrKey, visible })) {
      throw new ConflictError(`${idOrKey} is not deleted`);
    }
    return this.#changer.change(
      idOrKey,
      { ...options, ifMatch: '*' },
      'restored',
      async () => ({ deletedAt: null }),
      true,
    );
  }

  async transition(
    idOrKey: string,
    step: Transition,
    options: WriteOptions,
  ): Promise<Postmortem> {
    const { workflow } = this.#settings;
    return this.#changer.change(
      idOrKey,
      options,
      'transitioned',
      async (before, now) => ({
        kept: takeStep(before, step, {
          workflow,
          approvals: await this.#approvals(before),
          now,
          author: authorOf(options.credentials),
        }),
        reason: step.reason,
      }),
    );
  }

  settings(): Settings {
    return this.#settings;
  }

  async listRevisions(
    idOrKey: string,
    query: { limit: number; cursor?: string },
    options: CallOptions,
  ): Promise<RevisionPage> {
    const { number } = await this.#find(idOrKey, options);
    return this.#revisions.list(number, query);
  }

  async getRevision(
    idOrKey: string,
    version: number,
    options: CallOptions,
  ): Promise<Postmortem> {
    const { number } = await this.#find(idOrKey, options);
    const document = await this.#revisions.find(number, version);
    if (!document) {
      throw new NotFoundError(`${idOrKey} has no version ${version}`);
    }
    return document;
  }

  async restoreRevision(
    idOrKey: string,
    version: number,
    options: WriteOptions,
  ): Promise<Postmortem> {
    const then = await this.getRevision(idOrKey, version, options);
    return this.#changer.change(
      idOrKey,
      options,
      'updated',
      async (before, now) => {
        const change = await patchContent(
          // What was restricted since then stays so.
          omit(contentOf(then), 'visibility') as unknown as JsonObject,
          before,
          this.#preparer,
          { ...options, now },
        );
        return change && { ...change, reason: `Restores version ${version}` };
      },
    );
  }

  async importMarkdown(
    request: ImportRequest,
    options: CallOptions,
  ): Promise<ImportResult> {
    return this.#importer.import(request, { ...options, now: this.#clock() });
  }

  async listActionItems(
    query: ActionItemQuery,
    options: CallOptions,
  ): Promise<ActionItemPage> {
    return this.#views.listActionItems(query, options);
  }

  async patchActionItem(
    id: string,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<ChangedActionItem> {
    const postmortemId = await this.#postmortems.postmortemIdOfActionItem(id);
    const missing = new NotFoundError(
      `There is no action item ${id}, or you may not see it`,
    );
    if (!postmortemId) {
      throw missing;
    }
    const postmortem = await this.#changer.change(
      postmortemId,
      options,
      'updated',
      async (before, now) => patchActionItem(id, patch, before.content, now),
      false,
      missing,
    );
    const actionItem = postmortem.actionItems.find(
      item => item.id === id.toLocaleLowerCase('en-US'),
    );
    if (!actionItem) {
      throw missing;
    }
    return { actionItem, postmortemVersion: postmortem.version };
  }

  async listOwnershipGaps(
    query: OwnershipGapQuery,
    options: CallOptions,
  ): Promise<OwnershipGapPage> {
    return this.#views.listOwnershipGaps(query, options);
  }

  async listLessons(
    query: LessonQuery,
    options: CallOptions,
  ): Promise<LessonPage> {
    return this.#views.listLessons(query, options);
  }

  async overview(
    query: OverviewQuery,
    options: CallOptions,
  ): Promise<Overview> {
    return this.#views.overview(query, options);
  }

  async #find(
    idOrKey: string,
    { visible }: CallOptions,
  ): Promise<StoredPostmortem> {
    const stored = await this.#postmortems.find({ idOrKey, visible });
    if (!stored) {
      throw noPostmortem(idOrKey);
    }
    return stored;
  }
}
