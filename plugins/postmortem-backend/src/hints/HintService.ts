import { NotFoundError } from '@backstage/errors';
import type {
  HintDismissal,
  HintList,
} from 'backstage-plugin-postmortem-common';
import { postmortemHints } from 'backstage-plugin-postmortem-common/hints';
import { toPostmortem, type StoredPostmortem } from '../database/rows';
import type { DismissalStore } from './DismissalStore';

/** Advice on how a postmortem is written; knows no permissions. */
export class HintService {
  readonly #dismissals: DismissalStore;
  readonly #clock: () => string;

  constructor(options: { dismissals: DismissalStore; clock: () => string }) {
    this.#dismissals = options.dismissals;
    this.#clock = options.clock;
  }

  async list(postmortem: StoredPostmortem): Promise<HintList> {
    const dismissals = await this.#dismissals.all(postmortem.number);
    return {
      items: postmortemHints(toPostmortem(postmortem)).map(hint => ({
        ...hint,
        dismissal: dismissals.get(hint.id) ?? null,
      })),
    };
  }

  /** @throws NotFoundError when the document gives no such hint. */
  async dismiss(
    postmortem: StoredPostmortem,
    hintId: string,
    reason: string | null,
    who: string,
  ): Promise<HintDismissal> {
    const hints = postmortemHints(toPostmortem(postmortem));
    if (!hints.some(({ id }) => id === hintId)) {
      throw new NotFoundError(`There is no hint ${hintId}`);
    }
    const dismissal = {
      reason,
      dismissedBy: who,
      dismissedAt: this.#clock(),
    };
    await this.#dismissals.put(postmortem.number, hintId, dismissal);
    return dismissal;
  }

  /** @throws NotFoundError when it was not dismissed. */
  async undo({ number }: StoredPostmortem, hintId: string): Promise<void> {
    if (!(await this.#dismissals.delete(number, hintId))) {
      throw new NotFoundError(`The hint ${hintId} is not dismissed`);
    }
  }
}
