import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import {
  postmortemInputSchema,
  postmortemSchema,
} from 'backstage-plugin-postmortem-common';
import { PostmortemStore } from '../database/PostmortemStore';
import { toPostmortem } from '../database/rows';
import { toNumber } from '../database/sql';
import { seedPostmortems } from './seedPostmortems';

jest.setTimeout(60_000);

describe.each(TestDatabases.create().eachSupportedId())(
  'seedPostmortems on %s',
  databaseId => {
    const databases = TestDatabases.create();

    async function seeded(id: TestDatabaseId, count: number, seed: string) {
      const knex = await databases.init(id);
      await knex.migrate.latest({
        directory: resolvePackagePath(
          'backstage-plugin-postmortem-backend',
          'migrations',
        ),
      });
      const summary = await seedPostmortems(knex, { count, seed });
      return { knex, summary };
    }

    it('writes documents that the product could have written', async () => {
      const { knex, summary } = await seeded(databaseId, 620, 'a');
      const store = new PostmortemStore(knex);

      expect(summary.postmortems).toBe(620);
      for (const idOrKey of ['PM-1', 'PM-77', 'PM-501', 'PM-620']) {
        const stored = await store.find({ idOrKey });
        const document = toPostmortem(stored!);
        expect(postmortemSchema.parse(document)).toEqual(document);
        const { lessons, actionItems, timeline } = document;
        expect(lessons.length * actionItems.length * timeline.length).not.toBe(
          0,
        );
        // The order of times and every other rule that people's input obeys.
        postmortemInputSchema.parse(stored!.content);
      }
    });

    it('keeps the tables in line with the documents', async () => {
      const { knex, summary } = await seeded(databaseId, 30, 'b');

      const [items] = await knex('postmortem_action_items').count({ n: '*' });
      expect(toNumber(items.n)).toBe(summary.actionItems);
      const [revisions] = await knex('postmortem_revisions').count({ n: '*' });
      expect(toNumber(revisions.n)).toBe(30);

      const store = new PostmortemStore(knex);
      const stored = (await store.find({ idOrKey: 'PM-30' }))!;
      const rows = await knex('postmortem_entities')
        .where({ postmortem_number: 30 })
        .orderBy('position');
      expect(rows.map(row => row.entity_ref)).toEqual(
        stored.content.entities.map(entity => entity.entityRef),
      );
    });

    it('gives the same for the same seed, and goes on behind what is there', async () => {
      const documents = async (counts: number[], seed: string) => {
        const knex = await databases.init(databaseId);
        await knex.migrate.latest({
          directory: resolvePackagePath(
            'backstage-plugin-postmortem-backend',
            'migrations',
          ),
        });
        for (const count of counts) {
          await seedPostmortems(knex, { count, seed });
        }
        return knex('postmortems')
          .orderBy('number')
          .select('number', 'document');
      };

      const whole = await documents([20], 'c');
      expect(await documents([20], 'c')).toEqual(whole);
      expect(await documents([15, 5], 'c')).toEqual(whole);
      expect(await documents([20], 'd')).not.toEqual(whole);
    });
  },
);
