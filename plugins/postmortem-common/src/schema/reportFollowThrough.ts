import { z } from 'zod';
import { actionItemTypeSchema } from './actionItem';
import { timeSchema } from './primitives';
import {
  reportPeriodSchema,
  shareSchema,
  withinDaysSchema,
} from './reportFigures';
import {
  durationsReportSchema,
  reportHeader,
  trendsQuerySchema,
  trendsSchema,
} from './reports';
import { patternsReportSchema } from './reportPatterns';

/** How old open action items are, in days since they were opened. */
export const ageGroupSchema = z.enum([
  'under_30',
  '30_to_89',
  '90_to_179',
  '180_to_364',
  '365_or_more',
]);

/**
 * How the action items of an earlier incident stood when it repeated: with one
 * or more `open`, all settled but one or more `given_up`, all `done`, or all
 * done and `verified` to be effective; `without` any, or `unknown` where it
 * was deleted or may not be seen.
 */
export const earlierStateSchema = z.enum([
  'open',
  'given_up',
  'done',
  'verified',
  'without',
  'unknown',
]);

const done = z.array(withinDaysSchema);

/** What becomes of action items, fixes and postmortems. */
export const followThroughReportSchema = z.strictObject({
  ...reportHeader,
  /**
   * Action items of all incidents that pass the filters, whenever these began:
   * those that were opened, done, or verified to be effective in the period.
   */
  periods: z.array(
    reportPeriodSchema.extend({
      opened: z.int(),
      done: z.int(),
      verified: z.int(),
    }),
  ),
  open: z.strictObject({
    n: z.int(),
    overdue: z.int(),
    ages: z.array(z.strictObject({ age: ageGroupSchema, n: z.int() })),
  }),
  /** Items that were opened within the report, by type. */
  types: z.array(
    z.strictObject({
      type: actionItemTypeSchema,
      share: shareSchema,
      /** One count for each of the periods. */
      periods: z.array(z.int()),
    }),
  ),
  /** Items that were opened within the report, by when they were done. */
  done: z.strictObject({
    n: z.int(),
    /**
     * Items that are done since before they were written here, or since nobody
     * knows when: in no share.
     */
    unknown: z.int(),
    /** The share that is done, for each day from 0 to 90. */
    curve: done,
    /** Within 30, 60 and 90 days, by the period in which they were opened. */
    cohorts: z.array(
      z.strictObject({
        key: z.string(),
        n: z.int(),
        unknown: z.int(),
        within: done,
      }),
    ),
  }),
  /** Incidents of the report that repeat another one. */
  repeats: z.strictObject({
    n: z.int(),
    states: z.array(z.strictObject({ state: earlierStateSchema, n: z.int() })),
  }),
  /** Done items of the incidents of the report. */
  effectiveness: z.array(
    z.strictObject({
      type: actionItemTypeSchema,
      done: z.int(),
      effective: z.int(),
      partial: z.int(),
      ineffective: z.int(),
      cannotTell: z.int(),
      /** Done, and nobody has looked yet. */
      pending: z.int(),
      /** Effective ones, of those that could be told. */
      share: shareSchema,
    }),
  ),
  debt: z.strictObject({
    /** Every incident requires a postmortem, which is written when published. */
    severities: z.array(
      z.strictObject({
        severity: z.string().nullable(),
        draft: z.int(),
        inReview: z.int(),
        written: shareSchema,
      }),
    ),
    written: shareSchema,
    /** Within 7, 14 and 30 days of the beginning of the impact. */
    published: done,
    reviews: z.strictObject({
      held: shareSchema,
      /** The review was to be by now, and was not held. */
      overdue: z.int(),
      /** Neither held nor planned. */
      unplanned: z.int(),
    }),
  }),
});

/** What to keep: the filters and the grouping, as of the trends. */
export const snapshotInputSchema = trendsQuerySchema;

/** A report as it was at one time. */
export const snapshotSchema = z.strictObject({
  id: z.uuid(),
  createdBy: z.string(),
  createdAt: timeSchema,
  /** The filters that it was made with. */
  query: trendsQuerySchema,
  trends: trendsSchema,
  patterns: patternsReportSchema,
  durations: durationsReportSchema,
  followThrough: followThroughReportSchema,
});

export const snapshotCreatedSchema = z.strictObject({ id: z.uuid() });

export type AgeGroup = z.output<typeof ageGroupSchema>;
export type EarlierState = z.output<typeof earlierStateSchema>;
export type FollowThroughReport = z.output<typeof followThroughReportSchema>;
export type SnapshotInput = z.input<typeof snapshotInputSchema>;
export type Snapshot = z.output<typeof snapshotSchema>;
export type SnapshotCreated = z.output<typeof snapshotCreatedSchema>;
