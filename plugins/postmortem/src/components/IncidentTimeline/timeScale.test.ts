import { timeScale } from './timeScale';

describe('timeScale', () => {
  it('places times between the first and the last, with ticks at round durations', () => {
    const scale = timeScale([
      '2026-08-12T09:00:00.000Z',
      '2026-08-12T07:20:00.000Z',
    ])!;

    expect(scale.position('2026-08-12T07:20:00.000Z')).toBe(0);
    expect(scale.position('2026-08-12T08:10:00.000Z')).toBe(0.5);
    expect(scale.position('2026-08-12T09:00:00.000Z')).toBe(1);
    expect(scale.ticks.map(({ label }) => label)).toEqual([
      '0',
      '30 min',
      '1 h',
      '1 h 30 min',
    ]);
  });

  it.each([
    ['seconds', 30_000],
    ['a day', 86_400_000],
    ['ten years', 3_650 * 86_400_000],
  ])('has few ticks for %s', (_, length) => {
    const { ticks } = timeScale([
      new Date(0).toISOString(),
      new Date(length).toISOString(),
    ])!;
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
  });

  it('is none where no time passes', () => {
    expect(timeScale([])).toBeNull();
    expect(timeScale(['2026-08-12T07:20:00.000Z'])).toBeNull();
  });
});
