import type { Entity } from '@backstage/catalog-model';
import { migratedDatabases } from '../__testUtils__/databases';
import {
  publishedBy,
  reachedBy,
  ref,
  SHOP_AND_TEAMS,
} from '../__testUtils__/shop';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(120_000);

/** A component that much depends on, and what does: all with one tag. */
function popular(dependents: number): Entity[] {
  const entity = (name: string, relation: string, names: string[]): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', tags: ['busy'] },
    relations: names.map(each => ({ type: relation, targetRef: ref(each) })),
  });
  const names = Array.from(
    { length: dependents },
    (_, index) => `user-${index}`,
  );
  return [
    entity('popular', 'dependencyOf', names),
    ...names.map(name => entity(name, 'dependsOn', ['popular'])),
  ];
}

describe.each(databases.each)('lessons for a wider audience on %s', id => {
  let plugin: RunningPlugin;
  let author: Client;

  const answersTo = async (key: string) => {
    const { status, body } = await author.get(
      `/postmortems/${key}/lesson-answers`,
    );
    expect(status).toBe(200);
    return body.items;
  };

  beforeAll(async () => {
    plugin = await startPlugin({
      knex: await databases.init(id),
      entities: [...popular(1_100), ...SHOP_AND_TEAMS],
    });
    author = plugin.as('author');
  });

  it.each([
    ['by name', { entityRefs: [ref('shop')] }, ref('cart'), ['shop']],
    ['by tag', { tags: ['KAFKA'] }, ref('cart'), ['shop']],
    [
      'as dependents',
      { allDependents: true },
      ref('pay'),
      ['shop', 'api-pay', 'pay'],
    ],
  ])(
    'reach them %s, and wait for an answer',
    async (name, audience, from, path) => {
      const { key, lessonId } = await publishedBy(author, name, from, {
        audience,
      });
      const waiting = await reachedBy(
        author,
        `scope=waiting&entityRef=${ref('shop')}`,
      );
      expect(waiting).toContainEqual([name, 'audience', path]);
      expect(
        await reachedBy(author, 'scope=waiting&teamRef=group:default/payments'),
      ).toContainEqual([name, 'audience', path]);
      expect(
        await reachedBy(author, `scope=dependencies&entityRef=${ref('shop')}`),
      ).toContainEqual([name, 'audience', path]);
      const before = await author.get(`/postmortems/${key}/lesson-answers`);
      expect(before.body.items).toEqual([
        {
          lessonId,
          answers: [],
          addressed: expect.any(Number),
          missing: expect.arrayContaining([ref('shop')]),
          missingCount: expect.any(Number),
        },
      ]);

      const answered = await author.post(`/lessons/${lessonId}/answers`, {
        entityRef: ref('shop'),
        verdict: 'already_covered',
        reason: 'The runbook says so.',
      });
      expect(answered.status).toBe(201);
      expect(
        await reachedBy(author, `scope=waiting&entityRef=${ref('shop')}`),
      ).not.toContainEqual([name, 'audience', path]);
      const after = await author.get(`/postmortems/${key}/lesson-answers`);
      expect(after.body.items[0].missing).not.toContain(ref('shop'));
      expect(after.body.items[0].answers).toMatchObject([
        {
          verdict: 'already_covered',
          reason: 'The runbook says so.',
          answeredBy: 'user:default/author',
        },
      ]);
    },
  );

  it('wait for each part of a system, also those of another part', async () => {
    const shop = { audience: { entityRefs: [ref('shop')] } };
    await publishedBy(author, 'between parts', ref('cart'), shop);
    const entry = ['between parts', 'audience', ['shop']];
    const store = 'scope=waiting&entityRef=system:default/store';
    expect(await reachedBy(author, store)).toContainEqual(entry);
    // Where a team is named as well, what it owns of the system.
    expect(
      await reachedBy(author, `${store}&teamRef=group:default/payments`),
    ).toContainEqual(entry);
    expect(
      await reachedBy(author, `${store}&teamRef=group:default/search`),
    ).toEqual([]);
  });

  it('are owed by nothing that has left the catalog', async () => {
    const { key } = await publishedBy(author, 'for what is gone', ref('cart'), {
      audience: { entityRefs: [ref('shop'), ref('gone')] },
    });
    expect(await answersTo(key)).toMatchObject([
      { addressed: 1, missing: [ref('shop')], missingCount: 1 },
    ]);
  });

  it.each([
    ['dependents', { allDependents: true }, 1_000],
    // Of which the component itself is one.
    ['with a tag', { tags: ['busy'] }, 999],
  ])('are owed by a thousand %s at most', async (_, audience, count) => {
    const { key } = await publishedBy(author, 'too many', ref('popular'), {
      audience,
    });
    const [{ addressed, missing, missingCount }] = await answersTo(key);
    expect([addressed, missingCount]).toEqual([count, count]);
    expect(missing).toHaveLength(100);
  });
});
