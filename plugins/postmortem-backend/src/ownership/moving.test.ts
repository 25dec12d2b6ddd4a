import {
  changingCatalog,
  type ChangingCatalog,
} from '../__testUtils__/changingCatalog';
import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type Client } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const CHECKOUT = 'component:default/checkout';
const PAYMENTS = 'group:default/payments';
const OFFICE = 'group:default/office';
const SEARCH = 'group:default/search';

describe.each(databases.each)('a component that moves on %s', id => {
  let author: Client;
  let catalog: ChangingCatalog;

  beforeAll(async () => {
    const knex = await databases.init(id);
    catalog = changingCatalog();
    const plugin = await startPlugin({ knex, catalog: catalog.service });
    author = plugin.as('author');
    const write = async (input: object) => {
      await author.post('/postmortems', input).expect(201);
    };
    // As long as it was theirs, there was nobody to propose anything to.
    catalog.move('checkout', OFFICE);
    await write({
      title: 'Of another team',
      teams: [OFFICE],
      actionItems: [
        { title: 'About checkout', entityRef: CHECKOUT },
        {
          title: 'About checkout, with an owner',
          entityRef: CHECKOUT,
          ownerRef: 'user:default/ana',
        },
      ],
    });
    catalog.move('checkout', PAYMENTS);
    for (const input of [
      {
        title: 'Looked up',
        entities: [{ entityRef: CHECKOUT, role: 'cause' }],
        actionItems: [
          { title: 'Of the postmortem', dueAt: '2020-01-01' },
          { title: 'Done already', status: 'done' },
          { title: 'Kept by payments', ownerRef: PAYMENTS },
        ],
      },
      {
        title: 'Named on purpose',
        teams: [PAYMENTS],
        entities: [{ entityRef: CHECKOUT, role: 'cause' }],
      },
      {
        title: 'Elsewhere',
        teams: ['group:default/ledger', PAYMENTS],
        actionItems: [{ title: 'Irrelevant' }],
      },
    ]) {
      await write(input);
    }
  });

  const postmortems = async (teamRef: string) => {
    const { body } = await author.get(
      `/postmortems?teamRef=${teamRef}&orderBy=createdAt`,
    );
    expect(body.totalItems).toBe(body.items.length);
    return body.items.map((item: any) => item.title).sort();
  };

  const items = async (teamRef: string, state: string) => {
    const { body } = await author.get(
      `/action-items?teamRef=${teamRef}&state=${state}`,
    );
    return body.items.map((item: any) => item.title).sort();
  };

  it('takes its postmortems and open action items along', async () => {
    expect(await postmortems(PAYMENTS)).toEqual([
      'Elsewhere',
      'Looked up',
      'Named on purpose',
    ]);
    expect(await postmortems(SEARCH)).toEqual([]);
    expect(await items(PAYMENTS, 'open')).toEqual([
      'About checkout',
      'Irrelevant',
      'Kept by payments',
      'Of the postmortem',
    ]);
    expect(await items(SEARCH, 'open')).toEqual([]);

    catalog.move('checkout', SEARCH);

    // The old team keeps what it was named for, or owns.
    expect(await postmortems(PAYMENTS)).toEqual([
      'Elsewhere',
      'Named on purpose',
    ]);
    expect(await items(PAYMENTS, 'open')).toEqual([
      'Irrelevant',
      'Kept by payments',
    ]);
    expect(await postmortems(SEARCH)).toEqual([
      'Looked up',
      'Named on purpose',
    ]);
    expect(await items(SEARCH, 'open')).toEqual([
      'About checkout',
      'Kept by payments',
      'Of the postmortem',
    ]);
    expect(await items(SEARCH, 'overdue')).toEqual(['Of the postmortem']);
    const { body } = await author.get(`/overview?teamRef=${SEARCH}`);
    expect(body.counts).toMatchObject({ postmortems: 2, openActionItems: 3 });
    expect(body.team.counts.overdue).toBe(1);
  });

  it('leaves the team of that time in the record', async () => {
    const { body } = await author.get(`/postmortems?q=looked up`);
    expect(body.items[0].teams).toEqual([PAYMENTS]);
    await author
      .patch(`/postmortems/${body.items[0].key}`, '*', { summary: 'More' })
      .expect(200);
    const after = await author.get(`/postmortems/${body.items[0].key}`);
    expect(after.body.teams).toEqual([PAYMENTS]);
    expect(await postmortems(PAYMENTS)).not.toContain('Looked up');
  });

  it('stays with a team that is named for it then', async () => {
    const { body } = await author.get(`/postmortems?q=looked up`);
    const { key } = body.items[0];
    await author
      .patch(`/postmortems/${key}`, '*', { teams: [PAYMENTS, SEARCH] })
      .expect(200);
    expect(await postmortems(PAYMENTS)).toContain('Looked up');
  });
});
