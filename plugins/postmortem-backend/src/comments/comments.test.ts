import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('comments on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let path: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({ knex });
  });

  beforeEach(async () => {
    const { body } = await plugin
      .as('author')
      .post('/postmortems', { title: 'An outage' });
    path = `/postmortems/${body.key}/comments`;
  });

  const say = async (who: string, comment: object) => {
    const { status, body } = await plugin.as(who).post(path, comment);
    expect(status).toBe(201);
    return body;
  };

  const listed = async (query = '') => {
    const { body } = await plugin.as('author').get(`${path}${query}`);
    return body;
  };

  it('are kept with who wrote them, where, and whom they mention', async () => {
    const comment = await say('outsider', {
      text: 'Ask @[Ana](user:default/ana), **please**',
      part: 'rootCause',
      path: 'rootCause.technical',
    });
    expect(comment).toEqual({
      id: comment.id,
      part: 'rootCause',
      path: 'rootCause.technical',
      parentId: null,
      text: 'Ask @[Ana](user:default/ana), **please**',
      mentions: ['user:default/ana'],
      createdBy: 'user:default/outsider',
      createdAt: comment.createdAt,
      editedAt: null,
      resolvedBy: null,
      resolvedAt: null,
      deletedAt: null,
    });
    expect((await listed()).items).toEqual([comment]);
  });

  it('are answered, once removed, and listed in pages', async () => {
    const first = await say('author', { text: 'First', part: 'summary' });
    const answer = await say('member', { text: 'Yes', parentId: first.id });
    const other = await say('member', { text: 'Another' });
    const page = await listed('?limit=2');
    expect(page).toMatchObject({
      totalItems: 3,
      items: [{ id: first.id }, { id: answer.id, parentId: first.id }],
    });
    const rest = await listed(`?limit=2&cursor=${page.pageInfo.nextCursor}`);
    expect(rest.items).toEqual([other]);
    expect((await listed('?part=summary')).items).toEqual([first]);

    const deeper = await plugin
      .as('author')
      .post(path, { text: 'And?', parentId: answer.id });
    expect(deeper.status).toBe(400);
    expect(deeper.body.error.issues[0].path).toBe('parentId');
  });

  it('are edited by whoever wrote them, and resolved by anybody', async () => {
    const comment = await say('author', { text: 'Is this so?' });
    const own = `${path}/${comment.id}`;
    const edited = await plugin
      .as('author')
      .patch(own, null, { text: 'Is this really so?' });
    expect(edited.body.text).toBe('Is this really so?');
    expect(edited.body.editedAt).not.toBeNull();
    const member = plugin.as('member');
    expect((await member.patch(own, null, { text: 'No' })).status).toBe(403);
    const resolved = await member.patch(own, null, { resolved: true });
    expect(resolved.body).toMatchObject({
      text: 'Is this really so?',
      resolvedBy: 'user:default/member',
    });
    const reopened = await member.patch(own, null, { resolved: false });
    expect(reopened.body).toMatchObject({ resolvedBy: null, resolvedAt: null });
    expect((await member.patch(own, null, {})).status).toBe(400);
    const answer = await say('member', { text: 'Yes', parentId: comment.id });
    const wrong = await member.patch(`${path}/${answer.id}`, null, {
      resolved: true,
    });
    expect(wrong.status).toBe(400);
  });

  it('leave their place, without the text, where they have answers', async () => {
    const comment = await say('author', { text: 'Wrong @user:default/ana' });
    const answer = await say('member', { text: 'Why?', parentId: comment.id });
    const own = `${path}/${comment.id}`;
    expect((await plugin.as('member').delete(own)).status).toBe(403);
    expect((await plugin.as('author').delete(own)).status).toBe(204);
    expect((await plugin.as('author').delete(own)).status).toBe(404);
    expect((await listed()).items).toMatchObject([
      { id: comment.id, text: null, mentions: [] },
      { id: answer.id },
    ]);
    await plugin.as('member').delete(`${path}/${answer.id}`);
    expect(await listed()).toMatchObject({ items: [], totalItems: 0 });
  });

  it('are of one postmortem only, and hidden with it', async () => {
    const comment = await say('author', { text: 'Here' });
    const { body: other } = await plugin
      .as('author')
      .post('/postmortems', { title: 'Another' });
    const elsewhere = `/postmortems/${other.key}/comments`;
    const author = plugin.as('author');
    for (const unknown of [comment.id, 'x', other.id]) {
      const wrong = `${elsewhere}/${unknown}`;
      expect((await author.patch(wrong, null, { resolved: true })).status).toBe(
        404,
      );
    }
    await author.delete(path.replace('/comments', ''));
    expect((await author.get(path)).status).toBe(404);
    expect((await author.post(path, { text: 'Still?' })).status).toBe(404);
  });

  it.each([
    [{ text: ' ' }, 'text'],
    [{ text: 'x', part: 'nowhere' }, 'part'],
    [{ text: 'x', createdBy: 'user:default/ana' }, 'createdBy'],
    [{ text: 'x'.repeat(20_001) }, 'text'],
    [{ text: 'x', parentId: '1' }, 'parentId'],
  ])('refuse %j', async (comment, field) => {
    const { status, body } = await plugin.as('author').post(path, comment);
    expect(status).toBe(400);
    expect(body.error.issues[0].path).toBe(field);
  });

  it('need the permission', async () => {
    const silent = await startPlugin({
      knex,
      policy: (permission: Permission) => ({
        result:
          permission.name === 'postmortem.comment'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const author = silent.as('author');
    expect((await author.post(path, { text: 'x' })).status).toBe(403);
    expect((await author.get(path)).status).toBe(200);
  });
});
