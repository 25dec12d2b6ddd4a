import { activeFilters, readListQuery, toRequest } from './listQuery';

describe('readListQuery', () => {
  it('reads what a link asks for', () => {
    const query = readListQuery(
      new URLSearchParams(
        'q=cache&status=draft&status=closed&severity=SEV1&entityRef=component:default/a&from=2026-01-31&orderBy=severity&limit=50&cursor=abc',
      ),
    );

    expect(toRequest(query)).toEqual({
      q: 'cache',
      status: ['draft', 'closed'],
      severity: ['SEV1'],
      entityRef: ['component:default/a'],
      from: '2026-01-31',
      orderBy: 'severity',
      limit: 50,
      cursor: 'abc',
    });
  });

  it('leaves out what the page does not know of', () => {
    const query = readListQuery(
      new URLSearchParams(
        'status=lost&from=yesterday&orderBy=title&limit=7&colour=red',
      ),
    );

    expect(activeFilters(query)).toEqual([]);
    expect(toRequest(query)).toEqual({ orderBy: '-startedAt', limit: 20 });
  });
});
