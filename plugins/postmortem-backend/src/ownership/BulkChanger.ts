import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  postmortemUpdatePermission,
  type ActionItemBulkInput,
  type ActionItemBulkResult,
} from 'backstage-plugin-postmortem-common';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { StoredContent } from '../database/rows';
import { AnswerError } from '../errors';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { patchActionItem } from '../service/patchActionItem';
import type { PostmortemChanger } from '../service/PostmortemChanger';

type Result = ActionItemBulkResult['results'][number];

/** Why each of the items was not changed; null where it was. */
type Outcome = Map<string, string | null>;

// The same for items that are not there and for those that may not be seen.
const UNKNOWN = 'There is no such action item, or you may not see it';

/**
 * Changes many action items, those of a postmortem in one write, and says of
 * each whether it was changed.
 */
export class BulkChanger {
  readonly #postmortems: PostmortemStore;
  readonly #changer: PostmortemChanger;
  readonly #guard: PostmortemGuard;
  readonly #logger: LoggerService;

  constructor(options: {
    postmortems: PostmortemStore;
    changer: PostmortemChanger;
    guard: PostmortemGuard;
    logger: LoggerService;
  }) {
    this.#postmortems = options.postmortems;
    this.#changer = options.changer;
    this.#guard = options.guard;
    this.#logger = options.logger;
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
    const outcome: Outcome = new Map();
    // One after the other: each is a write that others have to wait for.
    for (const [postmortemId, itemIds] of byPostmortem) {
      for (const [id, error] of await this.#changeItems(
        postmortemId,
        itemIds,
        patch as JsonObject,
        credentials,
      )) {
        outcome.set(id, error);
      }
    }
    return {
      results: wanted.map((id): Result => {
        const error = outcome.has(id) ? outcome.get(id)! : UNKNOWN;
        return { id, changed: error === null, error };
      }),
    };
  }

  /** Changes items of one postmortem, in one write. */
  async #changeItems(
    postmortemId: string,
    itemIds: string[],
    patch: JsonObject,
    credentials: BackstageCredentials,
  ): Promise<Outcome> {
    let outcome: Outcome = new Map();
    try {
      const options = await this.#guard.writing(
        postmortemId,
        postmortemUpdatePermission,
        { credentials, ifMatch: '*' as const },
        { missing: UNKNOWN },
      );
      await this.#changer.change(
        postmortemId,
        options,
        'updated',
        async ({ content }, now) => {
          // Once more from the beginning where somebody else wrote first.
          outcome = new Map();
          let changed = content;
          for (const id of itemIds) {
            const one = patchOne(id, patch, changed, now);
            outcome.set(id, one.error);
            changed = one.content;
          }
          return changed === content ? undefined : { content: changed };
        },
        false,
        new NotFoundError(UNKNOWN),
      );
      return outcome;
    } catch (error) {
      return new Map(itemIds.map(id => [id, this.#reasonOf(error)]));
    }
  }

  #reasonOf(error: unknown): string {
    const isForCaller =
      error instanceof InputError ||
      error instanceof NotAllowedError ||
      error instanceof NotFoundError ||
      error instanceof ConflictError ||
      error instanceof AnswerError;
    if (isForCaller) {
      return error.message;
    }
    this.#logger.error('Could not change action items', error as Error);
    return 'The server failed to change it; its log says why';
  }
}

function patchOne(
  id: string,
  patch: JsonObject,
  content: StoredContent,
  now: string,
): { content: StoredContent; error: string | null } {
  if (!content.actionItems.some(item => item.id === id)) {
    return { content, error: UNKNOWN };
  }
  try {
    const change = patchActionItem(id, patch, content, now);
    return { content: change?.content ?? content, error: null };
  } catch (error) {
    if (error instanceof InputError) {
      return { content, error: error.message };
    }
    throw error;
  }
}
