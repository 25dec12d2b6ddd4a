import { Z, type Limits } from './types';

/**
 * The 95 % score interval of a proportion: Wilson, "Probable inference, the
 * law of succession, and statistical inference", JASA 22 (1927), 209–212;
 * without continuity correction.
 *
 * @param n - how many have it, from 0 to `of`
 * @param of - of how many
 * @returns undefined where `of` is 0.
 */
export function wilsonLimits(n: number, of: number): Limits | undefined {
  if (of === 0) {
    return undefined;
  }
  const share = n / of;
  const weight = Z ** 2 / of;
  const center = share + weight / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / of + weight / of / 4);
  // Exact at the ends, where floating point is not.
  return {
    lower: n === 0 ? 0 : (center - half) / (1 + weight),
    upper: n === of ? 1 : (center + half) / (1 + weight),
  };
}
