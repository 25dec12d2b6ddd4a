import { activeFilters, readListQuery, toRequest, total } from './listQuery';

describe('total', () => {
  it('says so where a search counted no further', () => {
    const page = { items: [], totalItems: 1000, pageInfo: {} };
    expect(total(page)).toBe('1,000 postmortems');
    expect(total({ ...page, totalIsMinimum: true })).toBe(
      'more than 1,000 postmortems',
    );
  });
});

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
