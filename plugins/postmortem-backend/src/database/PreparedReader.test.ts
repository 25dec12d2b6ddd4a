import { knex as createKnex, type Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { PreparedReader } from './PreparedReader';
import { isPostgres } from './sql';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('PreparedReader on %s', id => {
  let knex: Knex;
  const names: string[] = [];

  beforeAll(async () => {
    knex = await databases.init(id);
    knex.on('query', query => names.push(query.options?.name));
  });

  beforeEach(() => {
    names.length = 0;
  });

  const counterAbove = (least: number) =>
    knex('postmortem_changes').select('counter').where('counter', '>=', least);

  it('reads, with one plan for all values', async () => {
    const reader = new PreparedReader(knex);
    expect(await reader.rows(counterAbove(0))).toHaveLength(1);
    expect(await reader.rows(counterAbove(1_000_000))).toHaveLength(0);
    const [first, second] = names;
    expect(first).toBe(second);
    expect(first !== undefined).toBe(isPostgres(knex));
  });

  it('has another plan for another statement', async () => {
    const reader = new PreparedReader(knex);
    await reader.rows(counterAbove(0));
    await reader.rows(counterAbove(0).limit(1));
    expect(names[0] !== names[1]).toBe(isPostgres(knex));
  });

  it('says what is wrong with a statement', async () => {
    const reader = new PreparedReader(knex);
    await expect(
      reader.rows(knex('no_such_table').select()),
    ).rejects.toMatchObject({
      message: expect.stringContaining('no_such_table'),
    });
  });

  it('does without, behind a pooler that does not keep statements', async () => {
    if (!isPostgres(knex)) {
      return;
    }
    const one = createKnex({
      ...knex.client.config,
      pool: { min: 1, max: 1 },
    });
    const given: unknown[] = [];
    one.on('query', query => given.push(query.options?.name));
    try {
      const reader = new PreparedReader(one);
      const counter = () => one('postmortem_changes').select('counter');
      await reader.rows(counter());
      await one.raw('deallocate all');
      given.length = 0;
      expect(await reader.rows(counter())).toHaveLength(1);
      expect(await reader.rows(counter())).toHaveLength(1);
      // The one that failed, and no other.
      expect(given.filter(name => name !== undefined)).toHaveLength(1);
    } finally {
      await one.destroy();
    }
  });
});
