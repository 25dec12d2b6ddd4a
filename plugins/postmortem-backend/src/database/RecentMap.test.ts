import { RecentMap } from './RecentMap';

describe('RecentMap', () => {
  it('gives what was set last', () => {
    const values = new RecentMap<number>(10);
    expect(values.get('a')).toBeUndefined();
    values.set('a', 1);
    values.set('a', 2);
    expect(values.get('a')).toBe(2);
  });

  it('keeps nothing without a key', () => {
    const values = new RecentMap<number>(10);
    values.set(undefined, 1);
    expect(values.get(undefined)).toBeUndefined();
  });

  it('drops what was not set for the longest time', () => {
    const values = new RecentMap<number>(3);
    values.set('a', 0);
    values.set('b', 0);
    values.set('a', 1);
    values.set('c', 2);
    values.set('d', 3);
    expect(values.get('b')).toBeUndefined();
    expect(values.get('a')).toBe(1);
    expect(values.get('d')).toBe(3);
  });
});
