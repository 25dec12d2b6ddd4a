import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { ALPHA } from './types';

/** Which of the sorted values tell a quantile; the smallest one is 1. */
export interface QuantileRanks {
  /**
   * The value, or the two whose mean it is: definition 2 of Hyndman and Fan,
   * "Sample quantiles in statistical packages", Am Stat 50 (1996), 361–365,
   * the inverse of the empirical distribution, averaged where it is flat.
   */
  value: [number, number];
  /** The ends of the 95 % interval; undefined where `n` is too small. */
  limits: { lower: number; upper: number } | undefined;
}

/**
 * The ranks of a quantile and of its distribution-free 95 % interval.
 *
 * The number of values below a quantile is binomial, so that two order
 * statistics enclose it with a probability that does not depend on the
 * distribution (Conover, Practical Nonparametric Statistics, 3rd ed. 1999,
 * section 3.2; Hahn and Meeker, Statistical Intervals, 1991, section 5.2).
 * Each end is left with at most 2.5 %. Where the largest value leaves more
 * above it, it is the upper end, and the lower end takes what remains of the
 * 5 %. There is an interval of a median from 6 values, of a 90th percentile
 * from 29.
 *
 * @param n - how many values there are, at least 1
 * @param p - which quantile, at least 0.5 and below 1
 * @throws RangeError when there are no values or `p` is another one.
 */
export function quantileRanks(n: number, p: number): QuantileRanks {
  if (!(n >= 1 && p >= 0.5 && p < 1)) {
    throw new RangeError(`There is no quantile ${p} of ${n} values`);
  }
  const position = withoutNoise(n * p);
  const rank = Math.ceil(position);
  return {
    value: [rank, position === rank ? Math.min(rank + 1, n) : rank],
    limits: limitRanks(n, p),
  };
}

/** 0.9 · 30 is 27 and not a little more. */
function withoutNoise(product: number): number {
  const nearest = Math.round(product);
  return Math.abs(product - nearest) < 1e-9 ? nearest : product;
}

function limitRanks(n: number, p: number): QuantileRanks['limits'] {
  /** How probable it is that fewer than `rank` values are below. */
  const below = (rank: number) => binomialCdf(rank - 1, n, p);
  const upper = Math.min(
    n,
    firstOf(n, rank => below(rank) >= 1 - ALPHA / 2),
  );
  const left = Math.min(ALPHA / 2, below(upper) - (1 - ALPHA));
  const lower = firstOf(n, rank => below(rank) > left) - 1;
  return lower < 1 ? undefined : { lower, upper };
}

/** The smallest rank from 1 that passes; `n + 1` where none does. */
function firstOf(n: number, passes: (rank: number) => boolean): number {
  let low = 1;
  let high = n + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
