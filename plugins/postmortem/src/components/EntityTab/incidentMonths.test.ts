import { DateTime } from 'luxon';
import { incidentMonths } from './incidentMonths';

function mark(startedAt: string) {
  return { id: startedAt, key: 'PM-1', title: 'T', severity: null, startedAt };
}

describe('incidentMonths', () => {
  const now = DateTime.fromISO('2026-11-24T10:15:00', {
    zone: 'Europe/Berlin',
  });

  it('gives 13 calendar months, the last of which is the present one', () => {
    const months = incidentMonths([], now);

    expect(months).toHaveLength(13);
    expect(months[0].start.toISODate()).toBe('2025-11-01');
    expect(months[12].start.toISODate()).toBe('2026-11-01');
  });

  it("sorts marks into the months of the reader's zone, the earliest first", () => {
    const months = incidentMonths(
      [
        mark('2026-08-20T00:00:00.000Z'),
        mark('2026-08-01T00:00:00.000Z'),
        // Already August in Berlin.
        mark('2026-07-31T22:30:00.000Z'),
      ],
      now,
    );

    expect(months[9].marks.map(({ startedAt }) => startedAt)).toEqual([
      '2026-07-31T22:30:00.000Z',
      '2026-08-01T00:00:00.000Z',
      '2026-08-20T00:00:00.000Z',
    ]);
  });

  it('keeps what begins a moment ahead of the clock in the last month', () => {
    const months = incidentMonths([mark('2026-12-01T00:00:00.000Z')], now);

    expect(months[12].marks).toHaveLength(1);
  });
});
