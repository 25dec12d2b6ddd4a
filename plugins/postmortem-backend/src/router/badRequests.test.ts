import {
  get,
  NOBODY,
  named,
  outcomeOf,
  startWithOne,
  type BadInput,
  type Running,
} from '../__testUtils__/badInput';
import { migratedDatabases } from '../__testUtils__/databases';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const PLACES: BadInput[] = [
  ...[
    NOBODY,
    'PM-999',
    'PM-0',
    'PM-99999999999',
    'PM-1e3',
    'nonsense',
    '%2e%2e',
    '%00',
    '💥',
  ].map((id): BadInput => [`the id ${id}`, get(`/postmortems/${id}`), 404]),
  ['an id of broken UTF-8', get('/postmortems/%E0%A4'), 400],
  [
    'a version that there is not',
    (client, { id }) => client.get(`/postmortems/${id}/revisions/2`),
    404,
  ],
  [
    'a version that is none',
    (client, { id }) => client.get(`/postmortems/${id}/revisions/x`),
    404,
  ],
  [
    'an item that there is not',
    client => client.patch(`/action-items/${NOBODY}`, null, { title: 'x' }),
    404,
  ],
  [
    'an item id that is none',
    client => client.patch('/action-items/%00', null, { title: 'x' }),
    404,
  ],
  ['a route that there is not', get('/nowhere'), 404],
  [
    'an unknown format',
    (client, { id }) => client.get(`/postmortems/${id}/export?format=pdf`),
    400,
    ['format'],
  ],
];

const QUERIES: BadInput[] = [
  ...['0', '101', '1e9', '-1', '1.5', 'abc', '', '0x10000'].map(
    (limit): BadInput => [
      `the limit "${limit}"`,
      get(`/postmortems?limit=${limit}`),
      400,
      ['limit'],
    ],
  ),
  ['a limit twice', get('/postmortems?limit=1&limit=2'), 400, ['limit']],
  ['an unknown parameter', get('/postmortems?color=red'), 400, ['color']],
  ['a parameter as an object', get('/postmortems?q[a]=b'), 400, ['q[a]']],
  ['__proto__', get('/postmortems?__proto__=x'), 400, ['']],
  [
    'too many whole documents',
    get('/postmortems?include=document&limit=21'),
    400,
    ['limit'],
  ],
  ['an unknown inclusion', get('/postmortems?include=x'), 400, ['include']],
  ['broken percent-encoding', get('/postmortems?q=%zz'), 400, ['q']],
  ['NUL', get('/postmortems?q=%00'), 400, ['q']],
  ['an empty search', get('/postmortems?q=%20'), 400, ['q']],
  ['an unknown status', get('/postmortems?status=gone'), 400, ['status.0']],
  ['an unknown order', get('/postmortems?orderBy=title'), 400, ['orderBy']],
  ['a day that is none', get('/postmortems?from=yesterday'), 400, ['from']],
  [
    'from behind to',
    get('/postmortems?from=2026-02-02&to=2026-02-01'),
    400,
    ['from'],
  ],
  [
    'a user as a team',
    get('/postmortems?teamRef=user:default/ana'),
    400,
    ['teamRef.0'],
  ],
  ['no ref', get('/lessons?entityRef=checkout'), 400, ['entityRef.0']],
  [
    'a scope that there is not',
    get('/lessons?scope=everything'),
    400,
    ['scope'],
  ],
  ...['dependencies', 'system', 'waiting'].map(
    (scope): BadInput => [
      `lessons of the scope ${scope} for nobody`,
      get(`/lessons?scope=${scope}`),
      400,
      ['scope'],
    ],
  ),
  [
    'a state that there is not',
    get('/action-items?state=late'),
    400,
    ['state'],
  ],
  ['an overview of nothing', get('/overview'), 400, ['entityRef']],
  [
    'an overview of both',
    get('/overview?entityRef=component:a&teamRef=group:b'),
    400,
    ['entityRef'],
  ],
  ...['/postmortems', '/action-items', '/lessons'].map(
    (path): BadInput => [
      `a cursor of nobody's, ${path}`,
      get(`${path}?cursor=W10.x`),
      400,
      ['cursor'],
    ],
  ),
  ['parameters of a route without', get('/postmortems/PM-1?x=1'), 400, ['x']],
];

const PRECONDITIONS: BadInput[] = [
  [
    'no If-Match',
    (client, { id }) => client.patch(`/postmortems/${id}`, null, {}),
    428,
  ],
  [
    'no version in If-Match',
    (client, { id }) => client.patch(`/postmortems/${id}`, '"x"', {}),
    400,
    ['If-Match'],
  ],
  [
    'an old version',
    (client, { id }) => client.patch(`/postmortems/${id}`, 7, {}),
    412,
  ],
  [
    'an old version to delete',
    (client, { id }) =>
      client.delete(`/postmortems/${id}`).set('If-Match', '"7"'),
    412,
  ],
  [
    'an old version of an item',
    (client, { actionItemId }) =>
      client.patch(`/action-items/${actionItemId}`, 7, {}),
    412,
  ],
  [
    'a step that there is not',
    (client, { id }) =>
      client.post(`/postmortems/${id}/transitions`, { to: 'gone' }),
    400,
    ['to'],
  ],
  [
    'a step too far',
    (client, { id }) =>
      client.post(`/postmortems/${id}/transitions`, { to: 'published' }),
    409,
  ],
  [
    'restoring what is not deleted',
    (client, { id }) => client.post(`/postmortems/${id}/restore`),
    409,
  ],
];

describe.each(databases.each)('requests on %s', id => {
  let running: Running;

  beforeAll(async () => {
    running = await startWithOne(await databases.init(id));
  });

  it.each(named([...PLACES, ...QUERIES, ...PRECONDITIONS]))(
    '$what',
    async ({ send, status, paths }) => {
      expect(await outcomeOf(running, send)).toEqual({
        status,
        hasReason: true,
        paths,
        stored: false,
      });
    },
  );

  it('a stale version gets the document as it is now', async () => {
    const { plugin, there } = running;
    const client = plugin.as('author');
    const current = await client.get(`/postmortems/${there.id}`);
    const answer = await client.patch(`/postmortems/${there.id}`, 99, {
      summary: 'x',
    });
    expect(answer.body).toMatchObject({
      error: { name: 'PreconditionFailedError' },
      current: current.body,
    });
  });

  it('a cursor with any character changed is refused', async () => {
    const client = running.plugin.as('author');
    await client.post('/postmortems', { title: 'Another' });
    const { body } = await client.get('/postmortems?limit=1');
    const cursor: string = body.pageInfo.nextCursor;
    for (const index of [0, 5, cursor.indexOf('.'), cursor.length - 1]) {
      const other = cursor[index] === 'A' ? 'B' : 'A';
      const edited = cursor.slice(0, index) + other + cursor.slice(index + 1);
      const answer = await client.get(`/postmortems?limit=1&cursor=${edited}`);
      expect([index, answer.status]).toEqual([index, 400]);
    }
    const other = await client.get(`/postmortems?q=x&cursor=${cursor}`);
    expect(other.status).toBe(400);
  });
});
