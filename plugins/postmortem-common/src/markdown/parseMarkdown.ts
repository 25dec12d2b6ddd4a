import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { Processor, unified } from 'unified';
import { parsable } from './parsable';

/**
 * Without what extensions do to a tree once it is parsed: it finds a few more
 * addresses in text, and leaves nodes that have no position in the source.
 */
function withoutTransforms(this: Processor) {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms, ...extension }) => extension);
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(withoutTransforms);

/**
 * Parses markdown the way every reader of this package does, in bounded time.
 * Positions are those of the text; slices of it say what it says verbatim.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(parsable(text));
}
