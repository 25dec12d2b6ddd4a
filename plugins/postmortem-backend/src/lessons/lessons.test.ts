import type { Entity } from '@backstage/catalog-model';
import { COMPANY } from '../__testUtils__/company';
import { migratedDatabases } from '../__testUtils__/databases';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const component = (
  name: string,
  relations: Array<[type: string, targetRef: string]>,
  tags: string[] = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: name.startsWith('api-') ? 'API' : 'Component',
  metadata: { name, namespace: 'default', tags },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

const ref = (name: string) =>
  `${name.startsWith('api-') ? 'api' : 'component'}:default/${name}`;

/**
 * shop → api-pay → pay → pay-db, and back to shop, which no graph should do.
 * shop and cart are parts of one system; cart is another team's.
 */
const SHOP: Entity[] = [
  component(
    'shop',
    [
      ['ownedBy', 'group:default/payments'],
      ['consumesApi', ref('api-pay')],
      ['dependsOn', ref('queue')],
      ['partOf', 'system:default/store'],
    ],
    ['kafka'],
  ),
  component('api-pay', [
    ['apiProvidedBy', ref('pay')],
    ['apiConsumedBy', ref('shop')],
  ]),
  component('pay', [
    ['providesApi', ref('api-pay')],
    ['dependsOn', ref('pay-db')],
    ['ownedBy', 'group:default/ledger'],
  ]),
  component('pay-db', [
    ['dependencyOf', ref('pay')],
    ['dependsOn', ref('shop')],
  ]),
  component('queue', [['dependencyOf', ref('shop')]]),
  component('cart', [
    ['ownedBy', 'group:default/search'],
    ['partOf', 'system:default/store'],
  ]),
  {
    ...component('store', [
      ['hasPart', ref('shop')],
      ['hasPart', ref('cart')],
    ]),
    kind: 'System',
  },
];

describe.each(databases.each)('lessons that travel on %s', id => {
  let plugin: RunningPlugin;
  let author: Client;

  async function published(
    title: string,
    entityRef: string,
    lesson: object = {},
    input: object = {},
  ) {
    const { body, status } = await author.post('/postmortems', {
      title,
      severity: 'SEV3',
      summary: 'It was down.',
      incident: {
        startedAt: '2026-03-01T10:00:00.000Z',
        resolvedAt: '2026-03-01T11:00:00.000Z',
      },
      rootCause: { technical: 'A lock.' },
      entities: [{ entityRef, role: 'cause' }],
      lessons: [{ kind: 'to_improve', text: `Lesson of ${title}`, ...lesson }],
      ...input,
    });
    expect(status).toBe(201);
    for (const to of ['in_review', 'published']) {
      const step = await author.post(`/postmortems/${body.key}/transitions`, {
        to,
      });
      expect([step.status, step.body]).toEqual([200, expect.anything()]);
    }
    return { key: body.key as string, lessonId: body.lessons[0].id as string };
  }

  const reaching = async (query: string) => {
    const { status, body } = await author.get(`/lessons?${query}&limit=100`);
    expect(status).toBe(200);
    return body.items.map((item: any) => [
      item.text.replace('Lesson of ', ''),
      item.reach?.via,
      item.reach?.path.map((each: string) => each.split('/')[1]),
    ]);
  };

  beforeAll(async () => {
    plugin = await startPlugin({
      knex: await databases.init(id),
      entities: [...COMPANY.filter(entity => entity.kind === 'Group'), ...SHOP],
    });
    author = plugin.as('author');
    await published('the provider', ref('pay'));
    await published('the queue', ref('queue'), {}, { severity: 'SEV4' });
    await published('three hops away', ref('pay-db'));
    await published('the cart', ref('cart'));
    await published(
      'the secret',
      ref('queue'),
      {},
      {
        visibility: 'restricted',
        teams: ['group:default/search'],
      },
    );
    await author.post('/postmortems', {
      title: 'a draft',
      entities: [{ entityRef: ref('queue'), role: 'cause' }],
      lessons: [{ kind: 'to_improve', text: 'Lesson of a draft' }],
    });
  });

  it('come over one relation, then two, and say which way', async () => {
    expect(
      await reaching(`scope=dependencies&entityRef=${ref('shop')}`),
    ).toEqual(
      // The queue's is closer, but a level less severe.
      [
        ['the secret', 'dependency', ['shop', 'queue']],
        ['the provider', 'dependency', ['shop', 'api-pay', 'pay']],
        ['the queue', 'dependency', ['shop', 'queue']],
      ],
    );
    expect(
      await reaching(`scope=dependencies&entityRef=${ref('pay')}`),
    ).toContainEqual(['three hops away', 'dependency', ['pay', 'pay-db']]);
  });

  it('never tell of what somebody may not see', async () => {
    const { body } = await plugin
      .as('member')
      .get(`/lessons?scope=dependencies&entityRef=${ref('shop')}`);
    expect(body.totalItems).toBe(2);
    expect(JSON.stringify(body)).not.toContain('the secret');
  });

  it('come from the other parts of the system', async () => {
    expect(await reaching(`scope=system&entityRef=${ref('shop')}`)).toEqual([
      ['the cart', 'system', ['shop', 'store', 'cart']],
    ]);
    expect(await reaching('entityRef=system:default/store')).toEqual([
      ['the cart', 'self', ['cart']],
    ]);
  });

  it('are not told as those of others where the entity was hit itself', async () => {
    await published(
      'both',
      ref('queue'),
      {},
      {
        entities: [
          { entityRef: ref('queue'), role: 'cause' },
          { entityRef: ref('shop'), role: 'affected' },
        ],
      },
    );
    expect(await reaching(`entityRef=${ref('shop')}`)).toContainEqual([
      'both',
      'self',
      ['shop'],
    ]);
    const around = await reaching(
      `scope=dependencies&entityRef=${ref('shop')}`,
    );
    expect(around.map(([title]: string[]) => title)).not.toContain('both');
  });

  it('are turned over page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await author.get(
        `/lessons?scope=dependencies&entityRef=${ref('shop')}&limit=1${cursor}`,
      );
      expect(body.totalItems).toBe(3);
      seen.push(...body.items.map((item: any) => item.text));
      cursor = body.pageInfo.nextCursor
        ? `&cursor=${encodeURIComponent(body.pageInfo.nextCursor)}`
        : '';
    } while (cursor);
    expect(new Set(seen).size).toBe(3);
  });

  describe('that are addressed to others', () => {
    it.each([
      ['by name', { entityRefs: [ref('shop')] }, ref('cart'), ['shop']],
      ['by tag', { tags: ['kafka'] }, ref('cart'), ['shop']],
      [
        'as dependents',
        { allDependents: true },
        ref('pay'),
        ['shop', 'api-pay', 'pay'],
      ],
    ])(
      'reach them %s, and wait for an answer',
      async (name, audience, from, path) => {
        const { key, lessonId } = await published(name, from, { audience });
        const waiting = await reaching(
          `scope=waiting&entityRef=${ref('shop')}`,
        );
        expect(waiting).toContainEqual([name, 'audience', path]);
        expect(
          await reaching('scope=waiting&teamRef=group:default/payments'),
        ).toContainEqual([name, 'audience', path]);
        expect(
          await reaching(`scope=dependencies&entityRef=${ref('shop')}`),
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
          await reaching(`scope=waiting&entityRef=${ref('shop')}`),
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
  });

  describe('are answered', () => {
    it('with an action item where they apply, for their team to accept', async () => {
      const { key, lessonId } = await published(
        'what applies',
        ref('pay'),
        {},
        {
          teams: ['group:default/ledger'],
        },
      );
      const path = `/lessons/${lessonId}/answers`;
      const applies = {
        entityRef: ref('shop'),
        verdict: 'applies',
        actionItem: { title: 'Warm it as well', dueAt: '2027-01-31' },
      };

      const refused = await plugin.as('member').post(path, applies);
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain('group:default/payments');
      const { status, body } = await author.post(path, applies);

      expect(status).toBe(201);
      expect(body.actionItem).toMatchObject({
        title: 'Warm it as well',
        entityRef: ref('shop'),
        ownerRef: 'group:default/payments',
      });
      const items = await author.get(
        `/action-items?state=proposed&teamRef=group:default/payments`,
      );
      expect(items.body.items).toMatchObject([
        { id: body.actionItem.id, proposal: { state: 'proposed' } },
      ]);
      const lessons = await author.get(
        `/lessons?scope=dependencies&entityRef=${ref('shop')}&limit=100`,
      );
      expect(
        lessons.body.items.find((item: any) => item.id === lessonId),
      ).toMatchObject({
        answer: { verdict: 'applies', actionItemId: body.actionItem.id },
        answers: { applies: 1, already_covered: 0, does_not_apply: 0 },
      });
      const document = await author.get(`/postmortems/${key}`);
      expect(document.body.actionItems).toHaveLength(1);
    });

    it('anew, when somebody has changed their mind', async () => {
      const { key, lessonId } = await published('what changed', ref('pay'));
      for (const verdict of ['does_not_apply', 'already_covered']) {
        await author.post(`/lessons/${lessonId}/answers`, {
          entityRef: ref('shop'),
          verdict,
          reason: `Because of ${verdict}`,
        });
      }
      const { body } = await author.get(`/postmortems/${key}/lesson-answers`);
      expect(body.items[0].answers).toMatchObject([
        { verdict: 'already_covered' },
      ]);
    });

    it.each([
      ['no reason', { verdict: 'does_not_apply' }, 'reason'],
      ['no action item', { verdict: 'applies' }, 'actionItem'],
      [
        'an entity that nobody owns',
        { verdict: 'does_not_apply', reason: 'So', entityRef: ref('queue') },
        'entityRef',
      ],
    ])('not with %s', async (_, input, field) => {
      const { lessonId } = await published('what is refused', ref('pay'));
      const { status, body } = await author.post(
        `/lessons/${lessonId}/answers`,
        { entityRef: ref('shop'), ...input },
      );
      expect(status).toBe(400);
      expect(body.error.message).toContain(field);
    });
  });
});
