import type { Heading, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../parseMarkdown';
import { HeadingKey, HEADINGS, SECTIONS } from './headings';
import { fromFence } from './verbatim';

/** What stands under one heading of the format. */
export type Region = {
  /** The section; null for what stands before the first. */
  section: HeadingKey | null;
  /** The heading one level below it, if the region stands under one. */
  sub: HeadingKey | null;
  nodes: Nodes[];
  /** The text as it is written. */
  raw: string;
};

export type FormatOutline = {
  /** The text of the first heading, as it is written. */
  title: string | null;
  regions: Region[];
};

function keyOf(
  heading: Heading,
  keys: Iterable<HeadingKey>,
): HeadingKey | undefined {
  const text = toString(heading).trim().toLocaleLowerCase('en-US');
  return [...keys].find(
    key => HEADINGS[key].toLocaleLowerCase('en-US') === text,
  );
}

function offsets(node: Nodes): [number, number] {
  const { start, end } = node.position!;
  return [start.offset!, end.offset!];
}

/** The text between a heading's marks. */
function headingText(text: string, node: Heading): string {
  const first = node.children[0];
  const last = node.children[node.children.length - 1];
  return first ? text.slice(offsets(first)[0], offsets(last)[1]) : '';
}

/**
 * Divides a document of the format by its headings. Any other heading is a
 * part of the text in which it stands, and everything after the heading of
 * the notes is notes.
 */
export function outlineOf(text: string): FormatOutline {
  const outline: FormatOutline = { title: null, regions: [] };
  let region: Region = { section: null, sub: null, nodes: [], raw: '' };
  let from = 0;
  const close = (to: number) => {
    region.raw = text.slice(from, to).replace(/^\n+|\s+$/g, '');
    outline.regions.push(region);
  };
  for (const node of parseMarkdown(text).children) {
    const [start, end] = offsets(node);
    if (node.type === 'yaml') {
      from = end;
      continue;
    }
    if (node.type === 'heading' && region.section !== 'notes') {
      if (
        node.depth === 1 &&
        outline.title === null &&
        region.section === null
      ) {
        close(start);
        outline.title = headingText(text, node);
        region = { section: null, sub: null, nodes: [], raw: '' };
        from = end;
        continue;
      }
      const section =
        node.depth === 2 ? keyOf(node, SECTIONS.keys()) : undefined;
      const sub =
        node.depth === 3 && region.section
          ? keyOf(node, SECTIONS.get(region.section)!)
          : undefined;
      if (section || sub) {
        close(start);
        region = {
          section: section ?? region.section,
          sub: sub ?? null,
          nodes: [],
          raw: '',
        };
        from = end;
        continue;
      }
    }
    region.nodes.push(node);
  }
  close(text.length);
  return outline;
}

/** The text of a region, taken out of its fence where it stands in one. */
export function textOf(text: string, region: Region): string | null {
  const fenced = fromFence(text, region.nodes);
  if (fenced) {
    return typeof fenced.value === 'string' ? fenced.value : null;
  }
  return region.raw;
}
