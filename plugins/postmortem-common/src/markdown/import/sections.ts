import type { Heading, List, ListItem, Nodes, Paragraph } from 'mdast';
import { leadingMoment } from './dates';
import {
  canBeTitle,
  Certainty,
  classifyHeading,
  HeadingMatch,
} from './headings';
import { boldLabel, itemBlocks, plainText } from './inline';
import { ItemLabel, itemLabel, labelStarts, loneLabel } from './labels';
import type { Block, Source } from './source';
import type { Destination } from './vocabulary';

/** A heading or label, and the text under it. */
export type Section = {
  /** The heading as it is written; null for text without one. */
  heading: { raw: string; plain: string; start: number } | null;
  depth: number;
  destination: Destination | null;
  certainty: Certainty | null;
  /** The part below which an unrecognized section stands. */
  below: Destination | null;
  blocks: Block[];
  start: number;
  /** Whether it stands before the first heading, but for the title. */
  isPreamble: boolean;
};

export type Outline = {
  title: { node: Heading; section: Section } | null;
  sections: Section[];
};

/** Depth of what a bold label begins: below any heading. */
const LABEL_DEPTH = 7;

class OutlineBuilder {
  private readonly source: Source;
  private readonly sections: Section[] = [];
  private title: Outline['title'] = null;
  private headings = 0;

  constructor(source: Source) {
    this.source = source;
    this.open(null, 0, null, null, 0).isPreamble = true;
  }

  build(): Outline {
    for (const node of this.source.root.children) {
      if (node.type === 'yaml' || (node.type as string) === 'toml') {
        continue;
      }
      if (node.type === 'definition' || node.type === 'footnoteDefinition') {
        continue;
      }
      if (node.type === 'heading') {
        this.heading(node);
      } else if (node.type === 'paragraph') {
        this.paragraph(node, this.source.blockOf(node));
      } else if (node.type === 'list') {
        this.list(node);
      } else {
        this.current.blocks.push(this.source.blockOf(node));
      }
    }
    return { title: this.title, sections: this.sections };
  }

  private get current(): Section {
    return this.sections[this.sections.length - 1];
  }

  private open(
    heading: Section['heading'],
    depth: number,
    match: HeadingMatch | null,
    below: Destination | null,
    start: number,
  ): Section {
    const section: Section = {
      heading,
      depth,
      destination: match?.destination ?? null,
      certainty: match?.certainty ?? null,
      below,
      blocks: [],
      start,
      isPreamble: false,
    };
    this.sections.push(section);
    return section;
  }

  /** The nearest part above a heading of this depth. */
  private partAbove(depth: number): Destination | null {
    let limit = depth;
    for (let i = this.sections.length - 1; i >= 0; i--) {
      const section = this.sections[i];
      if (section.depth < limit) {
        if (section.destination) {
          return section.destination;
        }
        limit = section.depth;
        if (limit <= 1) {
          return null;
        }
      }
    }
    return null;
  }

