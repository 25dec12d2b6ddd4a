import { daysPassed, reportTime, timeBefore } from './reportTime';

const NOW = '2026-11-24T10:15:00.000Z';

const at = (day: string) => `${day}T00:00:00.000Z`;

describe('reportTime', () => {
  it('is the last twelve months and the current one by default', () => {
    const { from, to, periods } = reportTime({ interval: 'month' }, NOW);
    expect([from, to]).toEqual([at('2025-11-01'), at('2026-12-01')]);
    expect(periods).toHaveLength(13);
    expect(periods[0]).toEqual({
      key: '2025-11',
      start: at('2025-11-01'),
      end: at('2025-12-01'),
      isCurrent: false,
      isComplete: true,
    });
    expect(periods[12]).toMatchObject({
      key: '2026-11',
      isCurrent: true,
      isComplete: false,
    });
  });

  it('begins weeks on Monday, and numbers them as ISO 8601 does', () => {
    const { periods } = reportTime(
      { interval: 'week', from: at('2025-12-22'), to: at('2026-01-05') },
      NOW,
    );
    expect(periods.map(({ key, start }) => [key, start])).toEqual([
      ['2025-W52', at('2025-12-22')],
      ['2026-W01', at('2025-12-29')],
    ]);
  });

  it('cuts the first and the last period where the report ends', () => {
    const { periods } = reportTime(
      {
        interval: 'quarter',
        from: '2026-02-03T04:05:06.007Z',
        to: at('2026-04-02'),
      },
      NOW,
    );
    expect(periods).toEqual([
      {
        key: '2026-Q1',
        start: '2026-02-03T04:05:06.007Z',
        end: at('2026-04-01'),
        isCurrent: false,
        isComplete: false,
      },
      {
        key: '2026-Q2',
        start: at('2026-04-01'),
        end: at('2026-04-02'),
        isCurrent: false,
        isComplete: false,
      },
    ]);
  });

  it('takes the twelve months before an end that is given', () => {
    expect(
      reportTime({ interval: 'month', to: at('2024-03-01') }, NOW).from,
    ).toBe(at('2023-03-01'));
  });

  it('refuses what ends before it begins, and what has no end of periods', () => {
    expect(() =>
      reportTime({ interval: 'month', from: at('2027-01-01') }, NOW),
    ).toThrow('from: must be before `to`');
    expect(() =>
      reportTime({ interval: 'week', from: at('1990-01-01') }, NOW),
    ).toThrow('more than 400 periods');
  });
});

describe('daysPassed', () => {
  it('counts no days that are still to come', () => {
    const november = { from: at('2026-11-01'), to: at('2026-12-01') };
    expect(daysPassed(november, NOW)).toBeCloseTo(23 + 10.25 / 24, 10);
    expect(daysPassed(november, at('2027-01-01'))).toBe(30);
    expect(daysPassed(november, at('2026-10-01'))).toBe(0);
  });
});

describe('timeBefore', () => {
  it('is as long, and ends where the other one begins', () => {
    expect(
      timeBefore({ from: at('2026-03-01'), to: at('2026-03-15') }),
    ).toEqual({ from: at('2026-02-15'), to: at('2026-03-01') });
  });

  it('does not begin before there are years', () => {
    expect(
      timeBefore({ from: at('0001-01-01'), to: at('2000-01-01') }).from,
    ).toBe(at('0000-01-01'));
  });
});
