import type {
  ActionItem,
  PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { uniq } from 'lodash';
import { randomUUID } from 'node:crypto';
import { isOpen } from '../database/overdue';
import type { StoredContent } from '../database/rows';

function withIds<T extends { id?: string }>(
  rows: T[],
): Array<T & { id: string }> {
  return rows.map(row => ({
    ...row,
    id: row.id?.toLocaleLowerCase('en-US') ?? randomUUID(),
  }));
}

/**
 * Work that gets done is given the time at which that was, and work that was
 * taken up again loses it. Work that was done before, at a time that nobody
 * knows, stays as it is.
 */
export function withCompletion<
  T extends Pick<ActionItem, 'status' | 'completedAt'>,
>(item: T, before: ActionItem | undefined, now: string): T {
  if (isOpen(item)) {
    return { ...item, completedAt: null };
  }
  const becameDone =
    item.status === 'done' &&
    (before?.status !== 'done' || before.completedAt !== null);
  return becameDone && item.completedAt === null
    ? { ...item, completedAt: now }
    : item;
}

/** What a document is completed with. */
export interface CompletionContext {
  postmortemId: string;
  /** The responsible teams, chosen or looked up. */
  teams: string[];
  now: string;
  /** What the document was before the write. */
  before?: StoredContent;
  /** Whether it tells of the past: when work was done is not known then. */
  isImport?: boolean;
}

/**
 * Fills in what the writer of a document leaves to the server: the ids of
 * rows, the times of completion, the postmortem of action items.
 */
export function completeContent(
  content: PostmortemContent,
  { postmortemId, teams, now, before, isImport }: CompletionContext,
): StoredContent {
  const itemsBefore = new Map(
    before?.actionItems.map(item => [item.id, item] as const),
  );
  const actionItems = withIds(content.actionItems).map(item => ({
    ...item,
    postmortemId,
  }));
  return {
    ...content,
    teams: uniq(teams),
    tags: uniq(content.tags),
    lessons: withIds(content.lessons),
    timeline: withIds(content.timeline),
    actionItems: isImport
      ? actionItems
      : actionItems.map(item =>
          withCompletion(item, itemsBefore.get(item.id), now),
        ),
    communications: withIds(content.communications),
    related: content.related.map(related => ({
      ...related,
      postmortemId: related.postmortemId.toLocaleLowerCase('en-US'),
    })),
  };
}
