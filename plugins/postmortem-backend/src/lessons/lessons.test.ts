import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
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

/** The shop's catalog, where a user does not see some of the entities. */
function hidingFrom(userRef: string, names: string[]): CatalogService {
  const all = catalogServiceMock({ entities: SHOP_AND_TEAMS });
  const fewer = catalogServiceMock({
    entities: SHOP_AND_TEAMS.filter(
      ({ metadata }) => !names.includes(metadata.name),
    ),
  });
  const seeAll = all.getEntitiesByRefs.bind(all);
  return Object.assign(all, {
    getEntitiesByRefs: ((request, options) => {
      const { userEntityRef } = options.credentials
        .principal as BackstageUserPrincipal;
      return userEntityRef === userRef
        ? fewer.getEntitiesByRefs(request, options)
        : seeAll(request, options);
    }) as CatalogService['getEntitiesByRefs'],
  });
}

describe.each(databases.each)('lessons that travel on %s', id => {
  let plugin: RunningPlugin;
  let author: Client;

  beforeAll(async () => {
    plugin = await startPlugin({
      knex: await databases.init(id),
      catalog: hidingFrom('user:default/outsider', ['api-pay', 'cart']),
    });
    author = plugin.as('author');
    await publishedBy(author, 'the provider', ref('pay'));
    await publishedBy(
      author,
      'the queue',
      ref('queue'),
      {},
      { severity: 'SEV4' },
    );
    await publishedBy(author, 'three hops away', ref('pay-db'));
    await publishedBy(author, 'the cart', ref('cart'));
    await publishedBy(
      author,
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
      await reachedBy(author, `scope=dependencies&entityRef=${ref('shop')}`),
    ).toEqual(
      // The queue's is closer, but a level less severe.
      [
        ['the secret', 'dependency', ['shop', 'queue']],
        ['the provider', 'dependency', ['shop', 'api-pay', 'pay']],
        ['the queue', 'dependency', ['shop', 'queue']],
      ],
    );
    expect(
      await reachedBy(author, `scope=dependencies&entityRef=${ref('pay')}`),
    ).toContainEqual(['three hops away', 'dependency', ['pay', 'pay-db']]);
  });

  it('never tell of what somebody may not see', async () => {
    const { body } = await plugin
      .as('member')
      .get(`/lessons?scope=dependencies&entityRef=${ref('shop')}`);
    expect(body.totalItems).toBe(2);
    expect(JSON.stringify(body)).not.toContain('the secret');
  });

  it('name nothing that somebody may not see in the catalog', async () => {
    const outsider = plugin.as('outsider');
    const around = (scope: string) =>
      reachedBy(outsider, `scope=${scope}&entityRef=${ref('shop')}`);
    expect(await around('dependencies')).toEqual([
      ['the secret', 'dependency', ['shop', 'queue']],
      ['the queue', 'dependency', ['shop', 'queue']],
    ]);
    expect(await around('system')).toEqual([]);
    expect(await reachedBy(outsider, 'entityRef=system:default/store')).toEqual(
      [],
    );
  });

  it.each(['dependencies', 'system', 'waiting'])(
    'come to somebody: %s of nobody is refused',
    async scope => {
      const { status, body } = await author.get(`/lessons?scope=${scope}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain(
        'scope: needs an entityRef or a teamRef',
      );
    },
  );

  it('come from the other parts of the system', async () => {
    expect(
      await reachedBy(author, `scope=system&entityRef=${ref('shop')}`),
    ).toEqual([['the cart', 'system', ['shop', 'store', 'cart']]]);
    expect(await reachedBy(author, 'entityRef=system:default/store')).toEqual([
      ['the cart', 'self', ['cart']],
    ]);
  });

  it('are not told as those of others where the entity was hit itself', async () => {
    await publishedBy(
      author,
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
    expect(await reachedBy(author, `entityRef=${ref('shop')}`)).toContainEqual([
      'both',
      'self',
      ['shop'],
    ]);
    const around = await reachedBy(
      author,
      `scope=dependencies&entityRef=${ref('shop')}`,
    );
    expect(around.map(([title]) => title)).not.toContain('both');
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
});
