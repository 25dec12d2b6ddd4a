/**
 * Postmortems as markdown: reading those that teams already have, and writing
 * them in a form that reads back as the same document.
 *
 * @packageDocumentation
 */
export { parsePostmortemMarkdown } from './parsePostmortemMarkdown';
export type { ParsedPostmortem, ParseOptions } from './parsePostmortemMarkdown';
export { formatPostmortemMarkdown } from './format/write';
export { mentionsOf } from './mentions';
export { plainTextOf } from './plainText';
export { UNTITLED_POSTMORTEM } from './untitled';
export { compareWords } from './words/compareWords';
