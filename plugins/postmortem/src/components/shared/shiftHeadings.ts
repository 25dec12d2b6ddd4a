import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
type MarkdownNode = Root | Root['children'][number];

/** A passage of the source and what is to stand there. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** What a text without any heading never has. */
const MAY_HAVE_HEADINGS = /#|^[ >\t]*(=+|-+)[ \t]*$|<h[1-6]/im;

const HTML_HEADING = /(<\/?h)([1-6])\b/gi;

const DEEPEST = 6;

function* nodesOf(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  if ('children' in node) {
    for (const child of node.children) {
      yield* nodesOf(child as MarkdownNode);
    }
  }
}

function depthsIn(node: MarkdownNode): number[] {
  if (node.type === 'heading') {
    return [node.depth];
  }
  return node.type === 'html'
    ? [...node.value.matchAll(HTML_HEADING)].map(match => Number(match[2]))
    : [];
}

function rewritten(
  node: MarkdownNode,
  markdown: string,
  by: number,
): Replacement[] {
  const start = node.position!.start.offset!;
  const end = node.position!.end.offset!;
  const shifted = (depth: number) => Math.min(DEEPEST, depth + by);
  if (node.type === 'html') {
    const text = markdown
      .slice(start, end)
      .replace(
        HTML_HEADING,
        (_, tag, depth) => `${tag}${shifted(Number(depth))}`,
      );
    return [{ start, end, text }];
  }
  if (node.type !== 'heading') {
    return [];
  }
  const first = node.children[0]?.position!.start.offset ?? end;
  const last = node.children[node.children.length - 1]?.position!.end.offset;
  // An underlined heading may have several lines, each with its quote marks.
  const words = markdown.slice(first, last ?? end).replace(/\n[ >\t]*/g, ' ');
  return [{ start, end, text: `${'#'.repeat(shifted(node.depth))} ${words}` }];
}

/**
 * The same markdown with its topmost headings at a level, and those below them
 * as much deeper, down to the sixth. A text whose headings are deep enough
 * stays as it is.
 *
 * @param level - of the topmost heading, from 1 to 6
 */
export function shiftHeadings(markdown: string, level: number): string {
  if (!MAY_HAVE_HEADINGS.test(markdown)) {
    return markdown;
  }
  const nodes = [...nodesOf(fromMarkdown(markdown))];
  const by = level - Math.min(...nodes.flatMap(depthsIn), DEEPEST);
  if (by <= 0) {
    return markdown;
  }
  return nodes
    .flatMap(node => rewritten(node, markdown, by))
    .reduceRight(
      (text, { start, end, text: replacement }) =>
        text.slice(0, start) + replacement + text.slice(end),
      markdown,
    );
}
