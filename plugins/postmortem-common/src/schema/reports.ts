import { z } from 'zod';
import { actionItemTypeSchema } from './actionItem';
import { postmortemStatusSchema } from './postmortem';
import {
  dayOrTimeSchema,
  entityRefSchema,
  groupRefSchema,
  timeSchema,
} from './primitives';
import { repeatable, searchText } from './queries';
import {
  comparisonSchema,
  countSchema,
  quantileSchema,
  shareSchema,
} from './estimates';

/** What one period of a report is; weeks begin on Monday, all in UTC. */
export const reportIntervalSchema = z.enum(['week', 'month', 'quarter']);

/** What incidents are grouped by. */
export const reportDimensionSchema = z.enum([
  'severity',
  'team',
  'entity',
  'system',
  'trigger',
  'factor',
  'detection',
]);

/** The most groups of one dimension that an answer has. */
export const MAX_REPORT_GROUPS = 500;

/** The most periods that a report has. */
export const MAX_REPORT_PERIODS = 400;

/** The most incidents that are told one by one, as dots. */
export const MAX_REPORT_DOTS = 2_000;

/**
 * What a report is of: incidents that began at `from` or later and before
 * `to`. Without them, the last twelve months and the current one. Different
 * filters narrow each other; several values of one widen it. A team stands
 * for its child groups and what they own, a system or domain for its parts.
 */
const filters = {
  from: dayOrTimeSchema.optional(),
  to: dayOrTimeSchema.optional(),
  interval: reportIntervalSchema.default('month'),
  entityRef: repeatable(entityRefSchema),
  systemRef: repeatable(entityRefSchema),
  domainRef: repeatable(entityRefSchema),
  teamRef: repeatable(groupRefSchema),
  status: repeatable(postmortemStatusSchema),
  severity: repeatable(z.string().min(1).max(50)),
  tag: repeatable(z.string().min(1).max(100)),
  q: searchText,
};

export const reportQuerySchema = z.strictObject(filters);

export const trendQuerySchema = z.strictObject({
  ...filters,
  /** Once for each dimension that is wanted. */
  groupBy: repeatable(reportDimensionSchema).default(['severity']),
  /** How many groups of each dimension, those with most incidents first. */
  top: z.coerce.number().int().min(1).max(MAX_REPORT_GROUPS).default(100),
});

const periodShape = {
  start: timeSchema,
  /** Where the next one begins. */
  end: timeSchema,
  /** How many days of it lie in the report and in the past. */
  days: z.number().nonnegative(),
  /** Whether all of it lies in the report and in the past. */
  complete: z.boolean(),
};

export const reportPeriodSchema = z.strictObject(periodShape);

/** What every report says of itself. */
const headShape = {
  from: timeSchema,
  /** Not included. */
  to: timeSchema,
  interval: reportIntervalSchema,
  /** When the figures were counted. */
  asOf: timeSchema,
};

/** Incidents of one period, and what they are compared with. */
export const trendPeriodSchema = countSchema.extend({
  ...periodShape,
  /** Of them, those that repeat an earlier incident. */
  repeats: z.int(),
  /** With the period before, by days; null for the first one. */
  comparison: comparisonSchema.nullable(),
});

/** Incidents of one group; one incident may be in several groups. */
export const trendGroupSchema = countSchema.extend({
  by: reportDimensionSchema,
  /**
   * A severity, a ref, a category, a method; of factors `kind/category`, or
   * the kind where there is no category. Null for the incidents that say
   * nothing of it.
   */
  key: z.string().nullable(),
  repeats: z.int(),
  /** How many began in each period, in the order of `periods`. */
  periods: z.array(z.int()),
  /** With the time before; only of its days that have passed. */
  previous: z.int(),
  comparison: comparisonSchema,
  /**
   * Of teams: the components that the catalog has of the team now. Without
   * it, counts of teams say how much they run and not how well.
   */
  exposure: z
    .strictObject({
      components: z.int(),
      /** Of the components, over the days of the report, at 30 days each. */
      componentMonths: z.number(),
      /** Incidents a component-month; null without components. */
      rate: z.number().nullable(),
      rateLow: z.number().nullable(),
      rateHigh: z.number().nullable(),
    })
    .nullable(),
});

/** `GET /reports/trends`: how many incidents, when, and of what kind. */
export const trendReportSchema = z.strictObject({
  ...headShape,
  periods: z.array(trendPeriodSchema),
  groups: z.array(trendGroupSchema),
  /** Of each dimension, the groups that there are, and those left out. */
  dimensions: z.array(
    z.strictObject({
      by: reportDimensionSchema,
      groups: z.int(),
      leftOut: z.int(),
      /** Incidents that are in some group other than null. */
      known: z.int(),
      /** Of all incidents of the report. */
      n: z.int(),
    }),
  ),
  totals: countSchema.extend({
    repeats: z.int(),
    /** How many days of the report have passed. */
    days: z.number(),
    /** The time of the same length before it. */
    previous: z.strictObject({
      from: timeSchema,
      to: timeSchema,
      days: z.number(),
      n: z.int(),
    }),
    comparison: comparisonSchema,
  }),
});

