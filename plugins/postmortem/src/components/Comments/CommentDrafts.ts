import { z } from 'zod';

const draftSchema = z.object({ text: z.string(), writtenBy: z.string() });

/** Comments that were begun but not sent, in the storage of a browser. */
export class CommentDrafts {
  readonly #storage: Storage | null;
  readonly #prefix: string;
  readonly #writtenBy: string;

  /** @param storage - null where the browser does not allow one */
  constructor(options: {
    storage: Storage | null;
    postmortemId: string;
    /** The user who writes: nobody finds the words of another. */
    writtenBy: string;
  }) {
    this.#storage = options.storage;
    this.#prefix = `postmortem.comment.${options.postmortemId}.`;
    this.#writtenBy = options.writtenBy;
  }

  /** @param place - names a place among those of the postmortem */
  read(place: string): string {
    const kept = this.#storage?.getItem(this.#prefix + place);
    if (!kept) {
      return '';
    }
    try {
      const draft = draftSchema.safeParse(JSON.parse(kept)).data;
      return draft?.writtenBy === this.#writtenBy ? draft.text : '';
    } catch {
      // Not written by this plugin, or cut off: there is nothing to bring back.
      return '';
    }
  }

  /** Keeps a text, or forgets it when it is empty. */
  keep(place: string, text: string): void {
    const key = this.#prefix + place;
    if (text === '') {
      this.#storage?.removeItem(key);
      return;
    }
    try {
      this.#storage?.setItem(
        key,
        JSON.stringify({ text, writtenBy: this.#writtenBy }),
      );
    } catch {
      // A browser that is full keeps no draft; the text stays in its field.
    }
  }
}
