import type { Part } from '../schema';

/**
 * Where in the document a hint belongs: a part that completeness knows, or the
 * title or the notes, which it does not.
 *
 * @public
 */
export type HintPart = Part | 'title' | 'notes';

/**
 * The rules, by their ids.
 *
 * @public
 */
export type HintRuleId =
  | 'blame'
  | 'human-error'
  | 'counterfactual'
  | 'named-person'
  | 'loaded-word'
  | 'vague-action'
  | 'be-careful'
  | 'no-measure'
  | 'no-owner'
  | 'no-date'
  | 'one-type'
  | 'none-prevents';

/**
 * Advice on one passage, or on one field, of a postmortem. It never stands in
 * the way of anything.
 *
 * @public
 */
export interface Hint {
  /**
   * The same for the same rule, field and quoted text, wherever in its field
   * or list the text moves, so that a dismissal can be kept by it. Unique in
   * a document.
   */
  id: string;
  rule: HintRuleId;
  /** The field, such as `summary` or `actionItems.2.title`. */
  path: string;
  /** The id of the row in `path`; `null` outside of rows and for new ones. */
  rowId: string | null;
  part: HintPart;
  /**
   * Where the quote begins in the field's text, in UTF-16 code units; 0 when
   * the hint is about a field as a whole.
   */
  start: number;
  /** Where the quote ends, exclusive; 0 when there is no quote. */
  end: number;
  /** The passage, verbatim; empty when the hint is about a whole field. */
  quote: string;
  /** Why a reader would be better off with other words, in one sentence. */
  message: string;
  /** What to write instead; `null` when that depends on what happened. */
  suggestion: string | null;
}

/**
 * What the rules may know beside the document.
 *
 * @public
 */
export interface HintOptions {
  /**
   * The names that people go by, by full entity ref, such as
   * `{ 'user:default/ana': 'Ana Ruiz' }`. The name of a participant who is not
   * here is taken from the ref.
   */
  names?: Record<string, string>;
}

/**
 * What a reader should know of a rule.
 *
 * @public
 */
export interface HintRule {
  id: HintRuleId;
  title: string;
  why: string;
}
