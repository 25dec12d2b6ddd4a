import type { Table } from 'mdast';
import { leadingMoment, wholeMoment } from './dates';
import { bodyRows, listItems, plainText } from './inline';
import type { Block, Source } from './source';
import { splitMoment } from './splitMoment';

/** Fewer dated entries than this may be anything. */
const FEWEST_ENTRIES = 3;

function isDatedTable(table: Table): boolean {
  const rows = bodyRows(table).map(([first, second]) => ({
    moment: first ? wholeMoment(plainText(first)) : null,
    hasText: second !== undefined && plainText(second).trim() !== '',
  }));
  return (
    rows.length >= FEWEST_ENTRIES &&
    rows.every(({ moment, hasText }) => moment?.time && hasText)
  );
}

/** Whether a list or table without a known heading is evidently a timeline. */
export function looksLikeTimeline(source: Source, block: Block): boolean {
  if (block.node?.type === 'table') {
    return isDatedTable(block.node);
  }
  if (block.node?.type !== 'list') {
    return false;
  }
  const items = listItems(source, block);
  return (
    items.length >= FEWEST_ENTRIES &&
    items.every(({ blocks: [first] }) => {
      const split = splitMoment(source.text.slice(first.start, first.end));
      return split?.moment.date && split.moment.time && split.rest;
    })
  );
}

/** Whether a block begins with a date or a time. */
export function startsWithMoment(source: Source, block: Block): boolean {
  const { start, end } = block;
  const text = source.text.slice(start, Math.min(end, start + 200));
  return leadingMoment(text.replace(/^[*_`[(]+/, '')) !== null;
}
