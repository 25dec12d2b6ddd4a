import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { ALPHA, type Limits } from './types';

/**
 * The exact 95 % interval of the mean of a Poisson distribution, of which `n`
 * were counted: Garwood, "Fiducial limits for the Poisson distribution",
 * Biometrika 28 (1936), 437–442, as quantiles of the chi-square distribution
 * (Ulm, "A simple method to calculate the confidence interval of a
 * standardized mortality ratio", Am J Epidemiol 131 (1990), 373–375).
 */
export function poissonLimits(n: number): Limits {
  return {
    lower: n === 0 ? 0 : chiSquareQuantile(ALPHA / 2, 2 * n) / 2,
    upper: chiSquareQuantile(1 - ALPHA / 2, 2 * (n + 1)) / 2,
  };
}

/** A count, and the time or the number of things that it was made over. */
export interface Rate {
  n: number;
  exposure: number;
}

/** What two counts tell of the rates behind them. */
export interface RateComparison {
  /** Whether the first rate is higher or lower, at a level of 0.05. */
  verdict: 'more' | 'fewer' | 'not_distinguishable';
  pValue: number;
  /** Of the first rate to the second; undefined where that is 0. */
  ratio: number | undefined;
  /** The exact 95 % interval of the ratio; `upper` can be infinite. */
  limits: Limits;
}

/**
 * Compares two Poisson rates. Given the sum of both counts, the first one is
 * binomial, with the first exposure's part of both as its probability:
 * Przyborowski and Wilenski, "Homogeneity of results in testing samples from
 * Poisson series", Biometrika 31 (1940), 313–323. The two-sided p-value is
 * twice the smaller tail, so that it is below 0.05 just when the exact
 * interval of the ratio (Clopper and Pearson, Biometrika 26 (1934), 404–413)
 * leaves out 1: Fay, "Two-sided exact tests and matching confidence intervals
 * for discrete data", R Journal 2/1 (2010), 53–58.
 *
 * @throws RangeError when an exposure is not above 0.
 */
export function compareRates(first: Rate, second: Rate): RateComparison {
  if (!(first.exposure > 0 && second.exposure > 0)) {
    throw new RangeError('Rates can be compared only with exposures above 0');
  }
  const total = first.n + second.n;
  const expected = first.exposure / (first.exposure + second.exposure);
  const atMost = binomialCdf(first.n, total, expected);
  const atLeast = binomialCdf(second.n, total, 1 - expected);
  const pValue = Math.min(1, 2 * Math.min(atMost, atLeast));
  const ratioOf = (share: number) =>
    (share / (1 - share)) * (second.exposure / first.exposure);
  return {
    verdict: verdictOf(pValue, atMost > atLeast),
    pValue,
    ratio:
      second.n === 0
        ? undefined
        : first.n / first.exposure / (second.n / second.exposure),
    limits: {
      lower:
        first.n === 0
          ? 0
          : ratioOf(betaQuantile(ALPHA / 2, first.n, second.n + 1)),
      upper:
        second.n === 0
          ? Infinity
          : ratioOf(betaQuantile(1 - ALPHA / 2, first.n + 1, second.n)),
    },
  };
}

function verdictOf(
  pValue: number,
  isHigher: boolean,
): RateComparison['verdict'] {
  if (pValue > ALPHA) {
    return 'not_distinguishable';
  }
  return isHigher ? 'more' : 'fewer';
}
