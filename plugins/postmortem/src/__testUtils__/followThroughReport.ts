import {
  actionItemTypeSchema,
  ageGroupSchema,
  earlierStateSchema,
  type FollowThroughReport,
} from 'backstage-plugin-postmortem-common';
import { kaplanMeier } from 'backstage-plugin-postmortem-common/statistics';
import { header, MONTHS, reportPeriods, share } from './reportFigures';

/** What becomes of 21 action items and twelve postmortems. */
export function followThrough(
  changes: Partial<FollowThroughReport> = {},
): FollowThroughReport {
  const within = (days: number[]) =>
    kaplanMeier(
      [
        { time: 10, events: 6, censored: 2 },
        { time: 40, events: 4, censored: 3 },
        { time: 70, events: 0, censored: 5 },
      ],
      days,
    ).map(({ time, share: done, limits, atRisk }) => ({
      days: time,
      share: done ?? null,
      limits: limits ?? null,
      atRisk,
    }));
  const types = actionItemTypeSchema.options;
  return {
    ...header,
    periods: reportPeriods.map((period, index) => ({
      ...period,
      opened: [8, 10, 3][index],
      done: [2, 6, 2][index],
      verified: [0, 1, 1][index],
    })),
    open: {
      n: 11,
      overdue: 4,
      ages: ageGroupSchema.options.map((age, index) => ({
        age,
        n: [6, 5, 0, 0, 0][index],
      })),
    },
    types: types.map((type, index) => ({
      type,
      share: share([1, 2, 3, 5, 10][index], 21),
      periods: [0, 0, 0],
    })),
    done: {
      n: 21,
      unknown: 1,
      curve: within(Array.from({ length: 91 }, (_, day) => day)),
      cohorts: MONTHS.map(key => ({
        key,
        n: 7,
        unknown: 0,
        within: within([30, 60, 90]),
      })),
    },
    repeats: {
      n: 2,
      states: earlierStateSchema.options.map((state, index) => ({
        state,
        n: [1, 0, 0, 1, 0, 0][index],
      })),
    },
    effectiveness: types.map(type => ({
      type,
      done: 4,
      effective: 2,
      partial: 1,
      ineffective: 0,
      cannotTell: 0,
      pending: 1,
      share: share(2, 3),
    })),
    debt: {
      severities: ['SEV1', 'SEV2'].map(severity => ({
        severity,
        draft: 1,
        inReview: 1,
        written: share(4, 6),
      })),
      written: share(8, 12),
      published: within([7, 14, 30]),
      reviews: { held: share(5, 12), overdue: 2, unplanned: 3 },
    },
    ...changes,
  };
}
