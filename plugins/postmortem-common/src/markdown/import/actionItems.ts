import type { Paragraph, Table } from 'mdast';
import type { ActionItemInput, ActionItemType } from '../../schema/actionItem';
import { readActionTable } from './actionTable';
import { actionFact } from './actionFacts';
import { cutTitle, titleOf } from './titleOf';
import type { ImportContext } from './context';
import { innerText, isPlaceholder, listItems, plainText } from './inline';
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
  if (
    !isPlaceholder(item.title) &&
    ctx.draft.actionItems.length < MAX_ROWS.actionItems
  ) {
    ctx.draft.actionItems.push(item);
    return;
  }
  if (!isPlaceholder(item.title)) {
    ctx.warn(
      `Only ${MAX_ROWS.actionItems} action items fit; the rest is in the notes.`,
    );
  }
  const text = [item.title, item.description ?? '', item.trackerUrl ?? ''];
  ctx.notes.add(section, section.start + 2, text.join('\n\n').trim());
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
    const [line, ...below] = source.textOf([first]).split('\n');
    const { title, rest } = cutTitle(line.trim(), below.join('\n'));
    item.title = title;
    parts.push(rest);
  }
  if (checked === true || DONE.test(item.title)) {
    item.status = 'done';
  }
  others.forEach(block => noteFacts(block, item));
  const below = source.textOf(others);
  parts.push(below);
  if (!item.trackerUrl) {
    item.trackerUrl = parts.join('\n').match(/https?:\/\/[^\s)>\]"]+/)?.[0];
  }
  const whole = source.textOf([first]);
  const definitions = whole.slice(
    source.text.slice(first.start, first.end).length,
  );
  if (definitions.trim() !== '' && !below.includes(definitions.trim())) {
    parts.push(definitions.trim());
  }
  const description = parts.filter(part => part.trim() !== '').join('\n\n');
  item.description = item.description ?? (description || null);
  addAction(ctx, section, item);
}

/** Notes what the rows below an item state; they stay in its description. */
function noteFacts(block: Block, item: ActionItemInput) {
  if (block.node?.type !== 'list') {
    return;
  }
  for (const { children } of block.node.children) {
    const line = children[0] ? plainText(children[0]).split('\n')[0] : '';
    const pair = line.match(/^([\p{L} ]{2,30}):\s*(\S.*)$/u);
    if (pair) {
      actionFact(item, pair[1], pair[2]);
    }
  }
}

/** Owner and deadline that a line names with their words. */
function inlineFacts(item: ActionItemInput, raw: string) {
  const text = raw.replace(/[*_`]/g, '');
  for (const match of text.matchAll(
    /\b(owner|assignee|due|deadline|due date|eta|priority)\s*[:=]\s*([^\s,;)\]]+)/gi,
  )) {
    actionFact(item, match[1], match[2]);
  }
  const due = text.match(
    /\b(?:due(?: date)?|deadline|eta)\s+(?:by\s+|on\s+)?(\d{4}-\d{2}-\d{2})\b/i,
  );
  if (due) {
    actionFact(item, 'due', due[1]);
  }
  const priority = text.match(/^(?:\[[ xX]\])?\W*(P[0-3])\b/);
  if (priority) {
    actionFact(item, 'priority', priority[1]);
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
  ctx.notes.keepHeading(section.heading);
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
      `No action items were recognized under "${section.heading?.plain}".`,
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
