import { isOpen, overdueFrom } from './overdue';

describe('overdueFrom', () => {
  it.each([
    ['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
    ['2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2028-02-28T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
    ['2026-11-24T00:00:00.001Z', '2026-11-24T00:00:00.001Z'],
    ['2026-11-24T17:00:00.000Z', '2026-11-24T17:00:00.000Z'],
    ['9999-12-31T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ])('an item due %s is overdue from %s', (dueAt, from) => {
    expect(overdueFrom({ status: 'open', dueAt })).toBe(from);
    expect(overdueFrom({ status: 'in_progress', dueAt })).toBe(from);
  });

  it('never holds for items that are settled or have no date', () => {
    const dueAt = '2020-01-01T00:00:00.000Z';
    expect(overdueFrom({ status: 'done', dueAt })).toBeNull();
    expect(overdueFrom({ status: 'wont_do', dueAt })).toBeNull();
    expect(overdueFrom({ status: 'open', dueAt: null })).toBeNull();
    expect(isOpen({ status: 'wont_do' })).toBe(false);
  });
});
