import type { JsonValue } from '@backstage/types';
import type { PostmortemContent } from '../schema';

/**
 * A place where both sides wrote different things, for a person to decide.
 *
 * @public
 */
export interface Conflict {
  /**
   * The place, its steps joined by dots: `impact.description`, or
   * `lessons.<id>.text` for a field of a row. Unique among the conflicts of a
   * merge; to be compared and not to be taken apart, since an entity ref in
   * it may itself have dots.
   */
  path: string;
  /** The steps of `path`. */
  steps: string[];
  /** The place in words, such as `Impact › Description`. */
  label: string;
  /**
   * - `text`: both changed the same passage, or the same short text; the two
   *   can be combined.
   * - `value`: both set a fact, or a list that has no ids, differently.
   * - `row`: one side changed a row that the other deleted.
   */
  kind: 'text' | 'value' | 'row';
  /** What both started from; `null` where nothing was written. */
  base: JsonValue;
  /**
   * My version; `null` where I cleared it or deleted the row. Of a longer text
   * or of a list without ids, it is the whole of it, with everything that did
   * not clash already merged: `mine` and `theirs` differ in the clash alone.
   */
  mine: JsonValue;
  /** Their version, made in the same way. */
  theirs: JsonValue;
}

/**
 * What a merge gives.
 *
 * @public
 */
export interface MergeResult {
  /**
   * The document with the changes of both sides. In a conflict it holds my
   * version until that is resolved; a row that one side deleted and the other
   * changed is kept, changed.
   */
  merged: PostmortemContent;
  /** Empty when the changes of the two sides did not touch. */
  conflicts: Conflict[];
}

/**
 * How a conflict is decided: for one side, or, where both wrote text, by a text
 * that combines the two.
 *
 * @public
 */
export type ConflictChoice = 'mine' | 'theirs' | { text: string };
