import type { DraftProblem, UnsavedWork, WorkKeeper } from '../saving';
import { DraftStorageError, type DraftStore } from './DraftStore';

/** A change is kept at the latest after this long. */
const THROTTLE_MS = 300;

/** Keeps the unsaved work of one page. */
export class DraftKeeper implements WorkKeeper {
  readonly #store: DraftStore;
  readonly #place: { postmortemId: string; pageId: string; writtenBy: string };
  #report: (problem: DraftProblem) => void = () => {};
  #waiting: UnsavedWork | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: {
    store: DraftStore;
    postmortemId: string;
    pageId: string;
    /** The user whose work it is. */
    writtenBy: string;
  }) {
    const { store, ...place } = options;
    this.#store = store;
    this.#place = place;
  }

  onProblem(listener: (problem: DraftProblem) => void): void {
    this.#report = listener;
  }

  keep(work: UnsavedWork): void {
    const isScheduled = this.#waiting !== null;
    this.#waiting = work;
    if (!isScheduled) {
      this.#timer = setTimeout(() => this.flush(), THROTTLE_MS);
    }
  }

  flush(): void {
    const work = this.#waiting;
    this.#cancel();
    if (!work) {
      return;
    }
    const { postmortemId, pageId, writtenBy } = this.#place;
    try {
      this.#store.put(postmortemId, pageId, {
        ...work,
        writtenBy,
        savedAt: new Date().toISOString(),
      });
      this.#report(null);
    } catch (error) {
      if (!(error instanceof DraftStorageError)) {
        throw error;
      }
      this.#report(error.reason);
    }
  }

  drop(): void {
    this.#cancel();
    this.#store.remove(this.#place.postmortemId, this.#place.pageId);
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }
}
