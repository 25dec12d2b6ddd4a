import type { Config } from '@backstage/config';
import { IANAZone } from 'luxon';

/** From when on something is sent, on its day. */
export interface TimeOfDay {
  /** 0 to 23. */
  hour: number;
  /** The IANA time zone of it. */
  timeZone: string;
}

/**
 * Reads `hour` and `timeZone` of a section; 8 and UTC by default.
 *
 * @throws Error that names the wrong setting.
 */
export function readTimeOfDay(config: Config, section: string): TimeOfDay {
  const hour = config.getOptionalNumber(`${section}.hour`) ?? 8;
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) {
    throw new Error(
      `Invalid configuration: ${section}.hour: must be an hour of the day, 0 to 23`,
    );
  }
  const timeZone = config.getOptionalString(`${section}.timeZone`) ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw new Error(
      `Invalid configuration: ${section}.timeZone: must be a time zone such as Europe/Berlin`,
    );
  }
  return { hour, timeZone };
}
