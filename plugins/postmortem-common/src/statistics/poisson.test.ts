import { binomialAtMost, poissonAtMost } from './__testUtils__/exact';
import { compareRates, poissonLimits } from './poisson';

describe('poissonLimits', () => {
  // The 95 % column of Garwood's table, as reprinted in Pearson and Hartley,
  // Biometrika Tables for Statisticians I (1966), table 40.
  it.each([
    [0, 0, 3.69],
    [1, 0.0253, 5.57],
    [2, 0.242, 7.22],
    [3, 0.619, 8.77],
    [4, 1.09, 10.24],
    [5, 1.62, 11.67],
    [10, 4.8, 18.39],
    [15, 8.4, 24.74],
    [20, 12.22, 30.89],
    [30, 20.24, 42.83],
    [50, 37.11, 65.92],
  ])('are those of the published table for %d', (n, lower, upper) => {
    const limits = poissonLimits(n);
    expect(Number(limits.lower.toPrecision(3))).toBeCloseTo(
      Number(lower.toPrecision(3)),
      10,
    );
    expect(limits.upper).toBeCloseTo(upper, 2);
  });

  it('are those of R 4, poisson.test(137, 24.19893) of its manual', () => {
    const { lower, upper } = poissonLimits(137);
    expect(lower / 24.19893).toBeCloseTo(4.753125, 6);
    expect(upper / 24.19893).toBeCloseTo(6.692709, 6);
  });

  it.each([1, 2, 7, 19, 64, 333])(
    'leave 2.5 %% at each end, by whole numbers, for %d',
    n => {
      const { lower, upper } = poissonLimits(n);
      expect(1 - poissonAtMost(n - 1, lower)).toBeCloseTo(0.025, 9);
      expect(poissonAtMost(n, upper)).toBeCloseTo(0.025, 9);
    },
  );
});

describe('compareRates', () => {
  it('is that of R 4, poisson.test(c(11, 21), c(800, 3011)) of its manual', () => {
    const { ratio, limits, verdict } = compareRates(
      { n: 11, exposure: 800 },
      { n: 21, exposure: 3011 },
    );
    expect(ratio).toBeCloseTo(1.971488, 6);
    expect(limits.lower).toBeCloseTo(0.8584264, 6);
    expect(limits.upper).toBeCloseTo(4.2772659, 6);
    expect(verdict).toBe('not_distinguishable');
  });

  it.each([
    [11, 800, 21, 3011],
    [9, 31, 1, 30],
    [0, 28, 6, 31],
    [40, 90, 61, 92],
    [200, 365, 260, 366],
  ])(
    'has the p-value of whole numbers for %d over %d and %d over %d',
    (n, exposure, m, other) => {
      const atMost = binomialAtMost(n, n + m, BigInt(exposure), BigInt(other));
      const atLeast =
        n === 0
          ? 1
          : 1 - binomialAtMost(n - 1, n + m, BigInt(exposure), BigInt(other));
      expect(
        compareRates({ n, exposure }, { n: m, exposure: other }).pValue,
      ).toBeCloseTo(Math.min(1, 2 * Math.min(atMost, atLeast)), 12);
    },
  );

  it('finds more and fewer only where the interval leaves out 1', () => {
    const verdicts = new Set<string>();
    for (let n = 0; n <= 20; n++) {
      for (let m = 0; m <= 20; m++) {
        const { verdict, limits, pValue } = compareRates(
          { n, exposure: 31 },
          { n: m, exposure: 28 },
        );
        verdicts.add(verdict);
        expect(verdict === 'more').toBe(limits.lower > 1);
        expect(verdict === 'fewer').toBe(limits.upper < 1);
        expect(pValue <= 0.05).toBe(verdict !== 'not_distinguishable');
      }
    }
    expect(verdicts.size).toBe(3);
  });

  it('knows that 6 against none over as long is the first to differ', () => {
    const verdict = (n: number, m: number) =>
      compareRates({ n, exposure: 30 }, { n: m, exposure: 30 }).verdict;
    expect(verdict(5, 0)).toBe('not_distinguishable');
    expect(verdict(6, 0)).toBe('more');
    expect(verdict(0, 6)).toBe('fewer');
  });

  it('takes into account for how long each was counted', () => {
    expect(
      compareRates({ n: 20, exposure: 60 }, { n: 10, exposure: 30 }).pValue,
    ).toBe(1);
    expect(
      compareRates({ n: 20, exposure: 30 }, { n: 10, exposure: 60 }).verdict,
    ).toBe('more');
  });

  it('has no ratio to nothing', () => {
    expect(
      compareRates({ n: 3, exposure: 1 }, { n: 0, exposure: 1 }),
    ).toMatchObject({ ratio: undefined, limits: { upper: Infinity } });
    expect(
      compareRates({ n: 0, exposure: 1 }, { n: 0, exposure: 1 }),
    ).toMatchObject({ pValue: 1, verdict: 'not_distinguishable' });
  });

  it('refuses counts that were made over no time', () => {
    expect(() =>
      compareRates({ n: 1, exposure: 0 }, { n: 1, exposure: 1 }),
    ).toThrow(RangeError);
  });
});
