import { binomialAtMost } from './__testUtils__/exact';
import { quantileRanks } from './orderStatistics';

/** How probable it is that a quantile a/(a+b) lies between two ranks. */
function coverage(
  n: number,
  lower: number,
  upper: number,
  a: bigint,
  b: bigint,
) {
  return (
    binomialAtMost(upper - 1, n, a, b) - binomialAtMost(lower - 1, n, a, b)
  );
}

describe('quantileRanks', () => {
  // Nair, "Table of confidence interval for the median in samples from any
  // continuous population", Sankhyā 4 (1940), 551–558: the k-th value from
  // either end, and the confidence in per cent.
  it.each([
    [6, 1, 96.9],
    [8, 1, 99.2],
    [9, 2, 96.1],
    [11, 2, 98.8],
    [12, 3, 96.1],
    [15, 4, 96.5],
    [17, 5, 95.1],
    [20, 6, 95.9],
    [25, 8, 95.7],
    [30, 10, 95.7],
    [40, 14, 96.2],
    [51, 19, 95.1],
    [65, 25, 95.4],
  ])('are those of the published table for %d', (n, k, confidence) => {
    const { limits } = quantileRanks(n, 0.5);
    expect(limits).toEqual({ lower: k, upper: n + 1 - k });
    expect(coverage(n, k, n + 1 - k, 1n, 1n) * 100).toBeCloseTo(confidence, 1);
  });

  it('give the interval of ci.median in the manual of the R package statpsych', () => {
    const values = [
      30.2, 20.4, 15.1, 10.2, 10.5, 60.8, 20.8, 25.0, 20.7, 30.9, 10.8, 5.1,
      50.9, 40.0, 20.9, 10.8, 0, 20.5, 50.8,
    ].sort((a, b) => a - b);
    const { value, limits } = quantileRanks(values.length, 0.5);
    expect(value.map(rank => values[rank - 1])).toEqual([20.7, 20.7]);
    expect(values[limits!.lower - 1]).toBe(10.8);
    expect(values[limits!.upper - 1]).toBe(30.9);
  });

  it('have no interval of a median below 6, nor of a 90th percentile below 29', () => {
    for (let n = 1; n <= 60; n++) {
      expect(quantileRanks(n, 0.5).limits !== undefined).toBe(n >= 6);
      expect(quantileRanks(n, 0.9).limits !== undefined).toBe(n >= 29);
    }
  });

  it.each([
    [0.5, 1n, 1n],
    [0.9, 9n, 1n],
  ])(
    'cover a quantile of %d in 95 of 100 samples, by whole numbers',
    (p, a, b) => {
      for (let n = 29; n <= 250; n += 3) {
        const { lower, upper } = quantileRanks(n, p).limits!;
        expect(coverage(n, lower, upper, a, b)).toBeGreaterThanOrEqual(0.95);
        // The lower end cannot be higher.
        const left = binomialAtMost(lower, n, a, b);
        expect(left > 0.025 || coverage(n, lower + 1, upper, a, b) < 0.95).toBe(
          true,
        );
      }
    },
  );

  it('take the value at which so many are reached, or the mean of two', () => {
    expect(quantileRanks(1, 0.5).value).toEqual([1, 1]);
    expect(quantileRanks(4, 0.5).value).toEqual([2, 3]);
    expect(quantileRanks(5, 0.5).value).toEqual([3, 3]);
    expect(quantileRanks(29, 0.9).value).toEqual([27, 27]);
    expect(quantileRanks(30, 0.9).value).toEqual([27, 28]);
    expect(quantileRanks(31, 0.9).value).toEqual([28, 28]);
  });

  it('refuse what is no quantile', () => {
    expect(() => quantileRanks(0, 0.5)).toThrow(RangeError);
    expect(() => quantileRanks(9, 1)).toThrow(RangeError);
    expect(() => quantileRanks(9, 0.1)).toThrow(RangeError);
  });
});
