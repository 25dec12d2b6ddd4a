import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { StoredPostmortem } from '../database/rows';
import type { CallOptions } from '../service/PostmortemService';
import { allOf, type PostmortemFilter } from './filter';
import type { PostmortemAccess } from './PostmortemAccess';

/** A filter that no postmortem passes. */
const NOTHING: PostmortemFilter = { property: 'id', values: [] };

function unknown(idOrKey: string): string {
  return `There is no postmortem ${idOrKey}, or you may not see it`;
}

/** Narrows calls to what their caller is allowed, and refuses the others. */
export class PostmortemGuard {
  readonly #access: PostmortemAccess;
  readonly #postmortems: PostmortemStore;

  constructor(options: {
    access: PostmortemAccess;
    postmortems: PostmortemStore;
  }) {
    this.#access = options.access;
    this.#postmortems = options.postmortems;
  }

  /** Narrows a call to what the caller may see. */
  async reading<T extends CallOptions>(options: T): Promise<T> {
    const { visible } = await this.#access.of(options.credentials);
    return { ...options, visible: visible === false ? NOTHING : visible };
  }

  /**
   * What the caller may see, for a call about one postmortem that they have to
   * see and need not be allowed to change.
   *
   * @param id - of the postmortem; undefined where there is none
   * @throws `missing` when the caller may not know of it.
   */
  async seeing(
    id: string | undefined,
    credentials: BackstageCredentials,
    missing: NotFoundError,
  ): Promise<{ id: string; visible: PostmortemFilter | undefined }> {
    const { visible } = await this.reading<CallOptions>({ credentials });
    if (!id || !(await this.#postmortems.exists({ idOrKey: id, visible }))) {
      throw missing;
    }
    return { id, visible };
  }

  /**
   * Checks that the caller may change the postmortem, and narrows the call to
   * those for which that is so, in case it changes in between.
   *
   * @throws NotFoundError when the caller may not know of it.
   * @throws NotAllowedError when they may see it but not change it.
   */
  async writing<T extends CallOptions>(
    idOrKey: string,
    permission: ResourcePermission,
    options: T,
    {
      ofAnyState = false,
      missing = unknown(idOrKey),
    }: { ofAnyState?: boolean; missing?: string } = {},
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

  /**
   * The postmortem, for callers who may see it and, where a permission is
   * named, have that one for it.
   *
   * @throws NotFoundError when the caller may not know of it.
   * @throws NotAllowedError when they lack the permission.
   */
  async find(
    idOrKey: string,
    credentials: BackstageCredentials,
    permission?: ResourcePermission,
  ): Promise<StoredPostmortem> {
    const { visible } = permission
      ? await this.writing(idOrKey, permission, { credentials } as CallOptions)
      : await this.reading({ credentials } as CallOptions);
    const stored = await this.#postmortems.find({ idOrKey, visible });
    if (!stored) {
      throw new NotFoundError(unknown(idOrKey));
    }
    return stored;
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
