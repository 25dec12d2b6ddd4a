import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parsable } from './parsable';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml']);

/**
 * Parses markdown the way every reader of this package does, in bounded time.
 * Positions are those of the text; slices of it say what it says verbatim.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(parsable(text));
}
