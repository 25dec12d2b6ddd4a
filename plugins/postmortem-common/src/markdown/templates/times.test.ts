import { entries, read } from '../__testUtils__/read';

const timeline = (text: string, head = '') =>
  read(`# T\n\n${head}\n\n## Timeline\n\n${text}\n`);

describe('dates and times', () => {
  it.each([
    ['2024-05-01 10:00 UTC', '2024-05-01T10:00'],
    ['2024-05-01T10:00:00+02:00', '2024-05-01T08:00'],
    ['2024-05-01 10:00 (CEST)', '2024-05-01T08:00'],
    ['May 1st, 2024, 10:00 AM PDT', '2024-05-01T17:00'],
    ['1 May 2024 10:00 Europe/Berlin', '2024-05-01T08:00'],
    ['1 May 2024 10:00 (America/New_York)', '2024-05-01T14:00'],
    ['1 May 2024, 10:00 Pacific Time', '2024-05-01T17:00'],
    ['1 May 2024 10:00 utc', '2024-05-01T10:00'],
    ['1. May 2024 10:00 UTC', '2024-05-01T10:00'],
    ['31/12/2024 23:59 GMT', '2024-12-31T23:59'],
    ['01.05.2024 10:00 UTC', '2024-05-01T10:00'],
    ['[2024-05-01 10:00 UTC]', '2024-05-01T10:00'],
    ['**2024-05-01 10:00 UTC:**', '2024-05-01T10:00'],
    ['`2024-05-01 10:00 UTC`', '2024-05-01T10:00'],
    ['~ 2024-05-01 10:00 UTC', '2024-05-01T10:00'],
    ['2024-05-01 10:00 - 10:30 UTC', '2024-05-01T10:00'],
  ])('reads %s', (written, at) => {
    const [entry] = entries(timeline(`- ${written} something happened`));
    expect(entry.slice(0, 16)).toBe(at);
  });

  it.each([
    ['03/04/2024 10:00 UTC', 'day and month could be either way round'],
    ['2024-02-30 10:00 UTC', 'no such day'],
    ['2024-05-01 25:00 UTC', 'no such time of day'],
    ['2024-05-01 10:00 IST', 'could mean several'],
    ['May 1, 10:00 UTC', 'the year is not stated'],
    ['10:00 UTC', 'the day is not stated'],
  ])('does not guess at %s', (written, problem) => {
    const result = timeline(`- ${written} something happened`);
    expect(result.document.timeline).toMatchObject([{ at: null }]);
    expect(result.document.timeline[0].text).toContain(written.slice(0, 10));
    expect(result.warnings.join('\n')).toContain(problem);
  });

  it('takes the year from the title, and the zone from a note', () => {
    const result = read(`# Outage of May 1, 2024

## Timeline

All times are in CEST.

- May 1, 10:00 it began
- 11:00 it ended
- May 2, 09:00 we met
`);
    expect(entries(result)).toEqual([
      '2024-05-01T08:00 it began',
      '2024-05-01T09:00 it ended',
      '2024-05-02T07:00 we met',
    ]);
  });

  it('takes the day from the name of the file', () => {
    const result = read('# T\n\n## Timeline\n\n- 10:00 UTC it began\n', {
      fileName: '2024-05-01-outage.md',
    });
    expect(entries(result)).toEqual(['2024-05-01T10:00 it began']);
  });

  it('reads times without a zone in the zone that is set', () => {
    const result = read('# T\n\n## Timeline\n\n- 2024-01-05 10:00 it began\n', {
      defaultTimezone: 'America/New_York',
    });
    expect(entries(result)).toEqual(['2024-01-05T15:00 it began']);
    expect(result.warnings).toContain(
      'No time zone is stated: times are read as America/New_York.',
    );
  });

  it('does not take a time past midnight for one of the same day', () => {
    const result = timeline(
      '- 2024-05-01 23:50 UTC it began\n- 00:10 it ended',
    );
    expect(entries(result)).toEqual([
      '2024-05-01T23:50 it began',
      '- 00:10 it ended',
    ]);
    expect(result.warnings.join('\n')).toContain('perhaps of the next day');
  });

  it('leaves out a time that contradicts when the impact began', () => {
    const result = read(`# T

- Start: 2024-05-01 10:00 UTC
- Detected: 2024-05-01 09:00 UTC
`);
    expect(result.document.incident).toMatchObject({
      startedAt: '2024-05-01T10:00:00.000Z',
      detectedAt: null,
    });
    expect(result.warnings.join('\n')).toContain('is before the impact began');
  });

  it('works out the beginning from stated durations', () => {
    const result = read(`# T

## Timeline

- 2024-05-01 09:30 UTC deploy
- 2024-05-01 10:00 UTC errors
- 2024-05-01 10:20 UTC page
- 2024-05-01 11:00 UTC fixed

## Stats

- Time to detection: 20 minutes
- Time to recovery: 1h 0m
`);
    expect(result.document.incident).toMatchObject({
      startedAt: '2024-05-01T10:00:00.000Z',
      detectedAt: '2024-05-01T10:20:00.000Z',
      resolvedAt: '2024-05-01T11:00:00.000Z',
    });
  });

  it('does not work it out where two entries fit', () => {
    const result = read(`# T

## Timeline

- 2024-05-01 10:00 UTC errors
- 2024-05-01 10:20 UTC page
- 2024-05-01 10:40 UTC fixed

## Stats

- Time to recovery: 20 minutes
`);
    expect(result.document.incident.startedAt).toBeNull();
  });

  it('takes from when to when it lasted from the summary', () => {
    const result = read(`# T

## Summary

On 1 May 2024 the shop was down from 10:00 to 11:30 UTC. Sorry.
`);
    expect(result.document.incident).toMatchObject({
      startedAt: '2024-05-01T10:00:00.000Z',
      resolvedAt: '2024-05-01T11:30:00.000Z',
    });
  });

  it('keeps a local time in the notes, and not one in UTC', () => {
    expect(
      timeline('- 2024-05-01 10:00 CEST it began').document.notes,
    ).toContain('2024-05-01 10:00 CEST');
    expect(
      timeline('All times in UTC\n\n- 2024-05-01 10:00 it began').document
        .notes,
    ).not.toContain('2024-05-01');
  });
});
