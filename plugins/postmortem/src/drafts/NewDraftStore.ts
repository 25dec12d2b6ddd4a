import { z } from 'zod';

const KEY = 'postmortem.new';

/** The answers to the five questions that begin a postmortem. */
export const newAnswersSchema = z.object({
  title: z.string(),
  entityRef: z.string().nullable(),
  severity: z.string().nullable(),
  startedAt: z.string().nullable(),
  summary: z.string().nullable(),
});

export type NewAnswers = z.output<typeof newAnswersSchema>;

/**
 * The answers that were given but not sent, in the storage of a browser. A
 * browser that allows none keeps none: five answers are soon given again.
 */
export class NewDraftStore {
  readonly #storage: Storage | null;

  /** @param storage - null where the browser does not allow one */
  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  read(): NewAnswers | undefined {
    const text = this.#storage?.getItem(KEY);
    if (!text) {
      return undefined;
    }
    try {
      return newAnswersSchema.safeParse(JSON.parse(text)).data;
    } catch {
      // Cut off or not ours: there is nothing to bring back.
      return undefined;
    }
  }

  /** @returns whether the browser took it */
  write(answers: NewAnswers): boolean {
    try {
      this.#storage?.setItem(KEY, JSON.stringify(answers));
      return this.#storage !== null;
    } catch {
      return false;
    }
  }

  clear(): void {
    this.#storage?.removeItem(KEY);
  }
}
