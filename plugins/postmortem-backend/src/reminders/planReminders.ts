import { groupBy } from 'lodash';
import { DateTime } from 'luxon';
import type { DueItem } from './DueItemStore';
import type { Notice } from './Outbox';

/** What to remind people of, on one day. */
export interface RemindersInput {
  /** Due on that day. */
  dueToday: DueItem[];
  /** Due a week after that day. */
  dueInAWeek: DueItem[];
  /** Overdue; only on the day of the week on which that is told. */
  overdue: DueItem[];
  /** The day, in the zone of the reminders. */
  today: DateTime;
}

// A notification is no list: the link has them all.
const SHOWN = 10;

const count = (number: number) =>
  number === 1 ? '1 action item' : `${number} action items`;

/** A line for an item. Titles of restricted postmortems are for their readers. */
function line({ title, visibility, postmortemKey }: DueItem): string {
  return visibility === 'restricted'
    ? `${postmortemKey}: an action item of a restricted postmortem`
    : `${postmortemKey}: ${title}`;
}

function described(items: DueItem[]): string {
  const lines = items.slice(0, SHOWN).map(line);
  return items.length > SHOWN
    ? [...lines, `and ${items.length - SHOWN} more`].join('\n')
    : lines.join('\n');
}

function linkTo(recipientRef: string, state: string): string {
  const isGroup = recipientRef.startsWith('group:');
  const query = new URLSearchParams({
    [isGroup ? 'teamRef' : 'ownerRef']: recipientRef,
    state,
  });
  return `/postmortems/action-items?${query}`;
}

/** Whom an item is a matter of: its owner, else the responsible teams. */
function owners({ ownerRef, teams }: DueItem): string[] {
  return ownerRef ? [ownerRef] : teams;
}

function byRecipient(
  items: DueItem[],
  recipientsOf: (item: DueItem) => string[],
): Array<[string, DueItem[]]> {
  const pairs = items.flatMap(item =>
    [...new Set(recipientsOf(item))].map(recipient => ({ recipient, item })),
  );
  return Object.entries(groupBy(pairs, 'recipient')).map(
    ([recipient, each]) => [
      recipient,
      each.map(({ item }) => item).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    ],
  );
}

/**
 * The notices of one day: one a person or team for what is due that day, one
 * for what is due in a week, and once a week one for all that is overdue.
 * Never one an item.
 */
export function planReminders(input: RemindersInput): Notice[] {
  const { dueToday, dueInAWeek, overdue, today } = input;
  const day = today.toISODate()!;
  const week = today.toFormat("kkkk-'W'WW");
  return [
    ...byRecipient(dueInAWeek, owners).map(
      ([recipientRef, items]): Notice => ({
        occasion: `due-in-a-week:${day}:${recipientRef}`,
        recipientRef,
        payload: {
          title: `${count(items.length)} due in a week`,
          description: described(items),
          link: linkTo(recipientRef, 'due_soon'),
          topic: 'action-items-due',
        },
      }),
    ),
    ...byRecipient(dueToday, owners).map(
      ([recipientRef, items]): Notice => ({
        occasion: `due-today:${day}:${recipientRef}`,
        recipientRef,
        payload: {
          title: `${count(items.length)} due today`,
          description: described(items),
          link: linkTo(recipientRef, 'due_soon'),
          topic: 'action-items-due',
        },
      }),
    ),
    // A team hears of all that is late, also of what its members own.
    ...byRecipient(overdue, item => [...owners(item), ...item.teams]).map(
      ([recipientRef, items]): Notice => ({
        occasion: `overdue:${week}:${recipientRef}`,
        recipientRef,
        payload: {
          title: `${count(items.length)} overdue`,
          description: described(items),
          link: linkTo(recipientRef, 'overdue'),
          topic: 'action-items-overdue',
        },
      }),
    ),
  ];
}
