import { DateTime } from 'luxon';
import {
  behindQuery,
  isFiltered,
  readReportState,
  toReportRequest,
} from './reportQuery';

const NOW = DateTime.fromISO('2026-11-24T10:15:00Z');

const requestOf = (search: string) =>
  toReportRequest(readReportState(new URLSearchParams(search)), {}, NOW);

describe('a report’s address', () => {
  it('asks for what a link says', () => {
    expect(
      requestOf(
        'from=2026-01-01&to=2026-07-01&interval=quarter&teamRef=group:default/a&teamRef=group:default/b&systemRef=system:default/s&domainRef=domain:default/d&entityRef=component:default/c&severity=SEV1&tag=cache',
      ),
    ).toEqual({
      from: '2026-01-01',
      to: '2026-07-01',
      interval: 'quarter',
      teamRef: ['group:default/a', 'group:default/b'],
      systemRef: ['system:default/s'],
      domainRef: ['domain:default/d'],
      entityRef: ['component:default/c'],
      severity: ['SEV1'],
      tag: ['cache'],
    });
  });

  it('leaves the usual time to the backend, and begins others with a whole period', () => {
    expect(requestOf('')).toEqual({ interval: 'month' });
    expect(requestOf('months=3')).toEqual({
      interval: 'month',
      from: '2026-08-01',
    });
    expect(requestOf('months=6&interval=quarter').from).toBe('2026-04-01');
    expect(requestOf('months=3&interval=week').from).toBe('2026-08-24');
  });

  it('leaves out what the page does not know of', () => {
    const state = readReportState(
      new URLSearchParams(
        'from=yesterday&months=7&interval=day&groupBy=color&color=red',
      ),
    );
    expect(isFiltered(state)).toBe(false);
    expect(toReportRequest(state, {}, NOW)).toEqual({ interval: 'month' });
    expect(state.groupBy).toBe('severity');
  });

  it('keeps to what the page around it is about', () => {
    const state = readReportState(
      new URLSearchParams('teamRef=group:default/other'),
    );
    expect(
      toReportRequest(state, { teamRef: 'group:default/payments' }, NOW),
    ).toEqual({ interval: 'month', teamRef: ['group:default/payments'] });
  });
});

describe('behindQuery', () => {
  const header = {
    from: '2026-09-01T00:00:00.000Z',
    to: '2026-12-01T00:00:00.000Z',
  };

  it('gives the list the last day, which the report does not include', () => {
    expect(behindQuery(header, {}).toString()).toBe(
      'from=2026-09-01&to=2026-11-30',
    );
  });

  it('narrows the filters down to the mark', () => {
    const query = behindQuery(
      header,
      {
        teamRef: ['group:default/payments'],
        systemRef: ['system:default/shop'],
        domainRef: ['domain:default/money'],
        severity: ['SEV1', 'SEV2'],
        tag: ['cache'],
      },
      {
        start: '2026-10-01T00:00:00.000Z',
        end: '2026-11-01T00:00:00.000Z',
        severity: 'SEV1',
      },
    );
    expect(Object.fromEntries(query)).toEqual({
      entityRef: 'system:default/shop',
      teamRef: 'group:default/payments',
      severity: 'SEV1',
      tag: 'cache',
      from: '2026-10-01',
      to: '2026-10-31',
    });
    expect(query.getAll('severity')).toEqual(['SEV1']);
  });
});
