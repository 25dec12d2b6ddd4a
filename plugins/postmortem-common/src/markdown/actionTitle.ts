import type { Nodes } from 'mdast';
import { visit, EXIT } from 'unist-util-visit';
import { plainText } from './inline';
import type { Source } from './source';

/** The longest title that the schema takes. */
const LONGEST = 500;

export type TitleAndRest = {
  title: string;
  /** Verbatim text that the title does not hold. */
  rest: string;
  /** The first web address in the text. */
  url: string | null;
};

function firstUrl(nodes: Nodes[]): string | null {
  for (const node of nodes) {
    let url: string | null = null;
    visit(node, 'link', link => {
      if (/^https?:\/\//i.test(link.url)) {
        url = link.url;
        return EXIT;
      }
      return undefined;
    });
    if (url) {
      return url;
    }
  }
  return null;
}

/** Nodes that a title shows as they are written. */
function isPlain(node: Nodes): boolean {
  if (['text', 'inlineCode', 'break'].includes(node.type)) {
    return true;
  }
  return (
    ['emphasis', 'strong', 'delete'].includes(node.type) &&
    (node as { children?: Nodes[] }).children!.every(isPlain)
  );
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function cut(text: string): string {
  const head = text.slice(0, 160);
  const sentence = head.match(/^.{20,}?[.!?](?=\s)/);
  return sentence ? sentence[0] : `${head.replace(/\s+\S*$/, '')}`;
}

/**
 * Makes a title of the first line of an item, and gives back what it leaves
 * out. Nothing is left out silently: what is not in the title is in `rest`.
 */
export function titleOf(source: Source, nodes: Nodes[]): TitleAndRest {
  const url = firstUrl(nodes);
  if (nodes.length === 0) {
    return { title: '', rest: '', url };
  }
  const start = nodes[0].position!.start.offset!;
  const end = nodes[nodes.length - 1].position!.end.offset!;
  const raw = source.text.slice(start, end);
  const label = boldLead(source, nodes, start, raw);
  if (label) {
    return { ...label, url };
  }
  // Links at the end: "test the logs ([issue](https://…))".
  const firstOther = nodes.findIndex(node => !isPlain(node));
  if (firstOther < 0) {
    return fit(oneLine(raw), '', url, raw);
  }
  const tail = nodes.slice(firstOther);
  const onlyLinks = tail.every(
    node =>
      node.type === 'link' ||
      (node.type === 'text' && /^[\s()[\].,;:/|&+–—-]*$/.test(node.value)),
  );
  if (onlyLinks && firstOther > 0) {
    const at = tail[0].position!.start.offset! - start;
    const opening = raw.slice(0, at).match(/[\s([–—:-]*$/)![0];
    const title = oneLine(raw.slice(0, at - opening.length));
    if (title !== '') {
      return fit(title, raw.slice(at - opening.length).trim(), url, raw);
    }
  }
  const plain = oneLine(nodes.map(node => plainText(node)).join(''));
  return fit(plain, raw, url, raw);
}

/** `**Title**: description`, as some templates have it. */
function boldLead(
  source: Source,
  nodes: Nodes[],
  start: number,
  raw: string,
): Omit<TitleAndRest, 'url'> | null {
  const [first] = nodes;
  if (
    first.type !== 'strong' ||
    nodes.length < 2 ||
    !first.children.every(isPlain)
  ) {
    return null;
  }
  const after = raw.slice(first.position!.end.offset! - start);
  const inner = source.text.slice(
    first.children[0].position!.start.offset!,
    first.children[first.children.length - 1].position!.end.offset!,
  );
  const separator = after.match(/^\s*(?:[:：]|[-–—]\s)\s*/);
  if (!separator && !/[:：]$/.test(inner)) {
    return null;
  }
  const title = oneLine(inner.replace(/\s*[:：]$/, ''));
  const rest = after.slice(separator?.[0].length ?? 0).trim();
  return title.length > 0 && title.length <= LONGEST ? { title, rest } : null;
}

function fit(
  title: string,
  rest: string,
  url: string | null,
  raw: string,
): TitleAndRest {
  return title.length <= LONGEST && title !== ''
    ? { title, rest, url }
    : { title: title === '' ? cut(oneLine(raw)) : cut(title), rest: raw, url };
}
