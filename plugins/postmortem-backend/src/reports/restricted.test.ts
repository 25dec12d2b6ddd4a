import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import type { StoredPostmortem } from '../database/rows';
import { randomPostmortems, storeAll } from './__testUtils__/reportWorld';
import { runReports } from './__testUtils__/runReports';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const TIME = { from: '2025-01-01', to: '2026-11-01', interval: 'quarter' };

const REPORTS: Array<[report: string, query: object]> = [
  ...['severity', 'team', 'entity', 'system', 'trigger', 'factor', 'detection']
    .map(groupBy => ({ ...TIME, groupBy }))
    .map((query): [string, object] => ['trends', query]),
  ['patterns', TIME],
  ['durations', TIME],
  ['follow-through', TIME],
];

describe.each(databases.each)('what is restricted, on %s', id => {
  /** Every answer for somebody who may see nothing of it. */
  async function answers(knex: Knex): Promise<object[]> {
    const { ask } = await runReports(knex);
    const all: object[] = [];
    for (const [report, query] of REPORTS) {
      const { asOf, ...figures } = await ask<{ asOf: string }>(
        'outsider',
        report,
        query,
      );
      all.push(figures);
    }
    return all;
  }

  it('changes no figure of any report', async () => {
    const knex = await databases.init(id);
    const internal = randomPostmortems(300).filter(
      ({ content }) => content.visibility === 'internal',
    );
    await storeAll(knex, internal);
    const before = await answers(knex);
    expect(JSON.stringify(before)).toContain('"n":');

    // The same once more, and hidden; one of them repeats one that is not.
    const hidden = internal.map(
      ({ number, kept, content, deletedAt }, index): StoredPostmortem => ({
        number: number + 1_000,
        deletedAt,
        kept: { ...kept, id: randomUUID() },
        content: {
          ...content,
          visibility: 'restricted',
          related: [{ postmortemId: kept.id, relation: 'repeat_of' }],
          actionItems: content.actionItems.map(item => ({
            ...item,
            id: randomUUID(),
          })),
          tags: index === 0 ? ['hidden'] : content.tags,
        },
      }),
    );
    await storeAll(knex, hidden);
    expect(await answers(knex)).toEqual(before);
  });
});
