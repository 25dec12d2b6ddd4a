import type { Config } from '@backstage/config';
import {
  entityRefSchema,
  groupRefSchema,
} from 'backstage-plugin-postmortem-common';
import { IANAZone } from 'luxon';

const KEY = 'postmortem.reports.digest';

const INTERVALS = ['week', 'month'] as const;

/** When digests of reports are sent, and to whom. */
export interface DigestSettings {
  every: (typeof INTERVALS)[number];
  /** The hour of the first day of the next period from which on, 0 to 23. */
  hour: number;
  /** The IANA time zone of it. */
  timeZone: string;
  /** Groups that are each told of themselves, their child groups included. */
  teams: string[];
  /** Groups and users that are told of everything. */
  everything: string[];
}

function invalid(name: string, reason: string): Error {
  return new Error(`Invalid configuration: ${KEY}.${name}: ${reason}`);
}

function refsOf(
  config: Config,
  name: string,
  schema: typeof groupRefSchema | typeof entityRefSchema,
): string[] {
  const refs = config.getOptionalStringArray(`${KEY}.${name}`) ?? [];
  return refs.map((ref, index) => {
    const parsed = schema.safeParse(ref);
    if (!parsed.success) {
      throw invalid(`${name}[${index}]`, parsed.error.issues[0].message);
    }
    return parsed.data;
  });
}

/**
 * Reads when digests of reports are sent; undefined where they are not, which
 * is so until somebody asks for them.
 *
 * @throws Error that names the wrong setting.
 */
export function readDigest(config: Config): DigestSettings | undefined {
  if (!config.has(KEY)) {
    return undefined;
  }
  const every = INTERVALS.find(
    name => name === config.getOptionalString(`${KEY}.every`),
  );
  if (!every) {
    throw invalid('every', `must be one of ${INTERVALS.join(', ')}`);
  }
  const hour = config.getOptionalNumber(`${KEY}.hour`) ?? 8;
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) {
    throw invalid('hour', 'must be an hour of the day, 0 to 23');
  }
  const timeZone = config.getOptionalString(`${KEY}.timeZone`) ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw invalid('timeZone', 'must be a time zone such as Europe/Berlin');
  }
  const teams = refsOf(config, 'teams', groupRefSchema);
  const everything = refsOf(config, 'everything', entityRefSchema);
  if (teams.length + everything.length === 0) {
    throw invalid(
      'teams',
      'must name a group, or `everything` a group or user, or nobody is told',
    );
  }
  return { every, hour, timeZone, teams, everything };
}
