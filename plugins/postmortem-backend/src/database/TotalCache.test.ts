import { TotalCache } from './TotalCache';

describe('TotalCache', () => {
  it('gives what was counted last', () => {
    const totals = new TotalCache();
    expect(totals.get('a')).toBeUndefined();
    totals.set('a', { total: 1, change: '7' });
    totals.set('a', { total: 2, change: '8' });
    expect(totals.get('a')).toEqual({ total: 2, change: '8' });
  });

  it('keeps nothing without a key', () => {
    const totals = new TotalCache();
    totals.set(undefined, { total: 1, change: '7' });
    expect(totals.get(undefined)).toBeUndefined();
  });

  it('drops what was not counted for the longest time', () => {
    const totals = new TotalCache();
    totals.set('a', { total: 0, change: '1' });
    totals.set('b', { total: 0, change: '1' });
    totals.set('a', { total: 0, change: '2' });
    for (let index = 0; index < 999; index++) {
      totals.set(`${index}`, { total: index, change: '2' });
    }
    expect(totals.get('b')).toBeUndefined();
    expect(totals.get('a')).toEqual({ total: 0, change: '2' });
    expect(totals.get('998')).toEqual({ total: 998, change: '2' });
  });
});
