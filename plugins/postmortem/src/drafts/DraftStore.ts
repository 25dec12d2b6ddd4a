import type { PostmortemContent } from 'backstage-plugin-postmortem-common';
import { z } from 'zod';

const PREFIX = 'postmortem.draft.';

const contentSchema = z.custom<PostmortemContent>(
  value =>
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    'incident' in value,
);

const draftSchema = z.object({
  baseVersion: z.int(),
  base: contentSchema,
  mine: contentSchema,
  /** The user whose words these are. */
  writtenBy: z.string(),
  savedAt: z.iso.datetime(),
});

/** What a page kept of one document that the server may not have. */
export type Draft = z.output<typeof draftSchema>;

/** A draft, and the page that kept it. */
export type KeptDraft = { pageId: string; draft: Draft };

/** Why a draft could not be kept. */
export class DraftStorageError extends Error {
  readonly reason: 'denied' | 'full';

  constructor(reason: 'denied' | 'full', cause?: unknown) {
    super(`The browser keeps no drafts: ${reason}`, { cause });
    this.name = 'DraftStorageError';
    this.reason = reason;
  }
}

function read(text: string | null): Draft | undefined {
  if (text === null) {
    return undefined;
  }
  try {
    return draftSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // Not written by this plugin, or cut off: there is nothing to bring back.
    return undefined;
  }
}

/**
 * Drafts in the storage of a browser. Each page has its own, so that two
 * windows with the same document do not overwrite each other's.
 */
export class DraftStore {
  readonly #storage: Storage | null;

  /** @param storage - null where the browser does not allow one */
  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  /** The drafts that one person left of a document, oldest first. */
  list(postmortemId: string, writtenBy: string): KeptDraft[] {
    const prefix = `${PREFIX}${postmortemId}.`;
    const storage = this.#storage;
    return Object.keys(storage ?? {})
      .filter(key => key.startsWith(prefix))
      .flatMap(key => {
        const draft = read(storage!.getItem(key));
        return draft?.writtenBy === writtenBy
          ? [{ pageId: key.slice(prefix.length), draft }]
          : [];
      })
      .sort((one, other) =>
        one.draft.savedAt.localeCompare(other.draft.savedAt),
      );
  }

  /** @throws DraftStorageError when the browser does not take it. */
  put(postmortemId: string, pageId: string, draft: Draft): void {
    if (!this.#storage) {
      throw new DraftStorageError('denied');
    }
    try {
      this.#storage.setItem(
        `${PREFIX}${postmortemId}.${pageId}`,
        JSON.stringify(draft),
      );
    } catch (error) {
      throw new DraftStorageError('full', error);
    }
  }

  remove(postmortemId: string, pageId: string): void {
    this.#storage?.removeItem(`${PREFIX}${postmortemId}.${pageId}`);
  }
}
