import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('hints on %s', id => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await startPlugin({ knex: await databases.init(id) });
  });

  it('are given, dismissed for everybody, and taken up again', async () => {
    const author = plugin.as('author');
    const { body: postmortem } = await author.post('/postmortems', {
      title: 'An outage',
      summary: 'It was human error.',
    });
    const path = `/postmortems/${postmortem.key}/hints`;
    const first = await author.get(path);
    const [hint] = first.body.items;
    expect(hint).toMatchObject({
      rule: 'human-error',
      path: 'summary',
      dismissal: null,
    });
    const own = `${path}/${encodeURIComponent(hint.id)}/dismissals`;
    const dismissed = await author.post(own, { reason: 'A quotation' });
    expect(dismissed.status).toBe(201);
    const member = plugin.as('member');
    expect((await member.get(path)).body.items[0].dismissal).toEqual({
      reason: 'A quotation',
      dismissedBy: 'user:default/author',
      dismissedAt: dismissed.body.dismissedAt,
    });
    await author.patch(`/postmortems/${postmortem.key}`, 1, {
      summary: 'At noon. It was human error.',
    });
    expect((await member.get(path)).body.items[0].dismissal).not.toBeNull();
    expect((await member.delete(own)).status).toBe(204);
    expect((await member.delete(own)).status).toBe(404);
    expect((await author.get(path)).body.items[0].dismissal).toBeNull();
    const unknown = await author.post(`${path}/none/dismissals`, {});
    expect(unknown.status).toBe(404);
  });
});
