import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DependencyLookup } from './DependencyLookup';

const CREDENTIALS = mockCredentials.user();

const ref = (name: string) => `component:default/${name}`;

function entity(
  name: string,
  relations: Record<string, string[]>,
  kind: string = 'Component',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', tags: [`is-${name}`] },
    relations: Object.entries(relations).flatMap(([type, targetRefs]) =>
      targetRefs.map(targetRef => ({ type, targetRef })),
    ),
  };
}

/** a → b → c → a: a circle, and c depends on d as well. */
const CIRCLE = [
  entity('a', { dependsOn: [ref('b')], dependencyOf: [ref('c')] }),
  entity('b', { dependsOn: [ref('c')], dependencyOf: [ref('a')] }),
  entity('c', { dependsOn: [ref('a'), ref('d')], dependencyOf: [ref('b')] }),
  entity('d', { dependencyOf: [ref('c')] }),
];

const SYSTEM = [
  entity('shop', { hasPart: ['system:default/store'] }, 'Domain'),
  entity('store', { hasPart: [ref('cart'), ref('till')] }, 'System'),
  entity('cart', { partOf: ['system:default/store'], hasPart: [ref('shelf')] }),
  entity('till', { partOf: ['system:default/store'] }),
  entity('shelf', { partOf: [ref('cart')] }),
];

function lookup(entities: Entity[], ...hidden: string[]) {
  const catalog = catalogServiceMock({
    entities: entities.filter(
      ({ metadata }) => !hidden.includes(metadata.name),
    ),
  });
  const byRefs = jest.spyOn(catalog, 'getEntitiesByRefs');
  return { byRefs, dependencies: new DependencyLookup({ catalog }) };
}

describe('DependencyLookup', () => {
  it('follows two relations, and no circle', async () => {
    const { dependencies, byRefs } = lookup(CIRCLE);
    expect(await dependencies.dependencies([ref('a')], CREDENTIALS)).toEqual({
      paths: [
        { refs: [ref('a'), ref('b')] },
        { refs: [ref('a'), ref('b'), ref('c')] },
      ],
      tags: [{ entityRef: ref('a'), tag: 'is-a' }],
    });
    // Where it begins, and each of the hops.
    expect(byRefs).toHaveBeenCalledTimes(3);
    expect(await dependencies.dependents([ref('d')], 10, CREDENTIALS)).toEqual([
      ref('c'),
      ref('b'),
    ]);
    expect(await dependencies.dependents([ref('d')], 1, CREDENTIALS)).toEqual([
      ref('c'),
    ]);
  });

  it('tells of each entity by itself what is one of the others', async () => {
    const { dependencies } = lookup(CIRCLE);
    const both = [ref('a'), ref('b')];
    const together = await dependencies.dependencies(both, CREDENTIALS);
    expect(together.paths).toEqual([
      { refs: [ref('b'), ref('c')] },
      { refs: [ref('b'), ref('c'), ref('d')] },
    ]);
    const apart = await dependencies.dependencies(both, CREDENTIALS, {
      ofEach: true,
    });
    expect(
      apart.paths.map(({ refs }) => refs.map(each => each.slice(-1))),
    ).toEqual([
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'b', 'c'],
      ['b', 'c', 'a'],
      ['b', 'c', 'd'],
    ]);
  });

  it.each([
    ['in between', 'b', []],
    ['at the end', 'c', [{ refs: [ref('a'), ref('b')] }]],
    ['where it begins', 'a', []],
  ])(
    'knows no path with what the caller may not see %s',
    async (_, hidden, paths) => {
      const { dependencies } = lookup(CIRCLE, hidden);
      const found = await dependencies.dependencies([ref('a')], CREDENTIALS);
      expect(found.paths).toEqual(paths);
    },
  );

  it('finds the other parts of a system, that the caller may see', async () => {
    const path = (part: string) => ({
      refs: [ref('cart'), 'system:default/store', ref(part)],
    });
    const siblings = (...hidden: string[]) =>
      lookup(SYSTEM, ...hidden).dependencies.siblings(
        [ref('cart')],
        CREDENTIALS,
      );
    expect(await siblings()).toEqual([path('till')]);
    expect(await siblings('till')).toEqual([]);
    expect(await siblings('store')).toEqual([]);
  });

  it('takes a domain for all that is below it, and that the caller may see', async () => {
    const parts = async (...hidden: string[]) =>
      lookup(SYSTEM, ...hidden).dependencies.withParts(
        ['domain:default/shop'],
        CREDENTIALS,
      );
    expect(await parts()).toEqual([
      'domain:default/shop',
      'system:default/store',
      ref('cart'),
      ref('till'),
      ref('shelf'),
    ]);
    expect(await parts('cart')).toEqual([
      'domain:default/shop',
      'system:default/store',
      ref('till'),
    ]);
  });

  it('finds what has a tag, whatever its case', async () => {
    const [cart] = SYSTEM.slice(2);
    const tagged = { ...cart, metadata: { ...cart.metadata, tags: ['Kafka'] } };
    const { dependencies } = lookup([tagged]);
    expect(
      await dependencies.withTags(['kafka', 'redis'], 10, CREDENTIALS),
    ).toEqual(
      new Map([
        ['kafka', [ref('cart')]],
        ['redis', []],
      ]),
    );
  });

  it('finds no more with a tag than it was asked for', async () => {
    const tagged = CIRCLE.map(each => ({
      ...each,
      metadata: { ...each.metadata, tags: ['kafka'] },
    }));
    const { dependencies } = lookup(tagged);
    const found = await dependencies.withTags(['kafka'], 3, CREDENTIALS);
    expect(found.get('kafka')).toHaveLength(3);
  });

  it('says that the catalog does not answer', async () => {
    const catalog: CatalogService = {
      ...catalogServiceMock(),
      getEntitiesByRefs: async () => {
        throw new Error('ECONNREFUSED');
      },
    };
    await expect(
      new DependencyLookup({ catalog }).dependencies([ref('a')], CREDENTIALS),
    ).rejects.toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
  });
});
