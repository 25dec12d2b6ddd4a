import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { DueItemStore } from './DueItemStore';
import { Outbox } from './Outbox';
import { OutboxSender } from './OutboxSender';
import { ReminderTask, type ReminderSettings } from './ReminderTask';

/** Puts the reminders together, without a schedule. */
export function createReminderTask(options: {
  knex: Knex;
  notifications: NotificationService;
  logger: LoggerService;
  settings: ReminderSettings;
  clock: () => string;
}): ReminderTask {
  const outbox = new Outbox(options.knex);
  return new ReminderTask({
    ...options,
    outbox,
    items: new DueItemStore(options.knex),
    sender: new OutboxSender({ ...options, outbox }),
  });
}

/** Reminds people of action items, where that is configured. */
export async function scheduleReminders(
  options: Omit<Parameters<typeof createReminderTask>[0], 'settings'> & {
    settings: ReminderSettings | undefined;
    scheduler: SchedulerService;
  },
): Promise<void> {
  const { scheduler, settings } = options;
  if (!settings) {
    return;
  }
  const task = createReminderTask({ ...options, settings });
  await scheduler.scheduleTask({
    id: 'postmortem-reminders',
    // Often, for what has to be sent again; each occasion is planned once.
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    fn: () => task.run(),
  });
}
