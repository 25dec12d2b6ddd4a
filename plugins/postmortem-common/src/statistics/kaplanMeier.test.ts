import { kaplanMeier, type Observed } from './kaplanMeier';

/** Weeks in remission; those with a plus were in remission still. */
function observedOf(weeks: string): Observed[] {
  return weeks.split(' ').map(week => ({
    time: parseInt(week, 10),
    events: week.endsWith('+') ? 0 : 1,
    censored: week.endsWith('+') ? 1 : 0,
  }));
}

function together(observed: Observed[]): Observed[] {
  const byTime = new Map<number, Observed>();
  for (const { time, events, censored } of observed) {
    const sum = byTime.get(time) ?? { time, events: 0, censored: 0 };
    sum.events += events;
    sum.censored += censored;
    byTime.set(time, sum);
  }
  return [...byTime.values()];
}

// Freireich et al., Blood 21 (1963), 699–716, as given by Gehan, Biometrika
// 52 (1965), 203–223: 6-mercaptopurine and placebo.
const TREATED = together(
  observedOf(
    '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+',
  ),
);
const PLACEBO = together(
  observedOf('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'),
);

describe('kaplanMeier', () => {
  // Survival and log-log limits as Stata's `sts list` gives them (Kleinbaum
  // and Klein, Survival Analysis, 3rd ed. 2012, chapter 2 has the survival).
  it.each([
    [6, 21, 0.8571, 0.6197, 0.9516],
    [7, 17, 0.8067, 0.5631, 0.9228],
    [10, 15, 0.7529, 0.5032, 0.8894],
    [13, 12, 0.6902, 0.4316, 0.8491],
    [16, 11, 0.6275, 0.3675, 0.8049],
    [22, 7, 0.5378, 0.2678, 0.7468],
    [23, 6, 0.4482, 0.1881, 0.6801],
  ])(
    'is that of the leukemia data at %d weeks',
    (time, atRisk, survival, lower, upper) => {
      const [estimate] = kaplanMeier(TREATED, [time]);
      expect(estimate.atRisk).toBe(atRisk);
      expect(1 - estimate.share!).toBeCloseTo(survival, 4);
      expect(1 - estimate.limits!.upper).toBeCloseTo(lower, 4);
      expect(1 - estimate.limits!.lower).toBeCloseTo(upper, 4);
    },
  );

  it('is the plain share where everybody was watched to the end', () => {
    expect(
      kaplanMeier(PLACEBO, [0, 1, 4, 8, 22]).map(({ share }) =>
        Math.round(share! * 21),
      ),
    ).toEqual([0, 2, 7, 13, 20]);
    // In the same table: 0.38 are still in remission after 8 weeks.
    const [at8] = kaplanMeier(PLACEBO, [8]);
    expect(at8.share).toBeCloseTo(13 / 21, 12);
    expect(at8.atRisk).toBe(12);
  });

  it('stays where it is between the times at which something happened', () => {
    const [at10, at12] = kaplanMeier(TREATED, [10, 12]);
    expect(at12.share).toBe(at10.share);
    expect(at12.atRisk).toBe(12);
  });

  it('does not tell what nobody was watched for', () => {
    expect(kaplanMeier(TREATED, [35, 36]).map(({ share }) => share)).toEqual([
      expect.any(Number),
      undefined,
    ]);
    expect(kaplanMeier([], [1])).toEqual([
      { time: 1, share: undefined, limits: undefined, atRisk: 0 },
    ]);
  });

  it('tells all of what has happened to all', () => {
    expect(kaplanMeier(PLACEBO, [23, 90])).toEqual([
      { time: 23, share: 1, limits: undefined, atRisk: 1 },
      { time: 90, share: 1, limits: undefined, atRisk: 0 },
    ]);
  });

  it('has no interval where nothing has happened yet', () => {
    expect(kaplanMeier(TREATED, [5])).toEqual([
      { time: 5, share: 0, limits: undefined, atRisk: 21 },
    ]);
  });
});
