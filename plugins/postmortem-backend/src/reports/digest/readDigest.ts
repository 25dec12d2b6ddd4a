import type { Config } from '@backstage/config';
import {
  entityRefSchema,
  groupRefSchema,
} from 'backstage-plugin-postmortem-common';
import { readTimeOfDay, type TimeOfDay } from '../../reminders/readTimeOfDay';

const KEY = 'postmortem.reports.digest';

const INTERVALS = ['week', 'month'] as const;

/** When digests are sent, on the first day of the next period, and to whom. */
export interface DigestSettings extends TimeOfDay {
  every: (typeof INTERVALS)[number];
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
  const from = readTimeOfDay(config, KEY);
  const teams = refsOf(config, 'teams', groupRefSchema);
  const everything = refsOf(config, 'everything', entityRefSchema);
  if (teams.length + everything.length === 0) {
    throw invalid(
      'teams',
      'must name a group, or `everything` a group or user, or nobody is told',
    );
  }
  return { every, ...from, teams, everything };
}
