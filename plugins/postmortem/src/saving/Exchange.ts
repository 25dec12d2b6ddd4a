import {
  diffPostmortems,
  type FieldIssue,
  type Postmortem,
  type PostmortemApi,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { contentOf, reuse } from './content';
import { failureOf, type Failure } from './failure';
import { normalized, prepare, relocate } from './prepare';
import { contains, mergeIn, saysTheSame, takeOver } from './reconcile';
import type { AutosaveSnapshot, SavePhase } from './types';

/** How often in a row others may write first before this side waits. */
const MERGES_IN_A_ROW = 5;

/** What is to follow one exchange with the server. */
export type Outcome =
  /** Nothing is left to send. */
  | { next: 'rest' }
  /** Somebody typed during the save: that waits for its own pause. */
  | { next: 'goOn' }
  /** Another attempt, at once. */
  | { next: 'again' }
  /** Another attempt, after a wait. */
  | { next: 'later' }
  /** Nothing, until somebody does something. */
  | { next: 'stop'; phase: SavePhase };

const AGAIN: Outcome = { next: 'again' };
const LATER: Outcome = { next: 'later' };

function stop(phase: SavePhase): Outcome {
  return { next: 'stop', phase };
}

/**
 * The talk with the server: sends what can be sent, and knows what it answered
 * and what it did not answer.
 */
export class Exchange {
  readonly #api: Pick<PostmortemApi, 'getPostmortem' | 'patchPostmortem'>;
  readonly #state: () => AutosaveSnapshot;
  readonly #set: (change: Partial<AutosaveSnapshot>) => void;
  /** What the server refused, until that part of the document changes. */
  #refused: FieldIssue[] = [];
  /** What was sent without an answer coming back. */
  #unanswered: PostmortemContent | null = null;
  #mergesInARow = 0;

  constructor(options: {
    api: Pick<PostmortemApi, 'getPostmortem' | 'patchPostmortem'>;
    state: () => AutosaveSnapshot;
    set: (change: Partial<AutosaveSnapshot>) => void;
  }) {
    this.#api = options.api;
    this.#state = options.state;
    this.#set = options.set;
  }

  /** What can be sent now, and what has to be mended first. */
  prepare() {
    const { content, conflicts, server } = this.#state();
    return prepare(content, contentOf(server), conflicts, this.#refused);
  }

  /** Whether the server lacks something that can be sent. */
  hasMoreToSend(): boolean {
    return !saysTheSame(this.#base(), this.prepare().sendable);
  }

  /** The form changed: what the server refused of it may be right now. */
  contentChanged(before: PostmortemContent, after: PostmortemContent): void {
    this.#refused = this.#refused.filter(({ path }) => {
      const name = path.split('.')[0] as keyof PostmortemContent;
      return after[name] === before[name];
    });
  }

  /** Reads first if an answer is missing, then writes if there is something. */
  async attempt(): Promise<Outcome> {
    if (this.#unanswered) {
      const current = await this.#api
        .getPostmortem(this.#state().server.id)
        .catch(failureOf);
      if ('kind' in current) {
        return this.#fail(current);
      }
      this.#receive(current);
    }
    const { server, issues: known } = this.#state();
    const { sendable, issues } = this.prepare();
    this.#set({ issues: reuse(known, issues) });
    if (!this.hasMoreToSend()) {
      return this.#succeed();
    }
    const saved = await this.#api
      .patchPostmortem(
        server.id,
        server.version,
        diffPostmortems(this.#base(), sendable),
      )
      .catch(failureOf);
    if ('kind' in saved) {
      return this.#fail(saved, sendable);
    }
    this.#takeOver(saved, sendable);
    this.#set({ savedAt: Date.now() });
    return this.#succeed();
  }

  /**
   * Reads what the server has now.
   *
   * @returns null when it cannot be read; the next save tells why
   */
  async read(): Promise<Postmortem | null> {
    const current = await this.#api
      .getPostmortem(this.#state().server.id)
      .catch(failureOf);
    return 'kind' in current ? null : current;
  }

  /** Merges what was read, unless a save has brought something newer. */
  takeIn(current: Postmortem): void {
    if (current.version > this.#state().server.version) {
      this.#receive(current);
      const { issues: known } = this.#state();
      this.#set({ issues: reuse(known, this.prepare().issues) });
    }
  }

  #base(): PostmortemContent {
    return normalized(contentOf(this.#state().server));
  }

  #succeed(): Outcome {
    this.#mergesInARow = 0;
    return { next: this.hasMoreToSend() ? 'goOn' : 'rest' };
  }

  #fail(failure: Failure, sent?: PostmortemContent): Outcome {
    switch (failure.kind) {
      case 'stale':
        this.#receive(failure.current);
        this.#mergesInARow += 1;
        return this.#mergesInARow > MERGES_IN_A_ROW ? LATER : AGAIN;
      case 'unreachable':
        this.#unanswered = sent ?? this.#unanswered;
        return LATER;
      case 'invalid':
        return this.#refuse(failure.issues, sent);
      case 'signedOut':
        return stop({ name: 'signedOut' });
      case 'refused':
        return stop({ name: 'refused', status: failure.status });
      default:
        return stop({ name: 'rejected', message: failure.message });
    }
  }

  #refuse(issues: FieldIssue[], sent?: PostmortemContent): Outcome {
    const { content, issues: known } = this.#state();
    const located = sent ? relocate(issues, sent, content) : issues;
    const isNew = located.some(
      ({ path }) => !this.#refused.some(other => other.path === path),
    );
    this.#refused = [...this.#refused, ...located];
    this.#set({ issues: [...known, ...located] });
    // Held back already and still refused: it is something else that is wrong.
    return isNew
      ? AGAIN
      : stop({ name: 'rejected', message: issues[0].message });
  }

  /** The server's document was read again, or came with a refusal. */
  #receive(current: Postmortem): void {
    const { server } = this.#state();
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
      ...mergeIn(this.#state(), current),
      mergedWith: current.updatedBy,
    });
  }

  #takeOver(saved: Postmortem, sent: PostmortemContent): void {
    this.#unanswered = null;
    this.#set(takeOver(this.#state(), saved, sent));
  }
}
