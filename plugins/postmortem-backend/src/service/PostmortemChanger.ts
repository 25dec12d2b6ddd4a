import { NotFoundError } from '@backstage/errors';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import type { PostmortemStore } from '../database/PostmortemStore';
import { toPostmortem, type StoredPostmortem } from '../database/rows';
import { StaleVersionError } from '../errors';
import { authorOf } from './author';
import type { WriteOptions } from './PostmortemService';
import type {
  Change,
  PostmortemWriter,
  WriteContext,
} from './PostmortemWriter';

// How often a write that may go on top of any version is tried again when
// others write at the same time.
const MAX_ATTEMPTS = 5;

/** Puts changes on top of what is stored, however many write at once. */
export class PostmortemChanger {
  readonly #postmortems: PostmortemStore;
  readonly #writer: PostmortemWriter;
  readonly #clock: () => string;

  constructor(options: {
    postmortems: PostmortemStore;
    writer: PostmortemWriter;
    clock: () => string;
  }) {
    this.#postmortems = options.postmortems;
    this.#writer = options.writer;
    this.#clock = options.clock;
  }

  /**
   * Changes what is stored, on top of a version that the caller accepts. A
   * change that is undefined leaves everything, the version too, as it is.
   */
  async change(
    idOrKey: string,
    { credentials, visible, ifMatch }: WriteOptions,
    action: WriteContext['action'],
    makeChange: (
      before: StoredPostmortem,
      now: string,
    ) => Promise<Change | undefined>,
    deleted: boolean = false,
    missing: Error = noPostmortem(idOrKey),
  ): Promise<Postmortem> {
    const author = authorOf(credentials);
    let latest: Postmortem | undefined;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.#postmortems.find({
        idOrKey,
        visible,
        deleted,
      });
      if (!before) {
        throw missing;
      }
      latest = toPostmortem(before);
      if (ifMatch !== '*' && !ifMatch.includes(before.kept.version)) {
        throw new StaleVersionError(latest);
      }
      const now = this.#clock();
      const change = await makeChange(before, now);
      if (!change) {
        return latest;
      }
      const after = await this.#writer.update(before, change, {
        credentials,
        author,
        now,
        action,
      });
      if (after) {
        return after;
      }
    }
    throw new StaleVersionError(latest!);
  }
}

/** What callers are told of what they may not know of. */
export function noPostmortem(idOrKey: string): NotFoundError {
  return new NotFoundError(
    `There is no postmortem ${idOrKey}, or you may not see it`,
  );
}
