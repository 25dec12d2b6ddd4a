import { z } from 'zod';
import { timeSchema } from './primitives';

/** The ends of a 95 % interval. */
export const limitsSchema = z.strictObject({
  lower: z.number(),
  upper: z.number(),
});

/** `n` of `of`, with Wilson's interval; null where there is nothing to divide. */
export const shareSchema = z.strictObject({
  n: z.int(),
  of: z.int(),
  share: z.number().nullable(),
  limits: limitsSchema.nullable(),
});

/**
 * What two counts can tell of the rates behind them, at a level of 0.05: that
 * the later one is higher, or lower, or neither.
 */
export const rateVerdictSchema = z.enum([
  'more',
  'fewer',
  'not_distinguishable',
]);

/**
 * Two counts, compared with the conditional exact test for two Poisson rates.
 * The time that each was counted over is taken into account.
 */
export const rateComparisonSchema = z.strictObject({
  verdict: rateVerdictSchema,
  pValue: z.number(),
  /** Of the rate to the previous one; null where that is 0. */
  ratio: z.number().nullable(),
  /** The exact interval of the ratio; `upper` is null where it has no end. */
  ratioLimits: z.strictObject({
    lower: z.number(),
    upper: z.number().nullable(),
  }),
  n: z.int(),
  /** The days that `n` was counted over. */
  days: z.number(),
  previous: z.strictObject({
    from: timeSchema,
    /** The end, not included. */
    to: timeSchema,
    n: z.int(),
    days: z.number(),
  }),
});

/** A week, month or quarter of a report, or the part of it that is looked at. */
export const reportPeriodSchema = z.strictObject({
  /** `2026-W14`, `2026-03` or `2026-Q1`. */
  key: z.string(),
  /** The beginning, or that of the report. */
  start: timeSchema,
  /** The end, or that of the report; not included. */
  end: timeSchema,
  /** Whether now is within it, so that more may come. */
  isCurrent: z.boolean(),
  /** Whether all of it lies within the report, and in the past. */
  isComplete: z.boolean(),
});

/**
 * An order statistic, in minutes, with its distribution-free interval; null
 * where there are too few values for one.
 */
export const quantileSchema = z.strictObject({
  value: z.number(),
  limits: limitsSchema.nullable(),
});

/** The share of which something was done within so many days. */
export const withinDaysSchema = z.strictObject({
  days: z.int(),
  /**
   * Estimated after Kaplan and Meier; null where nothing was watched that
   * long, so that it cannot be told.
   */
  share: z.number().nullable(),
  limits: limitsSchema.nullable(),
  /** How many were watched that long without it being done before. */
  atRisk: z.int(),
});

export type Limits = z.output<typeof limitsSchema>;
export type Share = z.output<typeof shareSchema>;
export type RateVerdict = z.output<typeof rateVerdictSchema>;
export type RateComparison = z.output<typeof rateComparisonSchema>;
export type ReportPeriod = z.output<typeof reportPeriodSchema>;
export type Quantile = z.output<typeof quantileSchema>;
export type WithinDays = z.output<typeof withinDaysSchema>;
