import type { Table } from 'mdast';
import type { ActionItemInput } from '../../schema/actionItem';
import { actionFact, actionField } from './actionFacts';
import type { ActionHints } from './actionItems';
import { addAction } from './actionItems';
import { titleOf } from './titleOf';
import type { ImportContext } from './context';
import { bodyRows, cellText, isPlaceholder, plainText } from './inline';
import type { Section } from './sections';
import type { Block } from './source';

/** Headings of the column that says what is to be done, the surest first. */
const TITLES = [
  /^(action item|action|task|to ?do|item|action point|follow[ -]?up)s?$/i,
  /^(title|what|name|summary|work)\b/i,
  /\b(action|task)\b/i,
  /^(description|details|recommendation|improvement|measure)s?\b/i,
];

function titleColumn(header: string[]): number {
  for (const pattern of TITLES) {
    const at = header.findIndex(text => pattern.test(text));
    if (at >= 0) {
      return at;
    }
  }
  return header.findIndex(
    text => actionField(text) === null && !/^(#|id|no\.?|nr\.?|)$/i.test(text),
  );
}

/**
 * Reads a table of action items. What a cell says that no field repeats word
 * for word is kept in the description, under its column's heading.
 */
export function readActionTable(
  ctx: ImportContext,
  section: Section,
  table: Table,
  block: Block,
  hints: ActionHints,
) {
  const { source } = ctx;
  const [head] = table.children;
  const header = head.children.map(cell => plainText(cell).trim());
  const rows = bodyRows(table).filter(row =>
    row.some(cell => cell && !isPlaceholder(plainText(cell))),
  );
  const title = titleColumn(header);
  if (title < 0 || rows.length === 0) {
    ctx.leave(section, [block]);
    return;
  }
  const named = new Set<number>();
  for (const row of rows) {
    const cell = row[title];
    const made = cell
      ? titleOf(source, cell.children)
      : { title: '', rest: '', url: null };
    const item: ActionItemInput = { ...hints, title: made.title };
    const parts = [made.rest.replace(/\\\|/g, '|')];
    item.trackerUrl = made.url;
    row.forEach((other, column) => {
      const text = other && column !== title ? cellText(source, other) : '';
      if (isPlaceholder(text)) {
        return;
      }
      const label = header[column] ?? '';
      const link = text.match(/^\[[^\]]*\]\((https?:\/\/[^\s)]+)[^)]*\)$/);
      const kept =
        actionField(label) === 'trackerUrl' && link
          ? actionFact(item, label, link[1]) && false
          : actionFact(item, label, plainText(other!).trim()) &&
            plainText(other!).trim() === text;
      if (!kept) {
        named.add(column);
        const words = cellText(
          source,
          head.children[column] ?? head.children[0],
        );
        parts.push(label ? `${words}: ${text}` : text);
      }
    });
    if (isPlaceholder(item.title)) {
      const [first, ...others] = parts.filter(part => part.trim() !== '');
      item.title = (first ?? '').slice(0, 400);
      parts.splice(0, parts.length, ...others);
    }
    item.title = item.title.replace(/\\\|/g, '|');
    const description = parts.filter(part => part.trim() !== '').join('\n\n');
    item.description =
      source.withDefinitions(
        description,
        row.flatMap(each => (each ? [source.blockOf(each)] : [])),
      ) || null;
    addAction(ctx, section, item);
  }
  const unsaid = head.children
    .filter((_, column) => !named.has(column))
    .map(cell => cellText(source, cell))
    .filter(text => !isPlaceholder(text));
  ctx.notes.add(section, block.start, unsaid.join(' · '));
}
