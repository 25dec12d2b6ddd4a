import { DateTime } from 'luxon';
import type { DueItemStore } from './DueItemStore';
import type { Outbox } from './Outbox';
import type { OutboxSender } from './OutboxSender';
import { planReminders } from './planReminders';
import type { TimeOfDay } from './readTimeOfDay';

/** When people are reminded. */
export interface ReminderSettings extends TimeOfDay {
  /** The day of the week for what is overdue: 1 is Monday. */
  weekday: number;
}

// What was sent is remembered for longer than any occasion lasts.
const REMEMBERED = { days: 60 };

/**
 * Plans the reminders of the day and sends what waits. It may run as often as
 * one likes, and on several replicas at once.
 */
export class ReminderTask {
  readonly #items: DueItemStore;
  readonly #outbox: Outbox;
  readonly #sender: OutboxSender;
  readonly #settings: ReminderSettings;
  readonly #clock: () => string;

  constructor(options: {
    items: DueItemStore;
    outbox: Outbox;
    sender: OutboxSender;
    settings: ReminderSettings;
    clock: () => string;
  }) {
    this.#items = options.items;
    this.#outbox = options.outbox;
    this.#sender = options.sender;
    this.#settings = options.settings;
    this.#clock = options.clock;
  }

  async run(): Promise<void> {
    const now = this.#clock();
    await this.#plan(now);
    await this.#sender.run();
    await this.#outbox.forget(
      DateTime.fromISO(now, { zone: 'utc' }).minus(REMEMBERED).toISO()!,
    );
  }

  async #plan(now: string): Promise<void> {
    const { hour, weekday, timeZone } = this.#settings;
    const local = DateTime.fromISO(now).setZone(timeZone);
    if (local.hour < hour) {
      return;
    }
    const today = local.toISODate()!;
    const inAWeek = local.plus({ weeks: 1 }).toISODate()!;
    const due = await this.#items.dueOn([today, inAWeek]);
    const on = (day: string) =>
      due.filter(({ dueAt }) => dueAt.startsWith(day));
    await this.#outbox.add(
      planReminders({
        today: local,
        dueToday: on(today),
        dueInAWeek: on(inAWeek),
        overdue:
          local.weekday === weekday ? await this.#items.overdue(now) : [],
      }),
      now,
    );
  }
}
