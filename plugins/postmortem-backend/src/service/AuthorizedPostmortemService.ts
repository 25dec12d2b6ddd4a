import type { JsonObject } from '@backstage/types';
import {
  postmortemCreatePermission,
  postmortemDeletePermission,
  postmortemUpdatePermission,
  postmortemWaivePermission,
  type ActionItemPage,
  type ActionItemQuery,
  type ImportResult,
  type LessonPage,
  type LessonQuery,
  type Overview,
  type OverviewQuery,
  type OwnershipGapPage,
  type OwnershipGapQuery,
  type Postmortem,
  type PostmortemPage,
  type PostmortemQuery,
  type RevisionPage,
  type Settings,
  type Transition,
} from 'backstage-plugin-postmortem-common';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { PostmortemAccess } from '../permissions/PostmortemAccess';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type {
  CallOptions,
  ChangedActionItem,
  ImportRequest,
  PostmortemService,
  WriteOptions,
} from './PostmortemService';

/**
 * Lets through to the service what the caller is allowed: lists become
 * narrower, what may not be seen does not exist, and what may be seen but not
 * changed is refused.
 */
export class AuthorizedPostmortemService implements PostmortemService {
  readonly #service: PostmortemService;
  readonly #access: PostmortemAccess;
  readonly #guard: PostmortemGuard;
  readonly #postmortems: PostmortemStore;

  constructor(options: {
    service: PostmortemService;
    access: PostmortemAccess;
    guard: PostmortemGuard;
    postmortems: PostmortemStore;
  }) {
    this.#service = options.service;
    this.#access = options.access;
    this.#guard = options.guard;
    this.#postmortems = options.postmortems;
  }

  async list(
    query: PostmortemQuery,
    options: CallOptions,
  ): Promise<PostmortemPage> {
    return this.#service.list(query, await this.#guard.reading(options));
  }

  async get(idOrKey: string, options: CallOptions): Promise<Postmortem> {
    return this.#service.get(idOrKey, await this.#guard.reading(options));
  }

  async create(input: unknown, options: CallOptions): Promise<Postmortem> {
    await this.#access.require(postmortemCreatePermission, options.credentials);
    return this.#service.create(input, await this.#guard.reading(options));
  }

  async patch(
    idOrKey: string,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<Postmortem> {
    return this.#service.patch(
      idOrKey,
      patch,
      await this.#guard.writing(idOrKey, postmortemUpdatePermission, options),
    );
  }

  async delete(idOrKey: string, options: WriteOptions): Promise<void> {
    await this.#service.delete(
      idOrKey,
      await this.#guard.writing(idOrKey, postmortemDeletePermission, options),
    );
  }

  async restore(idOrKey: string, options: CallOptions): Promise<Postmortem> {
    return this.#service.restore(
      idOrKey,
      await this.#guard.writing(idOrKey, postmortemDeletePermission, options, {
        ofAnyState: true,
      }),
    );
  }

  async transition(
    idOrKey: string,
    step: Transition,
    options: WriteOptions,
  ): Promise<Postmortem> {
    const updating = await this.#guard.writing(
      idOrKey,
      postmortemUpdatePermission,
      options,
    );
    return this.#service.transition(
      idOrKey,
      step,
      step.waivers?.length
        ? await this.#guard.writing(
            idOrKey,
            postmortemWaivePermission,
            updating,
          )
        : updating,
    );
  }

  settings(): Settings {
    return this.#service.settings();
  }

  async listRevisions(
    idOrKey: string,
    query: { limit: number; cursor?: string },
    options: CallOptions,
  ): Promise<RevisionPage> {
    return this.#service.listRevisions(
      idOrKey,
      query,
      await this.#guard.reading(options),
    );
  }

  async getRevision(
    idOrKey: string,
    version: number,
    options: CallOptions,
  ): Promise<Postmortem> {
    return this.#service.getRevision(
      idOrKey,
      version,
      await this.#guard.reading(options),
    );
  }

  async restoreRevision(
    idOrKey: string,
    version: number,
    options: WriteOptions,
  ): Promise<Postmortem> {
    return this.#service.restoreRevision(
      idOrKey,
      version,
      await this.#guard.writing(idOrKey, postmortemUpdatePermission, options),
    );
  }

  async importMarkdown(
    request: ImportRequest,
    options: CallOptions,
  ): Promise<ImportResult> {
    await this.#access.require(postmortemCreatePermission, options.credentials);
    return this.#service.importMarkdown(
      request,
      await this.#guard.reading(options),
    );
  }

  async listActionItems(
    query: ActionItemQuery,
    options: CallOptions,
  ): Promise<ActionItemPage> {
    return this.#service.listActionItems(
      query,
      await this.#guard.reading(options),
    );
  }

  async patchActionItem(
    id: string,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<ChangedActionItem> {
    const postmortemId = await this.#postmortems.postmortemIdOfActionItem(id);
    return this.#service.patchActionItem(
      id,
      patch,
      postmortemId
        ? await this.#guard.writing(
            postmortemId,
            postmortemUpdatePermission,
            options,
            { missing: `There is no action item ${id}, or you may not see it` },
          )
        : await this.#guard.reading(options),
    );
  }

  async listOwnershipGaps(
    query: OwnershipGapQuery,
    options: CallOptions,
  ): Promise<OwnershipGapPage> {
    return this.#service.listOwnershipGaps(
      query,
      await this.#guard.reading(options),
    );
  }

  async listLessons(
    query: LessonQuery,
    options: CallOptions,
  ): Promise<LessonPage> {
    return this.#service.listLessons(query, await this.#guard.reading(options));
  }

  async overview(
    query: OverviewQuery,
    options: CallOptions,
  ): Promise<Overview> {
    return this.#service.overview(query, await this.#guard.reading(options));
  }
}
