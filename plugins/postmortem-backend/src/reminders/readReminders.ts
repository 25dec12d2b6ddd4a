import type { Config } from '@backstage/config';
import { IANAZone } from 'luxon';
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
  const hour = config.getOptionalNumber(`${KEY}.hour`) ?? 8;
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) {
    throw new Error(
      `Invalid configuration: ${KEY}.hour: must be an hour of the day, 0 to 23`,
    );
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
  const timeZone = config.getOptionalString(`${KEY}.timeZone`) ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw new Error(
      `Invalid configuration: ${KEY}.timeZone: must be a time zone such as Europe/Berlin`,
    );
  }
  return { hour, weekday, timeZone };
}