  private heading(node: Heading) {
    const raw = this.source.slice(node);
    const plain = plainText(node).trim();
    const start = node.position!.start.offset!;
    const first = this.headings === 0;
    this.headings += 1;
    if (first) {
      if (canBeTitle(plain)) {
        const section = this.open(null, node.depth, null, null, start);
        section.isPreamble = true;
        this.title = { node, section };
        return;
      }
    }
    const below = this.partAbove(node.depth);
    const match = classifyHeading(plain, below);
    const { current } = this;
    if (!match && plain !== '') {
      const timed =
        current.destination === 'timeline' && leadingMoment(plain) !== null;
      const within = current.destination !== null || current.heading !== null;
      if (timed || (within && node.depth > current.depth)) {
        current.blocks.push(this.source.blockOf(node));
        return;
      }
      if (below) {
        // One more sub-heading of the part above, after a recognized one.
        const again = { destination: below, certainty: 'known' } as const;
        this.open({ raw, plain, start }, node.depth, again, below, start);
        return;
      }
    }
    if (plain === '' && raw.replace(/[#\s]/g, '') === '') {
      return;
    }
    this.open({ raw, plain, start }, node.depth, match, below, start);
  }

  private openLabel(
    text: string,
    raw: string,
    start: number,
    match: HeadingMatch,
    below: Destination | null,
  ): Section {
    const heading = { raw, plain: text, start };
    return this.open(heading, LABEL_DEPTH, match, below, start);
  }

  private paragraph(node: Paragraph, block: Block) {
    const below = this.partAbove(LABEL_DEPTH);
    const lone = loneLabel(this.source, node);
    if (lone !== null) {
      const match = classifyHeading(lone, below, { loose: false });
      if (match) {
        this.openLabel(
          lone,
          this.source.slice(node),
          block.start,
          match,
          below,
        );
        return;
      }
    }
    const starts = labelStarts(this.source, node);
    const known = starts.filter(({ index }) => {
      const label = boldLabel(this.source, node, index);
      return (
        label?.colon && classifyHeading(label.text, below, { loose: false })
      );
    });
    if (known.length === 0) {
      this.afterLabel(below, block.start, starts.length > 0);
      this.current.blocks.push(block);
      return;
    }
    if (starts[0].start > block.start) {
      const { start } = starts[0];
      this.current.blocks.push({ ...block, node: null, end: start });
    }
    starts.forEach(({ index, start }, at) => {
      const end = starts[at + 1]?.start ?? block.end;
      this.labelled(node, index, { ...block, start, end }, below);
    });
  }

  /** Text after a labelled one that no label covers goes where it stood. */
  private afterLabel(below: Destination | null, start: number, label: boolean) {
    const { current } = this;
    if (label && current.depth === LABEL_DEPTH && current.destination) {
      const match = below
        ? ({ destination: below, certainty: 'canonical' } as const)
        : null;
      this.open(null, LABEL_DEPTH, match, below, start);
    }
  }

  private labelled(
    node: Paragraph,
    index: number,
    block: Block,
    below: Destination | null,
  ) {
    const label = boldLabel(this.source, node, index)!;
    const match = label.colon
      ? classifyHeading(label.text, below, { loose: false })
      : null;
    if (!match) {
      this.afterLabel(below, block.start, true);
      this.current.blocks.push({ ...block, node: null });
      return;
    }
    const raw = this.source.text.slice(block.start, label.restStart);
    this.openLabel(label.text, raw, block.start, match, below);
    this.rest(label.restStart, block);
  }

  /** What follows a label in its paragraph. */
  private rest(restStart: number, block: Block) {
    const skipped = this.source.text.slice(restStart, block.end).search(/\S/);
    if (skipped >= 0) {
      const start = restStart + skipped;
      this.current.blocks.push({ ...block, node: null, start });
    }
  }

  /** A list whose items begin with labels holds a section an item. */
  private list(node: List) {
    const below = this.partAbove(LABEL_DEPTH);
    const labels = node.children.map(item =>
      itemLabel(this.source, item, below),
    );
    const known = labels.filter(label => label?.match).length;
    const enough = below === null ? known > 0 : known * 2 > labels.length;
    if (!enough || labels.some(label => !label && below === null)) {
      this.current.blocks.push(this.source.blockOf(node));
      return;
    }
    node.children.forEach((item, at) => this.item(item, labels[at], below));
    // What follows the list is not the last label's.
    this.afterLabel(below, node.position!.end.offset!, true);
  }

  private item(
    item: ListItem,
    label: ItemLabel | null,
    below: Destination | null,
  ) {
    const start = item.position!.start.offset!;
    if (!label?.match) {
      this.afterLabel(below, start, true);
      const column = item.position!.start.column - 1;
      const block = this.source.blockOf(item as Nodes, column);
      this.current.blocks.push(block);
      return;
    }
    const [first, ...others] = itemBlocks(this.source, item);
    const raw = this.source.text.slice(first.start, label.restStart);
    this.openLabel(label.text, raw, start, label.match, below);
    this.rest(label.restStart, first);
    this.current.blocks.push(...others);
  }
}

/**
 * Divides a document into its sections: by headings of any level, and, in
 * templates that have none, by bold labels.
 */
export function outlineOf(source: Source): Outline {
  return new OutlineBuilder(source).build();
}
