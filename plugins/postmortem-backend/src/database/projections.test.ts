import fc from 'fast-check';
import { isEqual, sortBy } from 'lodash';
import { migratedDatabases } from '../__testUtils__/databases';
import {
  contentWith,
  FULL_INPUT,
  NOW,
  store,
} from '../__testUtils__/documents';
import { columnsOf } from './columns';
import { PostmortemStore } from './PostmortemStore';
import { PROJECTIONS } from './projections';
import type { StoredPostmortem } from './rows';

const databases = migratedDatabases();

jest.setTimeout(120_000);

// Small alphabets, so that rows move, repeat and go away between writes.
const inputs = fc.record({
  title: fc.constantFrom('One', 'Two'),
  startedAt: fc.constantFrom(null, NOW, '2020-01-01T00:00:00.000Z'),
  entities: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  teams: fc.uniqueArray(fc.constantFrom('x', 'y')),
  tags: fc.uniqueArray(fc.constantFrom('dns', 'cache', 'db')),
  lessons: fc.array(fc.constantFrom('warm it', 'test it'), { maxLength: 4 }),
  items: fc.array(
    fc.record({
      title: fc.constantFrom('Fix', 'Alert'),
      status: fc.constantFrom('open', 'done', 'wont_do'),
      dueAt: fc.constantFrom(null, '2026-08-20', NOW),
    }),
    { maxLength: 4 },
  ),
});

function contentOf(id: string, input: any) {
  return contentWith(
    {
      ...FULL_INPUT,
      title: input.title,
      incident: { startedAt: input.startedAt },
      entities: input.entities.map((name: string) => ({
        entityRef: `component:default/${name}`,
        role: 'cause',
      })),
      teams: input.teams.map((name: string) => `group:default/${name}`),
      tags: input.tags,
      lessons: input.lessons.map((text: string) => ({
        kind: 'to_improve',
        text,
      })),
      actionItems: input.items,
    },
    id,
  );
}

describe.each(databases.each)('the derived tables on %s', id => {
  it('say what the document says, after any writes', async () => {
    const knex = await databases.init(id);
    const postmortems = new PostmortemStore(knex);
    const update = (before: StoredPostmortem, after: StoredPostmortem) =>
      postmortems.transaction(trx => postmortems.update(trx, before, after));
    await fc.assert(
      fc.asyncProperty(
        fc.array(inputs, { minLength: 1, maxLength: 4 }),
        async writes => {
          let current: StoredPostmortem = await store(knex, FULL_INPUT);
          for (const write of writes) {
            const next = {
              ...current,
              kept: { ...current.kept, version: current.kept.version + 1 },
              content: contentOf(current.kept.id, write),
            };
            expect(await update(current, next)).toBe(true);
            current = next;
          }
          for (const { table, rows } of PROJECTIONS) {
            const { number, content, kept } = current;
            const wanted = rows(content, kept, number).map(row => ({
              postmortem_number: number,
              ...row,
            }));
            const found = await knex(table)
              .where({ postmortem_number: number })
              .select(Object.keys(wanted[0] ?? {}));
            expect(sortBy(found, 'position').map(row => ({ ...row }))).toEqual(
              wanted,
            );
          }
          const row = await knex('postmortems')
            .where({ number: current.number })
            .first();
          const columns: Record<string, unknown> = columnsOf(current);
          for (const [name, value] of Object.entries(columns)) {
            // PostgreSQL gives bigint columns back as text.
            expect([value, String(value)]).toContainEqual(row[name]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('stay as they are when somebody else wrote first', async () => {
    const knex = await databases.init(id);
    const postmortems = new PostmortemStore(knex);
    const before = await store(knex, FULL_INPUT);
    const change = (title: string): StoredPostmortem => ({
      ...before,
      kept: { ...before.kept, version: 2 },
      content: contentWith({ title }, before.kept.id),
    });
    const outcomes = await Promise.all(
      ['First', 'Second'].map(title =>
        postmortems.transaction(trx =>
          postmortems.update(trx, before, change(title)),
        ),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const after = await postmortems.find({ idOrKey: before.kept.id });
    const winner = outcomes[0] ? 'First' : 'Second';
    expect(after?.content.title).toBe(winner);
    expect(isEqual(after?.kept.version, 2)).toBe(true);
  });

  it('take more rows than a statement has parameters', async () => {
    const knex = await databases.init(id);
    const { content } = await store(knex, {
      timeline: Array.from({ length: 2000 }, (_, index) => ({
        text: `entry ${index}`,
      })),
    });
    expect(content.timeline).toHaveLength(2000);
    const rows = await knex('postmortem_timeline').orderBy('position');
    expect(rows).toHaveLength(2000);
    expect(rows[1999].text).toBe('entry 1999');
  });
});
