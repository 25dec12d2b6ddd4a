import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  postmortemUpdatePermission,
  type ActionItemBulkInput,
  type ActionItemBulkResult,
} from 'backstage-plugin-postmortem-common';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { patchActionItem } from '../service/patchActionItem';
import type { PostmortemChanger } from '../service/PostmortemChanger';

type Result = ActionItemBulkResult['results'][number];

/**
 * Changes many action items, those of a postmortem in one write, and says of
 * each whether it was changed.
 */
export class BulkChanger {
  readonly #postmortems: PostmortemStore;
  readonly #changer: PostmortemChanger;
  readonly #guard: PostmortemGuard;

  constructor(options: {
    postmortems: PostmortemStore;
    changer: PostmortemChanger;
    guard: PostmortemGuard;
  }) {
    this.#postmortems = options.postmortems;
    this.#changer = options.changer;
    this.#guard = options.guard;
  }

  async change(
    { ids, patch }: ActionItemBulkInput,
    credentials: BackstageCredentials,
  ): Promise<ActionItemBulkResult> {
    const wanted = [...new Set(ids.map(id => id.toLocaleLowerCase('en-US')))];
    const homes = await this.#postmortems.postmortemIdsOfActionItems(wanted);
    const byPostmortem = new Map<string, string[]>();
    for (const id of wanted) {
      const home = homes.get(id);
      if (home) {
        byPostmortem.set(home, [...(byPostmortem.get(home) ?? []), id]);
      }
    }
    const outcome = new Map<string, string | null>();
    // One after the other: each is a write that others have to wait for.
    for (const [postmortemId, itemIds] of byPostmortem) {
      const error = await this.#changeItems(
        postmortemId,
        itemIds,
        patch as JsonObject,
        credentials,
      );
      itemIds.forEach(id => outcome.set(id, error));
    }
    return {
      results: wanted.map((id): Result => {
        const error = outcome.has(id)
          ? outcome.get(id)!
          : `There is no action item ${id}, or you may not see it`;
        return { id, changed: error === null, error };
      }),
    };
  }

  /** @returns why the items were not changed; null when they were. */
  async #changeItems(
    postmortemId: string,
    itemIds: string[],
    patch: JsonObject,
    credentials: BackstageCredentials,
  ): Promise<string | null> {
    try {
      const options = await this.#guard.writing(
        postmortemId,
        postmortemUpdatePermission,
        { credentials, ifMatch: '*' as const },
        { missing: 'There is no such action item, or you may not see it' },
      );
      await this.#changer.change(
        postmortemId,
        options,
        'updated',
        async ({ content }, now) => {
          const changed = itemIds.reduce(
            (current, id) =>
              patchActionItem(id, patch, current, now)?.content ?? current,
            content,
          );
          return changed === content ? undefined : { content: changed };
        },
      );
      return null;
    } catch (error) {
      // Told to the caller, item by item.
      return (error as Error).message;
    }
  }
}
