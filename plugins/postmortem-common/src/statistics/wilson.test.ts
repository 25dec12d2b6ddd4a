import { wilsonLimits } from './wilson';

describe('wilsonLimits', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion",
  // Stat Med 17 (1998), 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('are those of the published table for %d of %d', (n, of, lower, upper) => {
    const limits = wilsonLimits(n, of)!;
    expect(limits.lower).toBeCloseTo(lower, 4);
    expect(limits.upper).toBeCloseTo(upper, 4);
  });

  it('are the shares that differ from the one seen by 1.96 standard errors', () => {
    for (const [n, of] of [
      [3, 7],
      [29, 40],
      [500, 1001],
    ]) {
      const { lower, upper } = wilsonLimits(n, of)!;
      for (const limit of [lower, upper]) {
        const error = Math.sqrt((limit * (1 - limit)) / of);
        expect(Math.abs(n / of - limit) / error).toBeCloseTo(1.959964, 6);
      }
    }
  });

  it('do not leave 0 and 1, and there are none of nothing', () => {
    expect(wilsonLimits(0, 5)!.lower).toBe(0);
    expect(wilsonLimits(5, 5)!.upper).toBe(1);
    expect(wilsonLimits(0, 0)).toBeUndefined();
  });
});
