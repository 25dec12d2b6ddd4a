import type { Entity } from '@backstage/catalog-model';
import { COMPANY } from './company';
import type { Client } from './startPlugin';

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

/** The ref of one of the shop's. */
export const ref = (name: string) =>
  `${name.startsWith('api-') ? 'api' : 'component'}:default/${name}`;

/**
 * shop → api-pay → pay → pay-db, and back to shop, which no graph should do.
 * shop and cart are parts of one system; cart is another team's.
 */
export const SHOP: Entity[] = [
  component(
    'shop',
    [
      ['ownedBy', 'group:default/payments'],
      ['consumesApi', ref('api-pay')],
      ['dependsOn', ref('queue')],
      ['partOf', 'system:default/store'],
    ],
    // The catalog takes tags to be the same in any case.
    ['Kafka'],
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

/** The shop, and the teams of the company. */
export const SHOP_AND_TEAMS: Entity[] = [
  ...COMPANY.filter(({ kind }) => kind === 'Group'),
  ...SHOP,
];

/** A published postmortem of an entity, with one lesson, which names it. */
export async function publishedBy(
  author: Client,
  title: string,
  entityRef: string,
  lesson: object = {},
  input: object = {},
): Promise<{ key: string; lessonId: string }> {
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

/** The lessons that a query gives: of what, via what, and over which names. */
export async function reachedBy(
  client: Client,
  query: string,
): Promise<Array<[of: string, via: string, names: string[]]>> {
  const { status, body } = await client.get(`/lessons?${query}&limit=100`);
  expect(status).toBe(200);
  return body.items.map((item: any) => [
    item.text.replace('Lesson of ', ''),
    item.reach?.via,
    item.reach?.path.map((each: string) => each.split('/')[1]),
  ]);
}
