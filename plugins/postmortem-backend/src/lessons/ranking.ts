import type { LessonReach } from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import { FIRST_OF_SIBLINGS, FIRST_OF_TWO_HOPS } from './pathNumbers';

// What each reason weighs, in days of age: a lesson one level more severe, one
// hop closer, or addressed to its reader ranks with one that is so much newer.
const LEVEL_OF_SEVERITY = 180;
const HOP = 90;
const ADDRESSED = 365;

// More than all others together: what only happened in the same system comes
// after all that something depends on.
const NOT_OF_A_SIBLING = 10_000_000;

// Up to this age a lesson counts as recent.
const RECENT = { months: 6 };

/**
 * The rank of a lesson's postmortem as SQL, higher is earlier. It weighs
 * against the day on which the incident began, not against its age: the order
 * of two lessons is the same tomorrow, and so are the pages of a list that
 * somebody reads.
 *
 * @param severities - the names, most severe first
 */
export function rankSql(severities: string[]): string {
  // Names that the configuration was checked for: no quotes among them.
  const levels = severities
    .map(
      (name, index) =>
        `when '${name}' then ${
          (severities.length - index) * LEVEL_OF_SEVERITY
        }`,
    )
    .join(' ');
  return `(coalesce(
      cast(substr(p.started_at, 1, 4) as integer) * 372
      + cast(substr(p.started_at, 6, 2) as integer) * 31
      + cast(substr(p.started_at, 9, 2) as integer), 0)
    + case p.severity ${levels} else 0 end)`;
}

/** What the way on which a lesson comes adds to its rank, as SQL. */
export function reachRankSql(
  pathColumn: string,
  addressedColumn: string,
): string {
  return `case when ${pathColumn} < ${FIRST_OF_TWO_HOPS} then ${HOP} else 0 end
    + case when ${pathColumn} < ${FIRST_OF_SIBLINGS} or ${addressedColumn} = 1 then ${NOT_OF_A_SIBLING} else 0 end
    + ${addressedColumn} * ${ADDRESSED}`;
}

/** Since when a lesson counts as recent. */
export function recentSince(now: string): string {
  return DateTime.fromISO(now, { zone: 'utc' }).minus(RECENT).toISO()!;
}

/**
 * Why a lesson ranks as it does, the weightiest first.
 *
 * @param since - of {@link recentSince}
 */
export function reasonsOf(
  lesson: {
    severity: string | null;
    startedAt: string | null;
    hops: number;
    isAddressed: boolean;
  },
  severities: string[],
  since: string,
): LessonReach['reasons'] {
  const { severity, startedAt, hops, isAddressed } = lesson;
  const reasons: LessonReach['reasons'] = [];
  if (isAddressed) {
    reasons.push('addressed');
  }
  if (severity !== null && severities.slice(0, 2).includes(severity)) {
    reasons.push('severe');
  }
  if (startedAt !== null && startedAt >= since) {
    reasons.push('recent');
  }
  if (hops === 1) {
    reasons.push('close');
  }
  return reasons;
}
