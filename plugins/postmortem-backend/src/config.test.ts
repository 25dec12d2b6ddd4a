import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readPostmortemConfig } from './config';

const read = (severities: unknown) =>
  readPostmortemConfig(new ConfigReader({ postmortem: { severities } as any }));

describe('readPostmortemConfig', () => {
  it('has four severities unless others are named', () => {
    expect(readPostmortemConfig(new ConfigReader({})).severities).toEqual([
      'SEV1',
      'SEV2',
      'SEV3',
      'SEV4',
    ]);
    expect(read(['Kritisch', 'P 2']).severities).toEqual(['Kritisch', 'P 2']);
  });

  it.each([
    [[], 'postmortem.severities'],
    [['SEV1', 'SEV1'], 'must not name a severity twice'],
    [['SEV1', "x'; drop table"], 'postmortem.severities[1]'],
    [[' SEV1'], 'postmortem.severities[0]'],
    [['x'.repeat(51)], 'postmortem.severities[0]'],
    ['SEV1', 'postmortem.severities'],
  ])('refuses %j, and names the setting', (severities, message) => {
    expect(() => read(severities)).toThrow(message);
  });

  const sweep = (schedule: JsonObject) =>
    readPostmortemConfig(
      new ConfigReader({ postmortem: { ownership: { sweep: { schedule } } } }),
    ).ownershipSweep;

  it('looks for missing owners every half hour, or as scheduled', () => {
    expect(readPostmortemConfig(new ConfigReader({})).ownershipSweep).toEqual({
      frequency: { minutes: 30 },
      timeout: { minutes: 15 },
      initialDelay: { minutes: 1 },
    });
    expect(
      sweep({ frequency: { hours: 1 }, timeout: { minutes: 5 } }),
    ).toMatchObject({ frequency: { hours: 1 }, timeout: { minutes: 5 } });
  });

  it('refuses a schedule that is none', () => {
    expect(() => sweep({ frequency: 'often' })).toThrow(
      'postmortem.ownership.sweep.schedule',
    );
  });
});
