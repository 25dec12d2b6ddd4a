import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1_000;
const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString();

describe.each(databases.each)('overviews on %s', id => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await startPlugin({ knex: await databases.init(id) });
    const author = plugin.as('author');
    const cause = (entityRef: string) => [{ entityRef, role: 'cause' }];
    const documents = [
      {
        title: 'Old and severe',
        severity: 'SEV1',
        incident: { startedAt: daysAgo(500) },
        entities: cause('component:default/checkout'),
        lessons: [{ kind: 'to_improve', text: 'Old lesson' }],
      },
      {
        title: 'Severe',
        severity: 'SEV2',
        incident: { startedAt: daysAgo(63.5) },
        entities: cause('component:default/checkout'),
        actionItems: [
          { title: 'Late', dueAt: daysAgo(3), ownerRef: 'group:payments' },
          { title: 'Later', dueAt: daysAgo(2), status: 'in_progress' },
          { title: 'Soon', dueAt: daysAgo(-9) },
          { title: 'Whenever' },
          { title: 'Done', dueAt: daysAgo(30), status: 'done' },
        ],
        lessons: [{ kind: 'went_well', text: 'New lesson' }],
      },
      {
        title: 'Minor',
        severity: 'SEV4',
        incident: { startedAt: daysAgo(10) },
        entities: [
          { entityRef: 'component:default/checkout', role: 'affected' },
          { entityRef: 'component:default/index', role: 'cause' },
        ],
      },
      { title: 'Undated', entities: cause('component:default/checkout') },
      {
        title: 'Of the child group',
        entities: cause('component:default/ledger-db'),
        actionItems: [{ title: 'Theirs' }],
      },
    ];
    for (const document of documents) {
      await author.post('/postmortems', document);
    }
  });

  it('of an entity: everything that its tab shows', async () => {
    const { body } = await plugin
      .as('outsider')
      .get('/overview?entityRef=component:checkout');
    expect(body).toMatchObject({
      entityRef: 'component:default/checkout',
      teamRef: null,
      counts: {
        postmortems: 4,
        drafts: 4,
        incidentsLast12Months: 2,
        bySeverityLast12Months: [
          { severity: 'SEV2', count: 1 },
          { severity: 'SEV4', count: 1 },
        ],
        openActionItems: 4,
        overdueActionItems: 2,
        lessons: 2,
      },
      lastSevere: { key: 'PM-2', severity: 'SEV2', daysAgo: 63 },
      facts: {
        hasPostmortem: true,
        openActionItems: 4,
        overdueActionItems: 2,
        daysSinceLastSevereIncident: 63,
      },
      severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
    });
    const titles = (rows: Array<{ title: string }>) =>
      rows.map(({ title }) => title);
    expect(titles(body.marks)).toEqual(['Minor', 'Severe']);
    expect(titles(body.postmortems)).toEqual([
      'Minor',
      'Severe',
      'Old and severe',
      'Undated',
    ]);
    expect(titles(body.actionItems)).toEqual([
      'Late',
      'Later',
      'Soon',
      'Whenever',
    ]);
    expect(
      body.lessons.map(({ text, entityRef }: Record<string, string>) => [
        text,
        entityRef,
      ]),
    ).toEqual([
      ['New lesson', 'component:default/checkout'],
      ['Old lesson', 'component:default/checkout'],
    ]);
  });

  it('of a team: with its child groups and all that they own', async () => {
    const of = async (teamRef: string) =>
      (await plugin.as('member').get(`/overview?teamRef=${teamRef}`)).body;
    expect(await of('group:payments')).toMatchObject({
      entityRef: null,
      teamRef: 'group:default/payments',
      counts: { postmortems: 5, openActionItems: 5, lessons: 2 },
    });
    expect((await of('group:ledger')).counts).toEqual(
      (await of('group:platform')).counts,
    );
    expect((await of('group:search')).counts).toMatchObject({
      postmortems: 1,
      openActionItems: 0,
    });
  });

  it('of what has no postmortem: nothing, and no guess', async () => {
    for (const query of ['entityRef=component:none', 'teamRef=group:none']) {
      const { status, body } = await plugin
        .as('author')
        .get(`/overview?${query}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        counts: { postmortems: 0, openActionItems: 0, overdueActionItems: 0 },
        lastSevere: null,
        facts: { hasPostmortem: false, daysSinceLastSevereIncident: null },
        postmortems: [],
        actionItems: [],
        lessons: [],
        marks: [],
      });
    }
  });
});
