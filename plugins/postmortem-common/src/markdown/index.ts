/**
 * Postmortems as markdown: reading those that teams already have, and writing
 * them in a form that reads back as the same document.
 *
 * @packageDocumentation
 */
export { parsePostmortemMarkdown } from './parsePostmortemMarkdown';
export type { ParsedPostmortem, ParseOptions } from './parsePostmortemMarkdown';
export { formatPostmortemMarkdown } from './format/write';
export { compareWords } from './words/compareWords';
