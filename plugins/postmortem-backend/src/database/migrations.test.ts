import { TestDatabases } from '@backstage/backend-test-utils';
import { ENGINES, MIGRATIONS } from '../__testUtils__/databases';
import { FULL_INPUT, store } from '../__testUtils__/documents';
import { PostmortemStore } from './PostmortemStore';
import { toPostmortem } from './rows';

const databases = TestDatabases.create({ ids: ENGINES });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('the migrations on %s', id => {
  it('go up, down and up again, and keep documents whole', async () => {
    const knex = await databases.init(id);
    const config = { directory: MIGRATIONS };
    await knex.migrate.latest(config);
    const first = await store(knex, FULL_INPUT);
    expect(first.number).toBe(1);
    const read = await new PostmortemStore(knex).find({ idOrKey: 'PM-1' });
    expect(read).toEqual(first);
    expect(toPostmortem(read!)).toMatchObject({
      key: 'PM-1',
      metrics: {
        timeToDetect: 5,
        timeToAcknowledge: 10,
        timeToMitigate: 60,
        timeToResolve: 100,
      },
      completeness: { score: 1, missing: [] },
    });

    await knex.migrate.rollback(config, true);
    expect(await knex.schema.hasTable('postmortems')).toBe(false);
    expect(await knex.schema.hasTable('postmortem_action_items')).toBe(false);

    await knex.migrate.latest(config);
    const again = await store(knex, FULL_INPUT);
    expect(await new PostmortemStore(knex).find({ idOrKey: 'PM-1' })).toEqual(
      again,
    );
  });

  it('never give a number twice', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: MIGRATIONS });
    await store(knex);
    const second = await store(knex);
    await knex('postmortems').where({ number: second.number }).delete();
    const third = await store(knex);
    expect(third.number).toBe(3);
    expect(await knex('postmortem_entities').select()).toEqual([]);
  });

  it('take the parts of a postmortem away with it', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: MIGRATIONS });
    const { number } = await store(knex, FULL_INPUT);
    expect(await knex('postmortem_lessons').select()).toHaveLength(1);
    await knex('postmortems').where({ number }).delete();
    expect(await knex('postmortem_lessons').select()).toEqual([]);
    expect(await knex('postmortem_action_items').select()).toEqual([]);
  });
});
