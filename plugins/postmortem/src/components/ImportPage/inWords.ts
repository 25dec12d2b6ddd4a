import { count, formatDay } from '../shared';
import type { ImporterState } from './Importer';
import { type ImportItem, isPending } from './importItems';

/**
 * What is being done, the same from beginning to end: a screen reader is told
 * once, not two hundred times.
 */
export function describeProgress({
  total,
  isUndo,
}: NonNullable<ImporterState['progress']>): string {
  return isUndo
    ? `Deleting ${count(total, 'postmortem')}…`
    : `Importing ${count(total, 'document')}…`;
}

/** How many documents there are, and how they stand. */
export function describeItems(
  items: ImportItem[],
  isTwin: (item: ImportItem) => boolean,
): string {
  const counts = new Map<string, number>();
  for (const item of items) {
    const kind = kindOf(item, isTwin(item));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return `${count(items.length, 'document')}: ${[...counts]
    .map(([kind, number]) => `${number} ${kind}`)
    .join(', ')}`;
}

function kindOf(item: ImportItem, isTwin: boolean): string {
  switch (item.state) {
    case 'imported':
      return 'imported';
    case 'failed':
      return 'not imported';
    case 'undone':
      return 'deleted again';
    case 'unread':
      return 'not read';
    case 'refused':
      return 'cannot be imported';
    default:
      return isPending(item) && isTwin ? 'there already' : 'ready';
  }
}

/** What was understood of a document, in a line. */
export function describePreview({ preview }: ImportItem): string | undefined {
  if (!preview) {
    return undefined;
  }
  const { document, parts, warnings } = preview;
  const { startedAt } = document.incident;
  return [
    startedAt ? formatDay(startedAt) : 'no date',
    document.severity ?? 'no severity',
    count(parts.length, 'part'),
    warnings.length > 0 && count(warnings.length, 'remark'),
  ]
    .filter(Boolean)
    .join(' · ');
}