/** What durations there are, each from the beginning of the impact. */
export const durationMetricSchema = z.enum([
  'timeToDetect',
  'timeToAcknowledge',
  'timeToMitigate',
  'timeToResolve',
]);

const durationFiguresShape = {
  /** Incidents of which it is known. */
  n: z.int(),
  /** Incidents of which it is not; they are in no other figure. */
  missing: z.int(),
  /** Minutes; the interval takes six incidents. */
  median: quantileSchema,
  /** Minutes; the interval takes 29 incidents. */
  p90: quantileSchema,
};

/** An incident with its durations in minutes; null where a time is missing. */
export const durationDotSchema = z.strictObject({
  key: z.string(),
  severity: z.string().nullable(),
  startedAt: timeSchema,
  timeToDetect: z.int().nullable(),
  timeToAcknowledge: z.int().nullable(),
  timeToMitigate: z.int().nullable(),
  timeToResolve: z.int().nullable(),
});

/** `GET /reports/durations`: how long it takes. */
export const durationReportSchema = z.strictObject({
  ...headShape,
  periods: z.array(reportPeriodSchema),
  metrics: z.array(
    z.strictObject({
      metric: durationMetricSchema,
      ...durationFiguresShape,
      /** In the order of `periods`. */
      periods: z.array(z.strictObject(durationFiguresShape)),
    }),
  ),
  /** Incidents in the report. */
  n: z.int(),
  /**
   * Every incident, the oldest first. Of more than 2,000, those with the
   * lowest ids, which are random: always the same ones for the same query.
   */
  dots: z.array(durationDotSchema),
  /** Whether `dots` are a sample. */
  sampled: z.boolean(),
});

/** Action items that were opened in one period or of one kind. */
export const completionCohortSchema = z.strictObject({
  start: timeSchema,
  end: timeSchema,
  /** Items that were opened in it. */
  n: z.int(),
  /** Of them, done at a day that nobody recorded; in no share. */
  unknown: z.int(),
  /** Done within so many days, by Kaplan–Meier; null while none is that old. */
  within: z.array(
    z.strictObject({
      days: z.int(),
      share: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      /** Items still under observation at that age. */
      atRisk: z.int(),
    }),
  ),
});

/** `GET /reports/action-items`: what becomes of what was decided. */
export const actionItemReportSchema = z.strictObject({
  ...headShape,
  /** In each period: opened, done, and found to be effective. */
  periods: z.array(
    z.strictObject({
      ...periodShape,
      opened: z.int(),
      done: z.int(),
      verified: z.int(),
    }),
  ),
  /** As of now, whenever they were opened. */
  open: z.strictObject({
    n: z.int(),
    overdue: shareSchema,
    withoutDate: z.int(),
    /** Days since they were opened. */
    medianAge: z.number().nullable(),
    ages: z.array(
      z.strictObject({
        /** At least so many days. */
        from: z.int(),
        /** Fewer than so many; null for no limit. */
        to: z.int().nullable(),
        n: z.int(),
      }),
    ),
  }),
  /** By the quarter in which they were opened. */
  cohorts: z.array(completionCohortSchema),
  /** Of those that were opened within the report. */
  types: z.array(
    z.strictObject({
      type: actionItemTypeSchema,
      n: z.int(),
      done: z.int(),
      open: z.int(),
      overdue: z.int(),
      wontDo: z.int(),
      /** Of those done, by what was found of them. */
      verdicts: z.strictObject({
        effective: z.int(),
        partial: z.int(),
        ineffective: z.int(),
        cannotTell: z.int(),
        /** Not judged, or judgment is still to come. */
        none: z.int(),
      }),
      /** Of those that were found effective, partial or ineffective. */
      effective: shareSchema,
    }),
  ),
  totals: z.strictObject({
    opened: z.int(),
    done: z.int(),
    verified: z.int(),
    /** Items that are done, at a day that nobody recorded. */
    doneAtUnknownTime: z.int(),
  }),
});

/**
 * How far the action items of an earlier incident were when it happened again:
 * some were `open`, all were finished (`done`), all that were done had been
 * found to be effective (`verified`), there were `none`, or the earlier one
 * is not there for the caller (`unknown`).
 */
export const repeatStateSchema = z.enum([
  'open',
  'done',
  'verified',
  'none',
  'unknown',
]);

/** A cell of the matrix; null for what the catalog has no name for. */
export const flowSchema = z.strictObject({
  cause: z.string().nullable(),
  affected: z.string().nullable(),
  /** Incidents; each once in a cell. */
  n: z.int(),
});

export const flowMatrixSchema = z.strictObject({
  by: z.enum(['team', 'system']),
  /** Incidents that name a cause and what it affected. */
  n: z.int(),
  /** Of them, those that crossed from one to another. */
  crossing: shareSchema,
  /** Those with most incidents first. */
  cells: z.array(flowSchema),
  leftOut: z.int(),
});

