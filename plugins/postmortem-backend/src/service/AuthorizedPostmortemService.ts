import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
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
  type Postmortem,
  type PostmortemPage,
  type PostmortemQuery,
  type RevisionPage,
  type Settings,
  type Transition,
} from 'backstage-plugin-postmortem-common';
import type { PostmortemStore } from '../database/PostmortemStore';
import { allOf, type PostmortemFilter } from '../permissions/filter';
import type { PostmortemAccess } from '../permissions/PostmortemAccess';
import type {
  CallOptions,
  ChangedActionItem,
  ImportRequest,
  PostmortemService,
  WriteOptions,
} from './PostmortemService';

/** A filter that no postmortem passes. */
const NOTHING: PostmortemFilter = { property: 'id', values: [] };

/**
 * Lets through to the service what the caller is allowed: lists become
 * narrower, what may not be seen does not exist, and what may be seen but not
 * changed is refused.
 */
export class AuthorizedPostmortemService implements PostmortemService {
  readonly #service: PostmortemService;
  readonly #access: PostmortemAccess;
  readonly #postmortems: PostmortemStore;

  constructor(options: {
    service: PostmortemService;
    access: PostmortemAccess;
    postmortems: PostmortemStore;
  }) {
    this.#service = options.service;
    this.#access = options.access;
    this.#postmortems = options.postmortems;
  }

  async list(
    query: PostmortemQuery,
    options: CallOptions,
  ): Promise<PostmortemPage> {
    return this.#service.list(query, await this.#reading(options));
  }

  async get(idOrKey: string, options: CallOptions): Promise<Postmortem> {
    return this.#service.get(idOrKey, await this.#reading(options));
  }

  async create(input: unknown, options: CallOptions): Promise<Postmortem> {
    await this.#access.require(postmortemCreatePermission, options.credentials);
    return this.#service.create(input, await this.#reading(options));
  }

  async patch(
    idOrKey: string,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<Postmortem> {
    return this.#service.patch(
      idOrKey,
      patch,
      await this.#writing(idOrKey, postmortemUpdatePermission, options),
    );
  }

  async delete(idOrKey: string, options: WriteOptions): Promise<void> {
    await this.#service.delete(
      idOrKey,
      await this.#writing(idOrKey, postmortemDeletePermission, options),
    );
  }

  async restore(idOrKey: string, options: CallOptions): Promise<Postmortem> {
    return this.#service.restore(
      idOrKey,
      await this.#writing(idOrKey, postmortemDeletePermission, options, true),
    );
  }

  async transition(
    idOrKey: string,
    step: Transition,
    options: WriteOptions,
  ): Promise<Postmortem> {
    const updating = await this.#writing(
      idOrKey,
      postmortemUpdatePermission,
      options,
    );
    return this.#service.transition(
      idOrKey,
      step,
      step.waivers?.length
        ? await this.#writing(idOrKey, postmortemWaivePermission, updating)
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
      await this.#reading(options),
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
      await this.#reading(options),
    );
  }

  async importMarkdown(
    request: ImportRequest,
    options: CallOptions,
  ): Promise<ImportResult> {
    await this.#access.require(postmortemCreatePermission, options.credentials);
    return this.#service.importMarkdown(request, await this.#reading(options));
  }

  async listActionItems(
    query: ActionItemQuery,
    options: CallOptions,
  ): Promise<ActionItemPage> {
    return this.#service.listActionItems(query, await this.#reading(options));
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
        ? await this.#writing(
            postmortemId,
            postmortemUpdatePermission,
            options,
            false,
            `There is no action item ${id}, or you may not see it`,
          )
        : await this.#reading(options),
    );
  }

  async listLessons(
    query: LessonQuery,
    options: CallOptions,
  ): Promise<LessonPage> {
    return this.#service.listLessons(query, await this.#reading(options));
  }

  async overview(
    query: OverviewQuery,
    options: CallOptions,
  ): Promise<Overview> {
    return this.#service.overview(query, await this.#reading(options));
  }

  /** Narrows a call to what the caller may see. */
  async #reading<T extends CallOptions>(options: T): Promise<T> {
    const { visible } = await this.#access.of(options.credentials);
    return { ...options, visible: visible === false ? NOTHING : visible };
  }

  /**
   * Checks that the caller may change the postmortem, and narrows the call to
   * those for which that is so, in case it changes in between.
   *
   * @throws NotFoundError when the caller may not know of it.
   * @throws NotAllowedError when they may see it but not change it.
   */
  async #writing<T extends CallOptions>(
    idOrKey: string,
    permission: ResourcePermission,
    options: T,
    ofAnyState: boolean = false,
    missing: string = `There is no postmortem ${idOrKey}, or you may not see it`,
  ): Promise<T> {
    const { visible, actionable } = await this.#access.of(
      options.credentials,
      permission,
    );
    const there = (filter: PostmortemFilter | undefined) =>
      this.#isThere(idOrKey, filter, ofAnyState);
    if (visible === false || !(await there(visible))) {
      throw new NotFoundError(missing);
    }
    const both = actionable !== false && allOf(visible, actionable);
    if (both === false || (actionable && !(await there(both)))) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name} for this postmortem`,
      );
    }
    return { ...options, visible: allOf(options.visible, both) };
  }

  async #isThere(
    idOrKey: string,
    visible: PostmortemFilter | undefined,
    ofAnyState: boolean,
  ): Promise<boolean> {
    return (
      (await this.#postmortems.exists({ idOrKey, visible })) ||
      (ofAnyState &&
        (await this.#postmortems.exists({ idOrKey, visible, deleted: true })))
    );
  }
}
