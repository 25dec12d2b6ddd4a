import {
  mergePostmortems,
  resolveConflict,
  type ConflictChoice,
  type Postmortem,
  type PostmortemApi,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { contentOf, reuse } from './content';
import { Exchange, type Outcome } from './Exchange';
import { putBack, startOf } from './reconcile';
import { Schedule } from './Schedule';
import type {
  AutosaveSnapshot,
  SavePhase,
  UnsavedWork,
  WorkKeeper,
} from './types';

/** How long somebody has to pause before what they wrote is sent. */
export const PAUSE_MS = 1_200;

/** In these a change starts the pause; in others something has to happen first. */
const STARTS_PAUSE: ReadonlySet<SavePhase['name']> = new Set([
  'saved',
  'waiting',
  'rejected',
]);

/** What an `Autosave` works with. */
export interface AutosaveOptions {
  api: Pick<PostmortemApi, 'getPostmortem' | 'patchPostmortem'>;
  /** The document as it was opened. */
  postmortem: Postmortem;
  keeper: WorkKeeper;
  /** Work that earlier pages could not save, oldest first. */
  unsaved?: UnsavedWork[];
}

/**
 * Saves a document while somebody writes it.
 *
 * It holds what the server has (`server`) and what is in the form (`content`),
 * sends the difference after each pause, and merges what others wrote. A write
 * whose answer was lost is never repeated blindly: the document is read first,
 * and what was sent is looked for in it. Nothing that somebody typed leaves
 * `content` unless they decide so.
 */
export class Autosave {
  readonly #keeper: WorkKeeper;
  readonly #exchange: Exchange;
  readonly #schedule = new Schedule(() => this.save());
  readonly #listeners = new Set<() => void>();
  /** The document before and after work of earlier pages was put back. */
  readonly #restoring: { before: PostmortemContent; after: PostmortemContent };
  #snapshot: AutosaveSnapshot;
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor({ api, keeper, postmortem, unsaved = [] }: AutosaveOptions) {
    this.#keeper = keeper;
    const { isMerged, ...opened } = putBack(postmortem, unsaved);
    this.#restoring = {
      before: contentOf(postmortem),
      after: opened.content,
    };
    this.#snapshot = {
      ...opened,
      phase: { name: 'saved' },
      savedAt: null,
      issues: [],
      mergedWith: null,
      restored: isMerged ? 'merged' : 'none',
      draftProblem: null,
    };
    this.#exchange = new Exchange({
      api,
      state: this.getSnapshot,
      set: change => this.#set(change),
    });
    keeper.onProblem(draftProblem => {
      if (draftProblem !== this.#snapshot.draftProblem) {
        this.#set({ draftProblem });
      }
    });
    if (unsaved.length > 0) {
      this.#keep();
    }
  }

  readonly getSnapshot = (): AutosaveSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes what is in the form. */
  change(update: (content: PostmortemContent) => PostmortemContent): void {
    const before = this.#snapshot.content;
    const content = update(before);
    if (content === before) {
      return;
    }
    this.#exchange.contentChanged(before, content);
    this.#set({ content });
    this.#keep();
    if (STARTS_PAUSE.has(this.#snapshot.phase.name)) {
      this.#wait();
    }
  }

  /**
   * Decides a conflict. `mine` means what is in the form now, with what was
   * typed since the conflict arose.
   */
  resolve(path: string, choice: ConflictChoice): void {
    const { content, conflicts } = this.#snapshot;
    const conflict = conflicts.find(other => other.path === path);
    if (!conflict) {
      return;
    }
    const isDeletion = conflict.kind === 'row' && conflict.mine === null;
    const decided = resolveConflict(
      { merged: content, conflicts },
      path,
      choice,
    );
    this.#set({
      content:
        choice === 'mine' && !isDeletion
          ? content
          : reuse(content, decided.merged),
      conflicts: decided.conflicts,
    });
    this.#keep();
    this.save();
  }

  /** Takes out what was brought back from the browser, or puts it in again. */
  toggleRestored(): void {
    const { content, restored } = this.#snapshot;
    if (restored === 'none') {
      return;
    }
    const { before, after } = this.#restoring;
    const { merged } =
      restored === 'merged'
        ? mergePostmortems(after, content, before)
        : mergePostmortems(before, content, after);
    this.#set({ restored: restored === 'merged' ? 'discarded' : 'merged' });
    this.change(() => reuse(content, merged));
  }

  /** Ends the choice about what was brought back. */
  dismissRestored(): void {
    this.#set({ restored: 'none' });
  }

  /** Whether the server has everything that is in the form. */
  isSaved(): boolean {
    return (
      this.#exchange.prepare().issues.length === 0 &&
      this.#snapshot.conflicts.length === 0 &&
      !this.#exchange.hasMoreToSend()
    );
  }

  /** Sends now what is waiting. A save that is under way is joined. */
  save(): Promise<void> {
    this.#schedule.cancel();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /**
   * Takes in what others wrote, when nothing is waiting to be sent. Otherwise
   * it does nothing: the save that is to come merges by itself.
   */
  async refresh(): Promise<void> {
    if (!this.#isAtRest()) {
      return;
    }
    const current = await this.#exchange.read();
    if (current && this.#isAtRest()) {
      this.#exchange.takeIn(current);
      if (this.#exchange.hasMoreToSend()) {
        this.#wait();
      } else {
        this.#rest();
      }
    }
  }

  /** Sends everything now, also what is typed during a save. */
  async flush(): Promise<void> {
    do {
      await this.save();
    } while (this.#snapshot.phase.name === 'waiting');
  }

  /** Begins, or begins again, to save by itself. */
  open(): void {
    this.#isClosed = false;
    if (this.isSaved()) {
      this.#keeper.drop();
    } else {
      this.#wait();
    }
  }

  /** Writes at once what the browser is to keep. */
  keepNow(): void {
    this.#keeper.flush();
  }

  /** Sends what is waiting one last time. */
  close(): void {
    this.#isClosed = true;
    this.#schedule.cancel();
    this.#keeper.flush();
    if (this.#snapshot.phase.name === 'waiting') {
      this.save();
    }
  }

  #isAtRest(): boolean {
    return (
      !this.#isClosed &&
      this.#running === null &&
      this.#snapshot.phase.name === 'saved'
    );
  }

  async #run(): Promise<void> {
    try {
      this.#set({ mergedWith: null });
      let isOver = false;
      while (!isOver) {
        this.#set({ phase: { name: 'saving' } });
        isOver = this.#follow(await this.#exchange.attempt());
      }
    } catch (error) {
      this.#set({ phase: { name: 'rejected', message: String(error) } });
      throw error;
    }
  }

  /** @returns whether this run of attempts is over */
  #follow(outcome: Outcome): boolean {
    switch (outcome.next) {
      case 'again':
        this.#keep();
        return false;
      case 'rest':
        this.#rest();
        return true;
      case 'goOn':
        this.#schedule.succeed();
        this.#keep();
        if (!this.#isClosed) {
          this.#wait();
        }
        return !this.#isClosed;
      case 'later':
        this.#keep();
        this.#set({ phase: { name: 'unreachable' } });
        if (!this.#isClosed) {
          this.#schedule.retry();
        }
        return true;
      default:
        this.#keep();
        this.#set({ phase: outcome.phase });
        return true;
    }
  }

  #rest(): void {
    this.#schedule.succeed();
    this.#set({ phase: { name: 'saved' } });
    if (this.isSaved()) {
      this.#keeper.drop();
    } else {
      this.#keep();
    }
  }

  #keep(): void {
    this.#keeper.keep({
      baseVersion: this.#snapshot.server.version,
      base: startOf(this.#snapshot),
      mine: this.#snapshot.content,
    });
  }

  #wait(): void {
    this.#set({ phase: { name: 'waiting' } });
    this.#schedule.after(PAUSE_MS);
  }

  #set(change: Partial<AutosaveSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach(listener => listener());
  }
}