/** `GET /reports/outcomes`: do fixes hold, is it written, what does it cost. */
export const outcomeReportSchema = z.strictObject({
  ...headShape,
  /** Incidents in the report. */
  n: z.int(),
  repeats: z.strictObject({
    /** Incidents that repeat an earlier one, of all. */
    share: shareSchema,
    states: z.array(z.strictObject({ state: repeatStateSchema, n: z.int() })),
    /** The latest ones. */
    latest: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        startedAt: timeSchema,
        state: repeatStateSchema,
        /** Null where the caller may not know of it. */
        earlier: z
          .strictObject({
            key: z.string(),
            title: z.string(),
            startedAt: timeSchema.nullable(),
            open: z.int(),
            done: z.int(),
            verified: z.int(),
          })
          .nullable(),
      }),
    ),
  }),
  /** Every incident on record asks for a postmortem that others can read. */
  debt: z.strictObject({
    /** Published or closed, of all. */
    written: shareSchema,
    bySeverity: z.array(
      z.strictObject({ severity: z.string().nullable(), written: shareSchema }),
    ),
    periods: z.array(
      z.strictObject({ ...periodShape, required: z.int(), written: z.int() }),
    ),
    /** From the end of the incident to publication, in days (UTC). */
    daysToPublish: z.strictObject({
      n: z.int(),
      /** Published ones whose end is not known. */
      missing: z.int(),
      median: quantileSchema,
      p90: quantileSchema,
    }),
    /** Review meetings that were held, of all incidents. */
    reviewsHeld: shareSchema,
  }),
  impact: z.strictObject({
    users: z.strictObject({
      /** Incidents of which it is known how many users they affected. */
      known: shareSchema,
      /** Users, once for each incident that affected them. */
      sum: z.number(),
      median: quantileSchema,
      periods: z.array(z.strictObject({ known: z.int(), sum: z.number() })),
    }),
    money: z.strictObject({
      /** Incidents of which the cost is known. */
      known: shareSchema,
      currencies: z.array(
        z.strictObject({
          currency: z.string(),
          n: z.int(),
          sum: z.number(),
          periods: z.array(z.strictObject({ known: z.int(), sum: z.number() })),
        }),
      ),
    }),
    periods: z.array(reportPeriodSchema),
  }),
  flows: z.array(flowMatrixSchema),
});

/** What a snapshot is to keep; the same filters as those of the reports. */
export const reportSnapshotInputSchema = z.strictObject({
  from: dayOrTimeSchema.optional(),
  to: dayOrTimeSchema.optional(),
  interval: reportIntervalSchema.default('month'),
  entityRef: z.array(entityRefSchema).min(1).max(200).optional(),
  systemRef: z.array(entityRefSchema).min(1).max(200).optional(),
  domainRef: z.array(entityRefSchema).min(1).max(200).optional(),
  teamRef: z.array(groupRefSchema).min(1).max(200).optional(),
  status: z.array(postmortemStatusSchema).min(1).max(200).optional(),
  severity: z.array(z.string().min(1).max(50)).min(1).max(200).optional(),
  tag: z.array(z.string().min(1).max(100)).min(1).max(200).optional(),
  q: searchText,
  groupBy: z.array(reportDimensionSchema).min(1).max(7).default(['severity']),
  top: z.int().min(1).max(MAX_REPORT_GROUPS).default(100),
});

/** The figures of all reports, as of when the snapshot was made. */
export const reportSnapshotSchema = z.strictObject({
  id: z.uuid(),
  createdBy: z.string(),
  createdAt: timeSchema,
  query: reportSnapshotInputSchema,
  trends: trendReportSchema,
  durations: durationReportSchema,
  actionItems: actionItemReportSchema,
  outcomes: outcomeReportSchema,
});

export const reportSnapshotCreatedSchema = z.strictObject({ id: z.uuid() });

export type ReportInterval = z.output<typeof reportIntervalSchema>;
export type ReportDimension = z.output<typeof reportDimensionSchema>;
export type ReportQuery = z.output<typeof reportQuerySchema>;
export type TrendQuery = z.output<typeof trendQuerySchema>;
export type ReportPeriod = z.output<typeof reportPeriodSchema>;
export type TrendPeriod = z.output<typeof trendPeriodSchema>;
export type TrendGroup = z.output<typeof trendGroupSchema>;
export type TrendReport = z.output<typeof trendReportSchema>;
export type DurationMetric = z.output<typeof durationMetricSchema>;
export type DurationDot = z.output<typeof durationDotSchema>;
export type DurationReport = z.output<typeof durationReportSchema>;
export type CompletionCohort = z.output<typeof completionCohortSchema>;
export type ActionItemReport = z.output<typeof actionItemReportSchema>;
export type RepeatState = z.output<typeof repeatStateSchema>;
export type FlowMatrix = z.output<typeof flowMatrixSchema>;
export type OutcomeReport = z.output<typeof outcomeReportSchema>;
export type ReportSnapshotInput = z.input<typeof reportSnapshotInputSchema>;
export type ReportSnapshotQuery = z.output<typeof reportSnapshotInputSchema>;
export type ReportSnapshot = z.output<typeof reportSnapshotSchema>;
