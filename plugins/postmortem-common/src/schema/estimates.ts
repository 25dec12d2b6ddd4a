import { z } from 'zod';

/**
 * A count of incidents, with the exact 95% Poisson interval of how many there
 * would be on average.
 */
export const countSchema = z.strictObject({
  n: z.int(),
  low: z.number(),
  high: z.number(),
});

/** A share, with its 95% Wilson interval; null of nothing. */
export const shareSchema = z.strictObject({
  /** How many have it. */
  count: z.int(),
  /** Of how many. */
  n: z.int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/**
 * A quantile, with its distribution-free 95% interval; null of nothing, and
 * without interval where there is too little for one.
 */
export const quantileSchema = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** What two counts say of the rates behind them, at the 5% level. */
export const rateFindingSchema = z.enum([
  'more',
  'fewer',
  'not_distinguishable',
]);

/** How a rate compares with an earlier one. */
export const comparisonSchema = z.strictObject({
  /** Null where either time has no days. */
  finding: rateFindingSchema.nullable(),
  /** Of the rate to the earlier one; null where that is 0. */
  ratio: z.number().nullable(),
  low: z.number().nullable(),
  /** Null where it has no limit. */
  high: z.number().nullable(),
  pValue: z.number().nullable(),
});

export type Count = z.output<typeof countSchema>;
export type Share = z.output<typeof shareSchema>;
export type Quantile = z.output<typeof quantileSchema>;
export type RateFinding = z.output<typeof rateFindingSchema>;
export type Comparison = z.output<typeof comparisonSchema>;
