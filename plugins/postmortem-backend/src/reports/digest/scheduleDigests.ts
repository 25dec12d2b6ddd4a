import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { Outbox } from '../../reminders/Outbox';
import { OutboxSender } from '../../reminders/OutboxSender';
import type { ReportService } from '../ReportService';
import { DigestTask } from './DigestTask';
import type { DigestSettings } from './readDigest';

/** Puts the digests together, without a schedule. */
export function createDigestTask(options: {
  knex: Knex;
  reports: Pick<ReportService, 'forEverybody'>;
  notifications: NotificationService;
  auth: AuthService;
  logger: LoggerService;
  settings: DigestSettings;
  clock: () => string;
}): DigestTask {
  const outbox = new Outbox(options.knex);
  return new DigestTask({
    ...options,
    outbox,
    sender: new OutboxSender({ ...options, outbox }),
  });
}

/** Sends digests of reports, where that is configured. */
export async function scheduleDigests(
  options: Omit<Parameters<typeof createDigestTask>[0], 'settings'> & {
    settings: DigestSettings | undefined;
    scheduler: SchedulerService;
  },
): Promise<void> {
  const { scheduler, settings } = options;
  if (!settings) {
    return;
  }
  const task = createDigestTask({ ...options, settings });
  await scheduler.scheduleTask({
    id: 'postmortem-report-digests',
    // Often, for what has to be sent again; each digest is made once.
    frequency: { minutes: 30 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    fn: () => task.run(),
  });
}
