import { z } from 'zod';
import { factorKindSchema } from './parts';
import { postmortemStatusSchema } from './postmortem';
import {
  dayOrTimeSchema,
  domainRefSchema,
  entityRefSchema,
  groupRefSchema,
  systemRefSchema,
  timeSchema,
} from './primitives';
import { repeatable, searchText } from './queries';
import {
  limitsSchema,
  quantileSchema,
  rateComparisonSchema,
  reportPeriodSchema,
} from './reportFigures';

/** The most periods that a report has. */
export const MAX_REPORT_PERIODS = 400;

/** The most incidents that are shown one by one. */
export const MAX_DURATION_POINTS = 2_000;

export const reportIntervalSchema = z.enum(['week', 'month', 'quarter']);

/** What incidents can be grouped by. */
export const reportGroupingSchema = z.enum([
  'severity',
  'team',
  'entity',
  'system',
  'trigger',
  'factor',
  'detection',
]);

const beginsBeforeItEnds = ({ from, to }: { from?: string; to?: string }) =>
  !from || !to || from < to;

const BEGINS_TOO_LATE = { path: ['from'], message: 'must be before `to`' };

const filterShape = {
  /** The first incidents; by default twelve months before the current one. */
  from: dayOrTimeSchema.optional(),
  /** The end, not included; by default that of the current period. */
  to: dayOrTimeSchema.optional(),
  /** Weeks begin on Monday; all periods are those of UTC. */
  interval: reportIntervalSchema.default('month'),
  /** As in the list: systems and domains stand for their parts. */
  entityRef: repeatable(entityRefSchema),
  /** The groups and their child groups, and what they own now. */
  teamRef: repeatable(groupRefSchema),
  /** The systems with all their parts. */
  systemRef: repeatable(systemRefSchema),
  /** The domains with all their parts. */
  domainRef: repeatable(domainRefSchema),
  status: repeatable(postmortemStatusSchema),
  severity: repeatable(z.string().min(1).max(50)),
  tag: repeatable(z.string().min(1).max(100)),
  q: searchText,
};

/**
 * Which incidents a report is of: those that began within `[from, to)`, that
 * pass every filter, are not deleted, and may be seen by who asks.
 */
export const reportQuerySchema = z
  .strictObject(filterShape)
  .refine(beginsBeforeItEnds, BEGINS_TOO_LATE);

export const trendsQuerySchema = z
  .strictObject({
    ...filterShape,
    groupBy: reportGroupingSchema.default('severity'),
  })
  .refine(beginsBeforeItEnds, BEGINS_TOO_LATE);

/** What every report says of itself. */
export const reportHeader = {
  from: timeSchema,
  /** The end, not included. */
  to: timeSchema,
  /** The time that the figures are of. */
  asOf: timeSchema,
  interval: reportIntervalSchema,
  /** The incidents that it is of. */
  n: z.int(),
};

/** How many incidents began, by period and by group. */
export const trendsSchema = z.strictObject({
  ...reportHeader,
  groupBy: reportGroupingSchema,
  periods: z.array(
    reportPeriodSchema.extend({
      n: z.int(),
      /** Of `n`, those that say that they repeat an earlier one. */
      repeats: z.int(),
      /** The exact Poisson interval of `n`. */
      limits: limitsSchema,
    }),
  ),
  /**
   * Each incident counts once in each group that it belongs to, so that where
   * there can be several the groups add up to more than the totals. The
   * largest first, severities by their rank.
   */
  groups: z.array(
    z.strictObject({
      /**
       * A name, ref or category; null for the incidents that are in no other
       * group, and for factors without a category.
       */
      key: z.string().nullable(),
      /** What kind of factor it is, by factor; null for all other groups. */
      kind: factorKindSchema.nullable(),
      n: z.int(),
      repeats: z.int(),
      limits: limitsSchema,
      /** One for each of the periods. */
      periods: z.array(z.strictObject({ n: z.int(), repeats: z.int() })),
    }),
  ),
  /** How many smaller groups are left out. */
  omittedGroups: z.int(),
  totals: z.strictObject({
    n: z.int(),
    repeats: z.int(),
    limits: limitsSchema,
    /** With the time before that is as long; null where none has passed. */
    comparison: rateComparisonSchema.nullable(),
    /** The latest complete period with the one before it. */
    latestPeriod: rateComparisonSchema.extend({ key: z.string() }).nullable(),
  }),
});

export const durationMetricSchema = z.enum([
  'timeToDetect',
  'timeToAcknowledge',
  'timeToMitigate',
  'timeToResolve',
]);

const durationFigures = {
  /** How many durations are known. */
  n: z.int(),
  /** How many incidents lack one of the two times. */
  missing: z.int(),
  /** Its interval takes at least 6 durations. */
  median: quantileSchema.nullable(),
  /** Its interval takes at least 29 durations. */
  p90: quantileSchema.nullable(),
};

/** How long things took, in minutes, each from the beginning of the impact. */
export const durationsReportSchema = z.strictObject({
  ...reportHeader,
  periods: z.array(reportPeriodSchema),
  metrics: z.array(
    z.strictObject({
      metric: durationMetricSchema,
      ...durationFigures,
      /** One for each of the periods. */
      periods: z.array(z.strictObject(durationFigures)),
    }),
  ),
  points: z.strictObject({
    /**
     * Whether they are a sample: of more than `MAX_DURATION_POINTS` incidents,
     * that many with the lowest ids, which are random and stay the same.
     */
    isSample: z.boolean(),
    /** In the order in which they began. */
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        key: z.string(),
        title: z.string(),
        severity: z.string().nullable(),
        startedAt: timeSchema,
        timeToDetect: z.int().nullable(),
        timeToAcknowledge: z.int().nullable(),
        timeToMitigate: z.int().nullable(),
        timeToResolve: z.int().nullable(),
      }),
    ),
  }),
});

export type ReportInterval = z.output<typeof reportIntervalSchema>;
export type ReportGrouping = z.output<typeof reportGroupingSchema>;
export type ReportQuery = z.output<typeof reportQuerySchema>;
export type TrendsQuery = z.output<typeof trendsQuerySchema>;
export type Trends = z.output<typeof trendsSchema>;
export type DurationMetric = z.output<typeof durationMetricSchema>;
export type DurationsReport = z.output<typeof durationsReportSchema>;
