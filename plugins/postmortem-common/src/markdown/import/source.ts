import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../parseMarkdown';
import { dedent } from '../text';

/**
 * A piece of the source: a node, or (with `node` null) the rest of one after
 * its label was taken off. Offsets are into the source text; `indent` is how
 * far the lines after the first are indented by what surrounds the block.
 */
export type Block = {
  node: Nodes | null;
  start: number;
  end: number;
  indent: number;
};

/** A link or footnote definition, and whether its text has found a place. */
export type SourceDefinition = {
  node: Definition | FootnoteDefinition;
  key: string;
  start: number;
  end: number;
  placed: boolean;
};

type Reference = { key: string; start: number };

/** The highest level of a heading inside a field. */
const TOP_HEADING_IN_FIELD = 4;

function referenceKey(node: Nodes): string | null {
  switch (node.type) {
    case 'definition':
    case 'linkReference':
    case 'imageReference':
      return `link:${node.identifier}`;
    case 'footnoteDefinition':
    case 'footnoteReference':
      return `footnote:${node.identifier}`;
    default:
      return null;
  }
}

/** The parsed source document, and verbatim slices of it. */
export class Source {
  readonly text: string;
  readonly root: Root;
  readonly definitions: SourceDefinition[] = [];
  private readonly references: Reference[] = [];
  private readonly byKey = new Map<string, SourceDefinition>();

  private constructor(text: string, root: Root) {
    this.text = text;
    this.root = root;
  }

  /** Reads a document, whatever it is. */
  static read(text: string): Source {
    const source = new Source(text, parseMarkdown(text));
    source.index();
    return source;
  }

  private index() {
    for (const node of this.root.children) {
      if (node.type === 'definition' || node.type === 'footnoteDefinition') {
        this.definitions.push({
          node,
          key: referenceKey(node)!,
          start: node.position!.start.offset!,
          end: node.position!.end.offset!,
          placed: false,
        });
      }
    }
    for (const definition of this.definitions) {
      if (!this.byKey.has(definition.key)) {
        this.byKey.set(definition.key, definition);
      }
    }
    visit(this.root, node => {
      if (
        node.type === 'linkReference' ||
        node.type === 'imageReference' ||
        node.type === 'footnoteReference'
      ) {
        this.references.push({
          key: referenceKey(node)!,
          start: node.position!.start.offset!,
        });
      }
    });
    this.references.sort((a, b) => a.start - b.start);
  }

  /** A block for a node; indented code keeps its indentation. */
  blockOf(node: Nodes, indent = 0): Block {
    let start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    if (node.type === 'code') {
      const lineStart = this.text.lastIndexOf('\n', start - 1) + 1;
      if (/^\s*$/.test(this.text.slice(lineStart, start)) && indent === 0) {
        start = lineStart;
      }
    }
    return { node, start, end, indent };
  }

  /** The verbatim text of a node. */
  slice(node: Nodes): string {
    return this.text.slice(
      node.position!.start.offset!,
      node.position!.end.offset!,
    );
  }

  /**
   * The verbatim text of some blocks, with what lies between neighbors. The
   * definitions that its references need come with it, so that a link still
   * works where the text ends up.
   */
  textOf(blocks: Block[]): string {
    if (blocks.length === 0) {
      return '';
    }
    const shift = this.headingShift(blocks);
    const runs: string[] = [];
    let run: Block[] = [];
    const flush = () => {
      if (run.length > 0) {
        runs.push(dedent(this.runText(run, shift), run[0].indent));
        this.markPlaced(run[0].start, run[run.length - 1].end);
      }
      run = [];
    };
    for (const block of blocks) {
      const previous = run[run.length - 1];
      if (
        previous &&
        (previous.indent !== block.indent ||
          this.text.slice(previous.end, block.start).trim() !== '')
      ) {
        flush();
      }
      run.push(block);
    }
    flush();
    const text = runs.join('\n\n').replace(/^\n+|\s+$/g, '');
    return this.withDefinitions(text, blocks);
  }

  /** A text made of some blocks, with the definitions that they need. */
  withDefinitions(text: string, blocks: Block[]): string {
    const needed = this.definitionsFor(blocks);
    return needed.length === 0 ? text : `${text}\n\n${needed.join('\n')}`;
  }

  /**
   * How much deeper the headings inside a field go: below those of the
   * document that the field will be a part of.
   */
  private headingShift(blocks: Block[]): number {
    const depths = blocks.flatMap(({ node }) =>
      node?.type === 'heading' ? [node.depth] : [],
    );
    return depths.length === 0
      ? 0
      : Math.max(0, TOP_HEADING_IN_FIELD - Math.min(...depths));
  }

  private runText(run: Block[], shift: number): string {
    let text = '';
    let at = run[0].start;
    for (const { node, start, end } of run) {
      text += this.text.slice(at, start);
      const raw = this.text.slice(start, end);
      if (node?.type === 'heading' && shift > 0) {
        const inner = raw
          .replace(/^#{1,6}(?=\s|$)/, '')
          .replace(/\n[ \t]*[=-]+[ \t]*$/, '');
        const marks = '#'.repeat(Math.min(6, node.depth + shift));
        text += `${marks} ${inner.trim().replace(/\n/g, ' ')}`;
      } else {
        text += raw;
      }
      at = end;
    }
    return text;
  }

  private markPlaced(start: number, end: number) {
    const { definitions } = this;
    for (let i = lowerBound(definitions, start); i < definitions.length; i++) {
      if (definitions[i].start >= end) {
        break;
      }
      definitions[i].placed = true;
    }
  }

  private definitionsFor(blocks: Block[]): string[] {
    if (this.definitions.length === 0) {
      return [];
    }
    const needed = new Map<SourceDefinition, string>();
    const collect = (start: number, end: number) => {
      const { references } = this;
      for (let i = lowerBound(references, start); i < references.length; i++) {
        if (references[i].start >= end) {
          break;
        }
        const definition = this.byKey.get(references[i].key);
        if (
          definition &&
          !needed.has(definition) &&
          !blocks.some(
            block =>
              definition.start >= block.start && definition.end <= block.end,
          )
        ) {
          definition.placed = true;
          needed.set(
            definition,
            this.text.slice(definition.start, definition.end),
          );
          // A footnote's own text may hold references.
          collect(definition.start, definition.end);
        }
      }
    };
    blocks.forEach(block => collect(block.start, block.end));
    return [...needed.values()];
  }
}

/** The first index whose `start` is not before the offset. */
function lowerBound(sorted: Array<{ start: number }>, offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle].start < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
