import { postmortemSchema } from 'backstage-plugin-postmortem-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { ENGINES, MIGRATIONS } from '../__testUtils__/databases';
import { FULL_INPUT, store } from '../__testUtils__/documents';
import { PostmortemStore } from './PostmortemStore';
import { RevisionStore } from './RevisionStore';
import { toPostmortem } from './rows';

const databases = TestDatabases.create({ ids: ENGINES });

jest.setTimeout(60_000);

// The version of the first migration that adds to the first tables.
const FIRST_ADDITION = '20261125000000';

/** A document as it was written before there were these fields. */
function earlier(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value) =>
    ['externalVersion', 'resolutionNote', 'waivers', 'audience'].includes(
      name,
    ) && value === null
      ? undefined
      : value,
  );
}

describe.each(databases.eachSupportedId())('documents on %s', id => {
  it('from before a field was there can be read, and so can their versions', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: MIGRATIONS });
    const stored = await store(knex, FULL_INPUT);
    const { number } = stored;
    const document = toPostmortem(stored);
    const revisions = new RevisionStore(knex);
    await knex.transaction(trx =>
      revisions.insert(trx, {
        number,
        action: 'created',
        changedFields: ['title'],
        document,
      }),
    );
    for (const table of ['postmortems', 'postmortem_revisions']) {
      const row = await knex(table).first('document');
      const before = earlier(row.document);
      expect(before).not.toBe(row.document);
      await knex(table).update({ document: before });
    }
    // The migrations that add columns find rows that are there already.
    const config = { directory: MIGRATIONS };
    while ((await knex.migrate.currentVersion()) >= FIRST_ADDITION) {
      await knex.migrate.down(config);
    }
    await knex.migrate.latest({ directory: MIGRATIONS });

    const read = await new PostmortemStore(knex).find({ idOrKey: 'PM-1' });
    expect(toPostmortem(read!)).toEqual(document);
    const revision = await revisions.find(number, 1);
    expect(revision).toEqual(document);
    expect(postmortemSchema.safeParse(revision).success).toBe(true);
    const { items } = await revisions.list(number, { limit: 10 });
    expect(items).toMatchObject([{ version: 1, reason: null }]);
  });
});
