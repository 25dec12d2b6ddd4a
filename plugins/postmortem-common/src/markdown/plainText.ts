import { toText } from 'hast-util-to-text';
import { toHast } from 'mdast-util-to-hast';
import { withoutInert } from './parsable';
import { parseMarkdown } from './parseMarkdown';

/**
 * What a markdown text says, as it reads on a page: without marks, the blocks
 * on lines of their own. Raw HTML is left out, images too.
 *
 * @public
 */
export function plainTextOf(markdown: string): string {
  return withoutInert(toText(toHast(parseMarkdown(markdown)))).trim();
}
