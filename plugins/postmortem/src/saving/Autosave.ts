import {
  diffPostmortems,
  mergePostmortems,
  resolveConflict,
  type ConflictChoice,
  type FieldIssue,
  type Postmortem,
  type PostmortemApi,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { contentOf, reuse } from './content';
import { failureOf, type Failure } from './failure';
import { prepare, relocate } from './prepare';
import {
  contains,
  mergeIn,
  putBack,
  saysTheSame,
  startOf,
  takeOver,
} from './reconcile';
import { Schedule } from './Schedule';
import type {
  AutosaveSnapshot,
  SavePhase,
  UnsavedWork,
  WorkKeeper,
} from './types';

/** How long somebody has to pause before what they wrote is sent. */
export const PAUSE_MS = 1_200;

/** How often in a row others may write first before this side waits. */
const MERGES_IN_A_ROW = 5;

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
  readonly #api: AutosaveOptions['api'];
  readonly #keeper: WorkKeeper;
  readonly #schedule = new Schedule(() => this.save());
  readonly #listeners = new Set<() => void>();
  /** The document before and after work of earlier pages was put back. */
  readonly #restoring: { before: PostmortemContent; after: PostmortemContent };
  #snapshot: AutosaveSnapshot;
  /** What the server refused, until that part of the document changes. */
  #refused: FieldIssue[] = [];
  /** What was sent without an answer coming back. */
  #unanswered: PostmortemContent | null = null;
  #mergesInARow = 0;
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor({ api, keeper, postmortem, unsaved = [] }: AutosaveOptions) {
    this.#api = api;
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
    this.#refused = this.#refused.filter(({ path }) => {
      const name = path.split('.')[0] as keyof PostmortemContent;
      return content[name] === before[name];
    });
    this.#set({ content });
    this.#keep();
    if (['saved', 'waiting', 'rejected'].includes(this.#snapshot.phase.name)) {
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

  /** Puts the notices about merging away. */
  dismissNotices(): void {
    this.#set({ mergedWith: null, restored: 'none' });
  }

  /** Whether the server has everything that is in the form. */
  isSaved(): boolean {
    const { issues } = this.#prepare();
    return (
      issues.length === 0 &&
      this.#snapshot.conflicts.length === 0 &&
      !this.#hasMoreToSend()
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

  async #run(): Promise<void> {
    try {
      let isOver = false;
      while (!isOver) {
        this.#set({ phase: { name: 'saving' } });
        isOver = await this.#attempt();
      }
    } catch (error) {
      this.#stop({ name: 'rejected', message: String(error) });
      throw error;
    }
  }

  /** @returns whether to stop; otherwise the next attempt follows at once. */
  async #attempt(): Promise<boolean> {
    if (this.#unanswered) {
      const current = await this.#api
        .getPostmortem(this.#snapshot.server.id)
        .catch(failureOf);
      if ('kind' in current) {
        return this.#fail(current);
      }
      this.#receive(current);
    }
    const { server } = this.#snapshot;
    const { sendable, issues } = this.#prepare();
    this.#set({ issues: reuse(this.#snapshot.issues, issues) });
    if (!this.#hasMoreToSend()) {
      return this.#finish();
    }
    const saved = await this.#api
      .patchPostmortem(
        server.id,
        server.version,
        diffPostmortems(contentOf(server), sendable),
      )
      .catch(failureOf);
    if ('kind' in saved) {
      return this.#fail(saved, sendable);
    }
    this.#takeOver(saved, sendable);
    this.#set({ savedAt: Date.now() });
    return this.#hasMoreToSend() ? this.#goOn() : this.#finish();
  }

  #finish(): boolean {
    this.#schedule.succeed();
    this.#mergesInARow = 0;
    this.#set({ phase: { name: 'saved' } });
    if (this.isSaved()) {
      this.#keeper.drop();
    } else {
      this.#keep();
    }
    return true;
  }

  /** Somebody typed during the save: that waits for its own pause. */
  #goOn(): boolean {
    this.#schedule.succeed();
    this.#keep();
    if (this.#isClosed) {
      return false;
    }
    this.#wait();
    return true;
  }

  #fail(failure: Failure, sent?: PostmortemContent): boolean {
    switch (failure.kind) {
      case 'stale':
        this.#receive(failure.current);
        this.#mergesInARow += 1;
        return this.#mergesInARow > MERGES_IN_A_ROW && this.#tryLater();
      case 'unreachable':
        this.#unanswered = sent ?? this.#unanswered;
        return this.#tryLater();
      case 'invalid':
        return this.#refuse(failure.issues, sent!);
      case 'signedOut':
        return this.#stop({ name: 'signedOut' });
      case 'refused':
        return this.#stop({ name: 'refused', status: failure.status });
      default:
        return this.#stop({ name: 'rejected', message: failure.message });
    }
  }

  #tryLater(): boolean {
    this.#mergesInARow = 0;
    if (!this.#isClosed) {
      this.#schedule.retry();
    }
    return this.#stop({ name: 'unreachable' });
  }

  #stop(phase: SavePhase): boolean {
    this.#keep();
    this.#set({ phase });
    return true;
  }

  #refuse(issues: FieldIssue[], sent: PostmortemContent): boolean {
    const { content, issues: known } = this.#snapshot;
    const located = relocate(issues, sent, content);
    const isNew = located.some(
      ({ path }) => !this.#refused.some(other => other.path === path),
    );
    this.#refused = [...this.#refused, ...located];
    this.#set({ issues: [...known, ...located] });
    // Held back already and still refused: it is something else that is wrong.
    return isNew
      ? false
      : this.#stop({ name: 'rejected', message: issues[0].message });
  }

  /** The server's document was read again, or came with a refusal. */
  #receive(current: Postmortem): void {
    const { server } = this.#snapshot;
    if (current.version === server.version) {
      // What was sent did not arrive, or not yet: keep looking out for it.
      return;
    }
    const sent = this.#unanswered;
    if (sent && contains(current, sent, contentOf(server))) {
      this.#takeOver(current, sent);
      return;
    }
    this.#unanswered = null;
    this.#set({
      ...mergeIn(this.#snapshot, current),
      mergedWith: current.updatedBy,
    });
    this.#keep();
  }

  #takeOver(saved: Postmortem, sent: PostmortemContent): void {
    this.#unanswered = null;
    this.#set(takeOver(this.#snapshot, saved, sent));
  }

  #hasMoreToSend(): boolean {
    const base = contentOf(this.#snapshot.server);
    return !saysTheSame(base, this.#prepare().sendable);
  }

  #prepare() {
    const { content, conflicts, server } = this.#snapshot;
    return prepare(content, contentOf(server), conflicts, this.#refused);
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
