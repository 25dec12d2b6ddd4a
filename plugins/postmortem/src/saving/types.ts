import type {
  Conflict,
  FieldIssue,
  Postmortem,
  PostmortemContent,
} from 'backstage-plugin-postmortem-common';

/** Where the saving of a document stands. */
export type SavePhase =
  /** The server has everything that it can be given. */
  | { name: 'saved' }
  /** Something changed; it is sent after a pause. */
  | { name: 'waiting' }
  | { name: 'saving' }
  /** Nothing answers; tried again by itself. */
  | { name: 'unreachable' }
  | { name: 'signedOut' }
  /** Forbidden (403), or deleted or hidden (404). */
  | { name: 'refused'; status: 403 | 404 }
  | { name: 'rejected'; message: string };

/** Why a browser keeps no copy of unsaved work; null when it does. */
export type DraftProblem = 'denied' | 'full' | null;

/** What the editor shows. */
export interface AutosaveSnapshot {
  /** The document as it is in the form. */
  content: PostmortemContent;
  /** The document as the server last gave it. */
  server: Postmortem;
  phase: SavePhase;
  /** When the server last took something, in ms since the epoch. */
  savedAt: number | null;
  /** The fields that hold themselves back; known after a pause in typing. */
  issues: FieldIssue[];
  conflicts: Conflict[];
  /** Who wrote what was merged in by the latest save. */
  mergedWith: string | null;
  /** What was found in the browser when the document was opened. */
  restored: 'none' | 'merged' | 'discarded';
  /** Why the browser keeps no copy, if it does not. */
  draftProblem: DraftProblem;
}

/** What of a document the server may not have yet. */
export interface UnsavedWork {
  baseVersion: number;
  /** What `mine` started from. */
  base: PostmortemContent;
  mine: PostmortemContent;
}

/** Keeps unsaved work where it survives the page. */
export interface WorkKeeper {
  keep(work: UnsavedWork): void;
  drop(): void;
  /** Writes what is waiting to be written. */
  flush(): void;
  /** Has somebody told why nothing can be kept, and null when it can again. */
  onProblem(listener: (problem: DraftProblem) => void): void;
}
