import { ConfigReader } from '@backstage/config';
import { readDigest } from './readDigest';

const read = (digest?: object) =>
  readDigest(
    new ConfigReader({ postmortem: digest ? { reports: { digest } } : {} }),
  );

describe('readDigest', () => {
  it('sends none unless asked', () => {
    expect(read()).toBeUndefined();
  });

  it('reads the settings', () => {
    expect(read({ every: 'month', teams: ['group:default/payments'] })).toEqual(
      {
        every: 'month',
        hour: 8,
        timeZone: 'UTC',
        teams: ['group:default/payments'],
        everything: [],
      },
    );
  });

  it.each([
    ['every', { every: 'day', everything: ['user:default/a'] }],
    ['hour', { every: 'week', hour: 24, everything: ['user:default/a'] }],
    ['timeZone', { every: 'week', timeZone: 'X', everything: ['user:x/a'] }],
    ['teams[0]', { every: 'week', teams: ['payments'] }],
    ['teams', { every: 'week' }],
  ])('names %s where it is wrong', (name, digest) => {
    expect(() => read(digest)).toThrow(
      `Invalid configuration: postmortem.reports.digest.${name}: `,
    );
  });
});
