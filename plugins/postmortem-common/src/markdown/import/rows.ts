import type { List, Table } from 'mdast';
import type { FactorKind, LessonKind } from '../../schema/parts';
import type { ImportContext } from './context';
import {
  bodyRows,
  cellText,
  innerText,
  isPlaceholder,
  listItems,
  plainText,
} from './inline';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';
import type { Block } from './source';

const LESSON_KINDS: Record<string, LessonKind> = {
  lessons: 'to_improve',
  wentWell: 'went_well',
  wentWrong: 'went_wrong',
  gotLucky: 'got_lucky',
  toImprove: 'to_improve',
};

/** A row of text, and where it began. */
type Row = { text: string; start: number };

/** Whether the list that follows is what the section is about. */
function isIntroduction(blocks: Block[], at: number): boolean {
  return (
    at <= 1 &&
    blocks.slice(at + 1).some(({ node }) => node?.type === 'list') &&
    blocks
      .slice(at + 1)
      .every(({ node }) => node?.type === 'list' || node?.type === 'html')
  );
}

/**
 * Divides a section's text into rows: a list has one an item, prose one a
 * paragraph. Prose with lists inside it is one row, as it belongs together.
 */
function rowsOf(ctx: ImportContext, section: Section, group: Block[]): Row[] {
  const { source } = ctx;
  const types = new Set(group.map(({ node }) => node?.type ?? 'paragraph'));
  const rows: Row[] = [];
  let mixed = types.has('list') && types.has('paragraph');
  const intro: Block[] = [];
  while (mixed && group.length > 0 && isIntroduction(group, 0)) {
    if (group[0].node?.type !== 'paragraph') {
      break;
    }
    intro.push(group.shift()!);
    mixed = false;
  }
  ctx.leave(section, intro);
  if (mixed && group[0].node?.type !== 'list') {
    return [{ text: source.textOf(group), start: group[0].start }];
  }
  for (const block of group) {
    const { node } = block;
    if (node?.type === 'list') {
      for (const { blocks } of listItems(source, block)) {
        rows.push({ text: source.textOf(blocks), start: block.start });
      }
    } else if (node?.type === 'table') {
      rows.push(...tableRows(ctx, section, node as Table, block));
    } else if (
      rows.length > 0 &&
      node &&
      !['paragraph', 'thematicBreak'].includes(node.type)
    ) {
      const last = rows[rows.length - 1];
      last.text = `${last.text}\n\n${source.textOf([block])}`;
    } else {
      rows.push({ text: source.textOf([block]), start: block.start });
    }
  }
  return rows.filter(({ text }) => !isPlaceholder(text));
}

function tableRows(
  ctx: ImportContext,
  section: Section,
  table: Table,
  block: Block,
): Row[] {
  const { source } = ctx;
  const rows = bodyRows(table)
    .map((row, at) => {
      const words = row
        .map(cell => (cell ? cellText(source, cell) : ''))
        .filter(text => !isPlaceholder(text))
        .join(' — ');
      const blocks = [source.blockOf(table.children[at + 1])];
      return words && source.withDefinitions(words, blocks);
    })
    .filter(text => text !== '');
  const header = table.children[0].children
    .map(cell => cellText(ctx.source, cell))
    .filter(text => !isPlaceholder(text));
  ctx.notes.add(section, block.start, header.join(' · '));
  return rows.map(text => ({ text, start: block.start }));
}

/** The section's blocks, divided by the headings inside it. */
function groupsOf(ctx: ImportContext, section: Section) {
  const groups: Array<{ title: string; blocks: Block[] }> = [
    { title: '', blocks: [] },
  ];
  for (const block of section.blocks) {
    if (block.node?.type === 'heading') {
      const title = plainText(block.node).trim();
      const raw = innerText(ctx.source, block.node);
      ctx.notes.keepHeading({ raw, plain: title, start: block.start });
      groups.push({ title, blocks: [] });
    } else {
      groups[groups.length - 1].blocks.push(block);
    }
  }
  return groups.filter(({ blocks }) => blocks.length > 0);
}

/** Reads the lessons of one section. */
export function readLessons(ctx: ImportContext, section: Section) {
  const kind = LESSON_KINDS[section.destination!];
  ctx.notes.keepHeading(section.heading);
  for (const { blocks } of groupsOf(ctx, section)) {
    for (const { text, start } of rowsOf(ctx, section, blocks)) {
      if (ctx.draft.lessons.length < MAX_ROWS.lessons) {
        ctx.draft.lessons.push({ kind, text });
      } else {
        ctx.warn(
          `Only ${MAX_ROWS.lessons} lessons fit; the rest is in the notes.`,
        );
        ctx.notes.add(section, start, text);
      }
    }
  }
}

/** Reads contributing factors; prose before their list explains the cause. */
export function readFactors(ctx: ImportContext, section: Section) {
  const lists = section.blocks.some(({ node }) => node?.type === 'list');
  const prose: Block[] = [];
  let assumed = false;
  let kind: FactorKind | undefined;
  for (const block of section.blocks) {
    if (block.node?.type === 'heading') {
      const plain = plainText(block.node).trim();
      kind = (['technical', 'process', 'human'] as const).find(name =>
        plain.toLowerCase().startsWith(name),
      );
      const raw = innerText(ctx.source, block.node);
      ctx.notes.keepHeading({ raw, plain, start: block.start });
    } else if (block.node?.type === 'list') {
      for (const row of factorRows(ctx, block)) {
        assumed = assumed || !kind;
        addFactor(ctx, section, {
          kind: kind ?? 'technical',
          description: row,
        });
      }
    } else if (block.node?.type === 'table') {
      for (const { text } of tableRows(
        ctx,
        section,
        block.node as Table,
        block,
      )) {
        assumed = true;
        addFactor(ctx, section, {
          kind: kind ?? 'technical',
          description: text,
        });
      }
    } else {
      prose.push(block);
    }
  }
  ctx.notes.keepHeading(section.heading);
  if (prose.length > 0) {
    ctx.addText('technical', null, ctx.source.textOf(prose));
  }
  if (assumed) {
    ctx.warn(
      'The kinds of the contributing factors are not stated: they are set to technical.',
    );
  } else if (!lists && prose.length > 0) {
    ctx.warn(
      'The contributing factors are prose: they are in the technical root cause.',
    );
  }
}

function factorRows(ctx: ImportContext, block: Block): string[] {
  return listItems(ctx.source, block as Block & { node: List }).map(
    ({ blocks }) => ctx.source.textOf(blocks),
  );
}

function addFactor(
  ctx: ImportContext,
  section: Section,
  factor: { kind: FactorKind; category?: string | null; description: string },
) {
  if (ctx.factors.length < MAX_ROWS.contributingFactors) {
    ctx.factors.push(factor);
    return;
  }
  ctx.warn(
    `Only ${MAX_ROWS.contributingFactors} contributing factors fit; the rest is in the notes.`,
  );
  ctx.notes.add(section, section.start, factor.description);
}
