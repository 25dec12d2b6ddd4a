import type { Code, Nodes } from 'mdast';
import { longestStreak } from 'longest-streak';
import { dedent } from '../text';

/** The meta string of a fence whose content is a value, not an example. */
const META = 'verbatim';

/**
 * A text in a fence, for markdown that would not survive where it has to
 * stand: a heading of the format itself, an unclosed fence, a lone marker.
 */
export function inFence(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestStreak(text, '`') + 1));
  return `${fence}markdown ${META}\n${text}\n${fence}`;
}

/** Any value as JSON in a fence, for what not even a fence keeps as it is. */
export function inJson(value: unknown): string {
  return `\`\`\`json ${META}\n${JSON.stringify(value)}\n\`\`\``;
}

/** What stands between the fences of a code node. */
function contentOf(text: string, node: Code): string {
  const { start, end } = node.position!;
  const raw = dedent(text.slice(start.offset!, end.offset!), start.column - 1);
  return raw.slice(raw.indexOf('\n') + 1, raw.lastIndexOf('\n'));
}

/**
 * The value in a fence that this module wrote; undefined for other nodes.
 *
 * @param text - the document whose nodes these are
 */
export function fromFence(
  text: string,
  nodes: Nodes[],
): { value: unknown } | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || node.type !== 'code' || node.meta !== META) {
    return undefined;
  }
  const content = contentOf(text, node);
  if (node.lang === 'markdown') {
    return { value: content };
  }
  if (node.lang !== 'json') {
    return undefined;
  }
  try {
    return { value: JSON.parse(content) };
  } catch {
    // Somebody edited it: it is a fence like any other then.
    return undefined;
  }
}
