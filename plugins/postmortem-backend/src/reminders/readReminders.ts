import type { Config } from '@backstage/config';
import { readTimeOfDay } from './readTimeOfDay';
import type { ReminderSettings } from './ReminderTask';

const KEY = 'postmortem.reminders';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/**
 * Reads when people are reminded; undefined where they are not.
 *
 * @throws Error that names the wrong setting.
 */
export function readReminders(config: Config): ReminderSettings | undefined {
  if (config.getOptionalBoolean(`${KEY}.enabled`) === false) {
    return undefined;
  }
  const day = config.getOptionalString(`${KEY}.overdueOn`) ?? 'monday';
  const weekday = WEEKDAYS.indexOf(day) + 1;
  if (weekday === 0) {
    throw new Error(
      `Invalid configuration: ${KEY}.overdueOn: must be one of ${WEEKDAYS.join(
        ', ',
      )}`,
    );
  }
  return { weekday, ...readTimeOfDay(config, KEY) };
}
