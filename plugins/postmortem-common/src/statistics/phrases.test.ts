import { counted, duration, nameOf, percent, times } from './phrases';

describe('phrases', () => {
  it.each([
    [0, '0 min'],
    [0.5, '1 min'],
    [59, '59 min'],
    [60, '1 h'],
    [95, '1 h 35 min'],
    [1440, '1 d'],
    [1500, '1 d 1 h'],
    [1501, '1 d 1 h'],
    [144_000, '100 d'],
  ])('say %d minutes as "%s"', (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });

  it('count what there are', () => {
    expect(counted(1, 'incident')).toBe('1 incident');
    expect(counted(1234, 'incident')).toBe('1,234 incidents');
    expect(counted(0, 'entity', 'entities')).toBe('0 entities');
  });

  it('round shares and ratios to what they can carry', () => {
    expect(percent(0.6349)).toBe('63%');
    expect(times(1.714)).toBe('1.7');
    expect(times(0.3333)).toBe('0.33');
    expect(times(12.4)).toBe('12');
  });

  it('name entities', () => {
    expect(nameOf('component:default/checkout')).toBe('checkout');
  });
});
