import {
  create,
  createRaw,
  NOBODY,
  patch,
  patchItem,
  named,
  outcomeOf,
  startWithOne,
  type BadInput,
  type Running,
} from '../__testUtils__/badInput';
import { migratedDatabases } from '../__testUtils__/databases';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const began = '2026-08-12T08:00:00Z';
const before = '2026-08-12T07:59:59.999Z';

const FIELDS: BadInput[] = [
  ['no title', createRaw('{}'), 400, ['title']],
  ['an empty title', create({ title: ' \n' }), 400, ['title']],
  ['a long title', create({ title: 'x'.repeat(501) }), 400, ['title']],
  ['a number for a text', create({ summary: 1 }), 400, ['summary']],
  ['an unknown field', create({ colour: 'red' }), 400, ['colour']],
  [
    'an unknown field inside',
    create({ impact: { size: 1 } }),
    400,
    ['impact.size'],
  ],
  ['an unknown field in a patch', patch({ colour: 'red' }), 400, ['colour']],
  [
    'an unknown field of an item',
    patchItem({ colour: 'red' }),
    400,
    ['colour'],
  ],
  ['an unknown severity', create({ severity: 'SEV9' }), 400, ['severity']],
  [
    'a property as a severity',
    create({ severity: 'toString' }),
    400,
    ['severity'],
  ],
  [
    'an unknown visibility',
    create({ visibility: 'secret' }),
    400,
    ['visibility'],
  ],
  [
    'an unknown method',
    create({ detection: { method: 'luck' } }),
    400,
    ['detection.method'],
  ],
  [
    'an unknown kind',
    create({ lessons: [{ kind: 'x', text: 'x' }] }),
    400,
    ['lessons.0.kind'],
  ],
  [
    'an unknown status of an item',
    patchItem({ status: 'later' }),
    400,
    ['status'],
  ],
  ['NUL', createRaw('{"title":"a\\u0000b"}'), 400, ['title']],
  ['NUL in a row', create({ tags: ['a\0'] }), 400, ['tags.0']],
  ['half a surrogate pair', createRaw('{"title":"\\ud800"}'), 400, ['title']],
  ['half a pair in a name', createRaw('{"title":"x","\\udfff":1}'), 400, ['']],
  [
    'a time without its zone',
    create({ incident: { startedAt: '2026-08-12T08:00:00' } }),
    400,
    ['incident.startedAt'],
  ],
  [
    'a day that there is not',
    create({ incident: { startedAt: '2026-02-30T08:00:00Z' } }),
    400,
    ['incident.startedAt'],
  ],
  [
    'a year of five digits',
    create({ incident: { startedAt: '+012026-01-01T00:00:00Z' } }),
    400,
    ['incident.startedAt'],
  ],
  [
    'a time beyond the last',
    create({ incident: { startedAt: '9999-12-31T23:59:59-05:00' } }),
    400,
    ['incident.startedAt'],
  ],
  [
    'a ref without a kind',
    create({ entities: [{ entityRef: 'checkout', role: 'cause' }] }),
    400,
    ['entities.0.entityRef'],
  ],
  [
    'a ref without a name',
    create({ entities: [{ entityRef: 'component:default/', role: 'cause' }] }),
    400,
    ['entities.0.entityRef'],
  ],
  [
    'a ref with a space',
    create({ participants: [{ entityRef: 'user:default/a b' }] }),
    400,
    ['participants.0.entityRef'],
  ],
  [
    'a user as a team',
    create({ teams: ['user:default/ana'] }),
    400,
    ['teams.0'],
  ],
  [
    'an entity twice',
    create({
      entities: [
        { entityRef: 'component:a', role: 'cause' },
        { entityRef: 'component:default/A', role: 'affected' },
      ],
    }),
    400,
    ['entities.1.entityRef'],
  ],
  [
    'an address that could run script',
    create({ links: [{ title: 'x', url: 'data:text/html,x' }] }),
    400,
    ['links.0.url'],
  ],
  [
    'minus one user',
    create({ impact: { usersAffected: -1 } }),
    400,
    ['impact.usersAffected'],
  ],
  [
    'half a user',
    create({ impact: { usersAffected: 0.5 } }),
    400,
    ['impact.usersAffected'],
  ],
  [
    'more users than numbers',
    createRaw('{"title":"x","impact":{"usersAffected":1e400}}'),
    400,
    ['impact.usersAffected'],
  ],
  [
    'no currency',
    create({ impact: { financial: { amount: 1 } } }),
    400,
    ['impact.financial.currency'],
  ],
  [
    'too many tags',
    create({ tags: Array.from({ length: 51 }, (_, n) => `${n}`) }),
    400,
    ['tags'],
  ],
  [
    'a row id twice',
    create({
      lessons: [
        { id: NOBODY, kind: 'got_lucky', text: 'x' },
        { id: NOBODY, kind: 'got_lucky', text: 'y' },
      ],
    }),
    400,
    ['lessons.1.id'],
  ],
  [
    'a row id of another',
    (client, { actionItemId }) =>
      client.post('/postmortems', {
        title: 'x',
        actionItems: [{ id: actionItemId, title: 'x' }],
      }),
    400,
    ['actionItems.0.id'],
  ],
  [
    'a relation to nothing',
    create({ related: [{ postmortemId: NOBODY, relation: 'related' }] }),
    400,
    ['related.0.postmortemId'],
  ],
  [
    'a relation to itself',
    (client, { id }) =>
      client.patch(`/postmortems/${id}`, 1, {
        related: [{ postmortemId: id, relation: 'related' }],
      }),
    400,
    ['related.0.postmortemId'],
  ],
  [
    'what the server keeps',
    patch({
      status: 'closed',
      version: 7,
      createdBy: 'user:default/eve',
      metrics: null,
    }),
    400,
    ['status', 'version', 'createdBy', 'metrics'],
  ],
  ['an author', create({ createdBy: 'user:default/eve' }), 400, ['createdBy']],
  [
    'the postmortem of an item',
    patchItem({ postmortemId: NOBODY }),
    400,
    ['postmortemId'],
  ],
  ['a title taken away', patch({ title: null }), 400, ['title']],
  [
    'several at once',
    create({ title: '', severity: 1, tags: 'x' }),
    400,
    ['title', 'severity', 'tags'],
  ],
  ...(
    [
      'detectedAt',
      'declaredAt',
      'acknowledgedAt',
      'mitigatedAt',
      'resolvedAt',
    ] as const
  ).map(
    (name): BadInput => [
      `${name} before the impact began`,
      create({ incident: { startedAt: began, [name]: before } }),
      400,
      [`incident.${name}`],
    ],
  ),
  [
    'a resolution before the mitigation',
    create({ incident: { mitigatedAt: began, resolvedAt: before } }),
    400,
    ['incident.resolvedAt'],
  ],
  [
    'a beginning moved behind the end',
    patch({ incident: { startedAt: '2026-08-12T09:30:00Z' } }),
    400,
    [
      'incident.detectedAt',
      'incident.declaredAt',
      'incident.acknowledgedAt',
      'incident.mitigatedAt',
    ],
  ],
];

describe.each(databases.each)('fields on %s', id => {
  let running: Running;

  beforeAll(async () => {
    running = await startWithOne(await databases.init(id));
  });

  it.each(named(FIELDS))('$what', async ({ send, status, paths }) => {
    expect(await outcomeOf(running, send)).toEqual({
      status,
      hasReason: true,
      paths,
      stored: false,
    });
  });
});
