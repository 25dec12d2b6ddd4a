import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/parseMarkdown';

/** Text of a markdown document with everything but prose covered. */
export interface ProseBlock {
  text: string;
  /** Where the block begins in the document. */
  start: number;
}

// What covers code, links and quotations. It is no letter, so that no phrase
// reaches across it.
const COVER = '\uFFFC';

const QUOTATION =
  /(?<![\p{L}\p{N}])(?:"[^"\n]{1,300}"|“[^”\n]{1,300}”|‘[^’\n]{1,300}’)(?![\p{L}\p{N}])/gu;

/** A block's source, in which only what is prose has kept its letters. */
function coveredSource(block: Nodes, source: string): string {
  const { start, end } = offsetsOf(block);
  const covered = new Array<string>(end - start).fill(' ');
  visit(block, node => {
    const { start: from, end: to } = offsetsOf(node);
    switch (node.type) {
      case 'text':
        for (let at = from; at < to; at++) {
          covered[at - start] = source[at] === '\\' ? ' ' : source[at];
        }
        return undefined;
      case 'inlineCode':
      case 'link':
      case 'linkReference':
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
      case 'html':
      case 'delete':
        covered.fill(COVER, from - start, to - start);
        return SKIP;
      default:
        return undefined;
    }
  });
  return covered
    .join('')
    .replace(QUOTATION, quotation => COVER.repeat(quotation.length));
}

function offsetsOf({ position }: Nodes): { start: number; end: number } {
  // A tree that was just parsed has all its positions.
  return { start: position!.start.offset!, end: position!.end.offset! };
}

/**
 * The paragraphs, list items and table cells of a markdown text, without what
 * is not the writer's own prose: code, links, images, HTML, headings and
 * whatever is quoted. Covering it, instead of taking it out, keeps every
 * character at its place in the source; a tree made of the unescaped text
 * would lose the places behind each escape and each indented line.
 */
export function proseBlocks(markdown: string): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  visit(parseMarkdown(markdown), node => {
    switch (node.type) {
      case 'paragraph':
      case 'tableCell':
        blocks.push({
          text: coveredSource(node, markdown),
          start: offsetsOf(node).start,
        });
        return SKIP;
      case 'blockquote':
      case 'heading':
        return SKIP;
      default:
        return undefined;
    }
  });
  return blocks;
}
