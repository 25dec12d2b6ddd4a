import type { Link, Nodes } from 'mdast';
import type { Source } from './source';

/** The longest title that the schema takes. */
const LONGEST = 500;

/** Where a text that is too long for a title is cut at the latest. */
const CUT = 160;

export type TitleAndRest = {
  title: string;
  /** What the title leaves out, verbatim; its words are not in the title. */
  rest: string;
  /** The first web address in the text. */
  url: string | null;
};

const isWebLink = (node: Nodes): node is Link =>
  node.type === 'link' && /^https?:\/\//i.test(node.url);

const PUNCTUATION = /^[\s()[\].,;:/|&+–—-]*$/;

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function startOf(node: Nodes): number {
  return node.position!.start.offset!;
}

function endOf(node: Nodes): number {
  return node.position!.end.offset!;
}

/** The first web address among some nodes and what they hold. */
function firstUrl(nodes: Nodes[]): string | null {
  for (const node of nodes) {
    const url = isWebLink(node)
      ? node.url
      : firstUrl('children' in node ? node.children : []);
    if (url) {
      return url;
    }
  }
  return null;
}

/** Cuts a long line at the end of a sentence, or else of a word. */
export function cutTitle(
  title: string,
  rest: string,
): Omit<TitleAndRest, 'url'> {
  if (title.length <= LONGEST) {
    return { title, rest };
  }
  const head = title.slice(0, CUT);
  const at =
    head.match(/^.{20,}?[.!?](?=\s)/)?.[0].length ??
    (head.match(/^.*\S(?=\s)/)?.[0].length || LONGEST);
  const after = title.slice(at).trim();
  return {
    title: title.slice(0, at).trim(),
    rest: rest === '' ? after : `${after}\n\n${rest}`,
  };
}

/** `**Title**: description`, as some templates have it. */
function boldLead(
  source: Source,
  nodes: Nodes[],
  raw: string,
): Omit<TitleAndRest, 'url'> | null {
  const [first] = nodes;
  if (first.type !== 'strong' || nodes.length < 2) {
    return null;
  }
  const children = first.children;
  const inner = source.text.slice(
    startOf(children[0]),
    endOf(children[children.length - 1]),
  );
  const after = raw.slice(endOf(first) - startOf(first));
  const separator = after.match(/^\s*(?:[:：]|[-–—]\s)\s*/);
  if (firstUrl([first]) || (!separator && !/[:：]$/.test(inner))) {
    return null;
  }
  const title = oneLine(inner.replace(/\s*[:：]$/, ''));
  const rest = after.slice(separator?.[0].length ?? 0).trim();
  return title !== '' && title.length <= LONGEST ? { title, rest } : null;
}

/** Takes the links off the end: "test the logs ([issue](https://…))". */
function withoutTail(
  nodes: Nodes[],
  raw: string,
  url: string | null,
): Omit<TitleAndRest, 'url'> | null {
  const firstLink = nodes.findIndex(isWebLink);
  const tail = nodes.slice(firstLink);
  const onlyLinks = tail.every(
    node =>
      isWebLink(node) || (node.type === 'text' && PUNCTUATION.test(node.value)),
  );
  if (firstLink <= 0 || !onlyLinks) {
    return null;
  }
  const at = startOf(tail[0]) - startOf(nodes[0]);
  const opening = raw.slice(0, at).match(/[\s([–—:-]*$/)![0];
  const title = oneLine(raw.slice(0, at - opening.length));
  const rest = raw.slice(at - opening.length).replace(/^[\s–—:-]+|\s+$/g, '');
  // The address is in a field of its own.
  const isAddress = rest.replace(/^[(<[]+|[>)\].,;]+$/g, '') === url;
  return title === '' ? null : { title, rest: isAddress ? '' : rest };
}

/** Links within the line are replaced by their text; the rest says where to. */
function withoutTargets(
  source: Source,
  nodes: Nodes[],
  url: string | null,
): Omit<TitleAndRest, 'url'> {
  const targets: string[] = [];
  let addressTaken = false;
  const parts = nodes.map(node => {
    if (!isWebLink(node) || node.children.length === 0) {
      return source.slice(node);
    }
    const { children } = node;
    const text = source.text.slice(
      startOf(children[0]),
      endOf(children[children.length - 1]),
    );
    // What stands behind the text: the target, and perhaps a tooltip.
    const target = source.text
      .slice(endOf(children[children.length - 1]), endOf(node))
      .replace(/^\]\(|\)$/g, '');
    // The first address is in a field of its own.
    const isTaken = target === url && !addressTaken;
    addressTaken ||= isTaken;
    if (!isTaken && /[\p{L}\p{N}]/u.test(target)) {
      targets.push(target.startsWith('<') ? target : `<${target}>`);
    }
    return text;
  });
  return { title: oneLine(parts.join('')), rest: targets.join('\n') };
}

/**
 * Makes a title of one line of text, and gives back what it leaves out, so
 * that each word is in exactly one of the title, the rest and the address.
 */
export function titleOf(source: Source, nodes: Nodes[]): TitleAndRest {
  if (nodes.length === 0) {
    return { title: '', rest: '', url: null };
  }
  const url = firstUrl(nodes);
  const raw = source.text.slice(
    startOf(nodes[0]),
    endOf(nodes[nodes.length - 1]),
  );
  const made =
    boldLead(source, nodes, raw) ??
    withoutTail(nodes, raw, url) ??
    withoutTargets(source, nodes, url);
  return { ...cutTitle(made.title, made.rest), url };
}
