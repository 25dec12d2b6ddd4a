import {
  isFinished,
  type ActionItem,
} from 'backstage-plugin-postmortem-common';
import { END_OF_TIME } from './sql';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whether work on an action item is still to be done. */
export function isOpen(item: Pick<ActionItem, 'status'>): boolean {
  return !isFinished(item.status);
}

/**
 * When an action item begins to be overdue; null when it never will. A
 * deadline at midnight UTC stands for the whole of that day, since people
 * give deadlines as days.
 */
export function overdueFrom(
  item: Pick<ActionItem, 'status' | 'dueAt'>,
): string | null {
  if (!isOpen(item) || item.dueAt === null) {
    return null;
  }
  if (!item.dueAt.endsWith('T00:00:00.000Z')) {
    return item.dueAt;
  }
  const nextDay = new Date(Date.parse(item.dueAt) + DAY_MS);
  return nextDay.getUTCFullYear() > 9999 ? END_OF_TIME : nextDay.toISOString();
}
