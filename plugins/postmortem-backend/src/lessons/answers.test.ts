import { changingCatalog } from '../__testUtils__/changingCatalog';
import { migratedDatabases } from '../__testUtils__/databases';
import { publishedBy, ref, SHOP_AND_TEAMS } from '../__testUtils__/shop';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(120_000);

describe.each(databases.each)('lessons are answered on %s', id => {
  let plugin: RunningPlugin;
  let author: Client;
  const catalog = changingCatalog();

  const covered = {
    entityRef: ref('shop'),
    verdict: 'already_covered',
    reason: 'The runbook says so.',
  };

  beforeAll(async () => {
    catalog.entities = SHOP_AND_TEAMS;
    plugin = await startPlugin({
      knex: await databases.init(id),
      catalog: catalog.service,
    });
    author = plugin.as('author');
  });

  it('with an action item where they apply, for their team to accept', async () => {
    const { key, lessonId } = await publishedBy(
      author,
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
    const { key, lessonId } = await publishedBy(
      author,
      'what changed',
      ref('pay'),
    );
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
    const { lessonId } = await publishedBy(
      author,
      'what is refused',
      ref('pay'),
    );
    const { status, body } = await author.post(`/lessons/${lessonId}/answers`, {
      entityRef: ref('shop'),
      ...input,
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
  });

  it('by the owning team and those above it, by no other', async () => {
    const { key, lessonId } = await publishedBy(author, 'whose', ref('queue'));
    const answerAs = async (who: string) => {
      const { status } = await plugin
        .as(who)
        .post(`/lessons/${lessonId}/answers`, covered);
      return status;
    };
    // Of the team, of the one above it, of the one below it, and elsewhere.
    expect(await answerAs('author')).toBe(201);
    expect(await answerAs('manager')).toBe(201);
    expect(await answerAs('member')).toBe(403);
    expect(await answerAs('outsider')).toBe(403);
    const { body } = await author.get(`/postmortems/${key}/lesson-answers`);
    expect(body.items[0].answers).toMatchObject([
      { answeredBy: 'user:default/manager' },
    ]);
  });

  it('for the owning team, also by somebody of the one above it', async () => {
    const { lessonId } = await publishedBy(author, 'whose item', ref('queue'));
    const { body } = await plugin
      .as('manager')
      .post(`/lessons/${lessonId}/answers`, {
        entityRef: ref('shop'),
        verdict: 'applies',
        actionItem: { title: 'Bound the queue' },
      });
    expect(body.actionItem.ownerRef).toBe('group:default/payments');
  });

  it('503 while the catalog does not say whose the entity is', async () => {
    const { lessonId } = await publishedBy(author, 'in the dark', ref('queue'));
    catalog.isDown = true;
    try {
      const { status } = await author.post(
        `/lessons/${lessonId}/answers`,
        covered,
      );
      expect(status).toBe(503);
    } finally {
      catalog.isDown = false;
    }
  });
});
