import { ConfigReader } from '@backstage/config';
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
});
