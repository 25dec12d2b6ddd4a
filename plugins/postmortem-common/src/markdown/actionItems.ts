import type { Paragraph, Table } from 'mdast';
import type { ActionItemInput, ActionItemType } from '../schema/actionItem';
import { readActionTable } from './actionTable';
import { actionFact, ownActionFact } from './actionFacts';
import { titleOf } from './actionTitle';
import type { ImportContext } from './context';
import { innerText, isPlaceholder, listItems, plainText } from './inline';
import { labelledItem } from './labels';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';
import type { Block } from './source';

const TYPES: Array<[RegExp, ActionItemType]> = [
  [/\bprevent/i, 'prevent'],
  [/\bmitigat/i, 'mitigate'],
  [/\bdetect/i, 'detect'],
  [/\binvestigat/i, 'investigate'],
  [/\b(repair|fix)/i, 'repair'],
];

const DONE = /^(?:✅|☑|✔|:white_check_mark:)/u;
const NOTHING = /^(?:none|n\/?a|tbd|to ?do|tba)\.?$/i;

/** What the headings above an item say of it. */
export type ActionHints = { term: 'short' | 'long'; type?: ActionItemType };

/** The type that a heading or a cell names. */
export function actionType(text: string): ActionItemType | undefined {
  return TYPES.find(([pattern]) => pattern.test(text))?.[1];
}

/** Adds an item, or, past what a document may have, keeps its text. */
export function addAction(
  ctx: ImportContext,
  section: Section,
  item: ActionItemInput,
) {
  if (isPlaceholder(item.title)) {
    return;
  }
  if (ctx.draft.actionItems.length >= MAX_ROWS.actionItems) {
    ctx.warn(
      `Only ${MAX_ROWS.actionItems} action items fit; the rest is in the notes.`,
    );
    const text = [item.title, item.description ?? ''].join('\n\n').trim();
    ctx.notes.add(section, section.start + 2, text);
    return;
  }
  ctx.draft.actionItems.push(item);
}

/** Reads a list item: its first line is the title, the rest describes it. */
function readItem(
  ctx: ImportContext,
  section: Section,
  blocks: Block[],
  checked: boolean | null | undefined,
  hints: ActionHints,
) {
  const { source } = ctx;
  const [first, ...others] = blocks;
  const nodes =
    first.node?.type === 'paragraph' ? (first.node as Paragraph).children : [];
  const item: ActionItemInput = { title: '', ...hints };
  const parts: string[] = [];
  if (nodes.length > 0) {
    const { title, rest, url } = titleOf(source, nodes);
    item.title = title;
    parts.push(rest);
    item.trackerUrl = url;
    inlineFacts(item, source.slice(first.node!));
  } else {
    const text = source.textOf([first]);
    item.title = text.split('\n')[0].slice(0, 160).trim();
    parts.push(text);
  }
  if (checked === true || DONE.test(item.title)) {
    item.status = 'done';
  }
  const left: Block[] = [];
  for (const block of others) {
    left.push(...takeFacts(ctx, block, item));
  }
  parts.push(source.textOf(left));
  if (!item.trackerUrl) {
    item.trackerUrl = parts.join('\n').match(/https?:\/\/[^\s)>\]"]+/)?.[0];
  }
  const whole = source.textOf([first]);
  const definitions = whole.slice(
    source.text.slice(first.start, first.end).length,
  );
  if (
    definitions.trim() !== '' &&
    !parts.join('').includes(definitions.trim())
  ) {
    parts.push(definitions.trim());
  }
  const description = parts.filter(part => part.trim() !== '').join('\n\n');
  item.description = item.description ?? (description || null);
  addAction(ctx, section, item);
}

/** Takes the labelled rows nested below an item. */
function takeFacts(
  ctx: ImportContext,
  block: Block,
  item: ActionItemInput,
): Block[] {
  const { source } = ctx;
  if (block.node?.type !== 'list') {
    return [block];
  }
  const items = block.node.children;
  const left = items.filter(child => {
    const row = labelledItem(source, child, block.indent);
    if (row && ownActionFact(item, row.label, row.value)) {
      return false;
    }
    const [first] = child.children;
    const line = first ? plainText(first).split('\n')[0] : '';
    const pair = line.match(/^([\p{L} ]{2,30}):\s*(\S.*)$/u);
    if (pair) {
      actionFact(item, pair[1], pair[2]);
    }
    return true;
  });
  return left.length === items.length
    ? [block]
    : left.map(child =>
        source.blockOf(
          child,
          Math.max(block.indent, child.position!.start.column - 1),
        ),
      );
}

/** Owner and deadline that a line names with their words. */
function inlineFacts(item: ActionItemInput, raw: string) {
  const text = raw.replace(/[*_`]/g, '');
  for (const match of text.matchAll(
    /\b(owner|assignee|due|deadline|due date|priority)\s*[:=]\s*([^\s,;)\]]+)/gi,
  )) {
    actionFact(item, match[1], match[2]);
  }
}

/** Reads one section of action items. */
export function readActionItems(ctx: ImportContext, section: Section) {
  const term = section.destination === 'longTerm' ? 'long' : 'short';
  let hints: ActionHints = { term, type: headingType(section.heading?.plain) };
  const rows = section.blocks.some(({ node }) =>
    ['list', 'table'].includes(node?.type ?? ''),
  );
  const before = ctx.draft.actionItems.length;
  for (const block of section.blocks) {
    const { node } = block;
    if (node?.type === 'heading') {
      const plain = plainText(node).trim();
      const raw = innerText(ctx.source, node);
      ctx.notes.keepHeading({ raw, plain, start: block.start });
      hints = {
        term: headingTerm(plain) ?? term,
        type: headingType(plain),
      };
    } else if (node?.type === 'list') {
      for (const { item, blocks } of listItems(ctx.source, block)) {
        readItem(ctx, section, blocks, item.checked, hints);
      }
    } else if (node?.type === 'table') {
      readActionTable(ctx, section, node as Table, block, hints);
    } else if (
      !rows &&
      node?.type === 'paragraph' &&
      !NOTHING.test(plainText(node).trim())
    ) {
      readItem(ctx, section, [block], null, hints);
    } else {
      ctx.leave(section, [block]);
    }
  }
  if (ctx.draft.actionItems.length === before && section.blocks.length > 0) {
    ctx.warn(
      `No action items were recognised under "${section.heading?.plain}".`,
    );
  }
}

function headingType(plain: string | undefined): ActionItemType | undefined {
  return plain && !/\band\b|&|\//i.test(plain) ? actionType(plain) : undefined;
}

function headingTerm(plain: string): 'short' | 'long' | undefined {
  if (/\b(long|longer)[ -]?term\b/i.test(plain)) {
    return 'long';
  }
  return /\b(short|near)[ -]?term\b|\bimmediate/i.test(plain)
    ? 'short'
    : undefined;
}
