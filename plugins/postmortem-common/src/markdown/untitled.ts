/**
 * The title that a document gets which has neither a title nor a sentence.
 *
 * @public
 */
export const UNTITLED_POSTMORTEM = 'Untitled postmortem';
