import {
  create,
  createRaw,
  HALF_A_CHARACTER,
  importing,
  patch,
  named,
  outcomeOf,
  startWithOne,
  type BadInput,
  type Running,
} from '../__testUtils__/badInput';
import { migratedDatabases } from '../__testUtils__/databases';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const MERGE_PATCH = 'application/merge-patch+json';
const MEBIBYTE = 1024 * 1024;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

const BODIES: BadInput[] = [
  ['JSON that breaks off', createRaw('{"title":'), 400, ['body']],
  ['no body', createRaw(''), 400, ['body']],
  ['a list', createRaw('[]'), 400, ['body']],
  ['null', createRaw('null'), 400, ['body']],
  ['a text', createRaw('"title"'), 400, ['body']],
  ['a patch that is a list', patch([]), 400, ['body']],
  ['half a character', createRaw(HALF_A_CHARACTER), 400, ['body']],
  ['2 MiB', create({ summary: 'x'.repeat(2 * MEBIBYTE) }), 413],
  ['another type', createRaw('title=x', 'application/x-yaml'), 415],
  ['a form', createRaw('title=x', 'application/x-www-form-urlencoded'), 415],
  ['another charset', createRaw('{}', 'application/json; charset=latin1'), 415],
  [
    'a patch as markdown',
    (client, { id }) =>
      client
        .send('patch', `/postmortems/${id}`, 'text/markdown', '# x')
        .set('If-Match', '"1"'),
    415,
  ],
  [
    'an unknown encoding',
    client =>
      client
        .send('post', '/postmortems', 'application/json', '{"title":"x"}')
        .set('Content-Encoding', 'bogus'),
    415,
  ],
  ['lists in lists', createRaw('['.repeat(100_000)), 400, ['body']],
  [
    'objects in objects',
    createRaw(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    400,
    ['a.a.a'],
  ],
  [
    '__proto__',
    createRaw('{"title":"x","__proto__":{"status":"closed"}}'),
    400,
    [''],
  ],
  [
    '__proto__ in a patch',
    (client, { id }) =>
      client
        .send(
          'patch',
          `/postmortems/${id}`,
          MERGE_PATCH,
          '{"impact":{"__proto__":{}}}',
        )
        .set('If-Match', '"1"'),
    400,
    ['impact'],
  ],
  [
    'constructor',
    create({ constructor: { prototype: {} } }),
    400,
    ['constructor'],
  ],
];

const IMPORTS: BadInput[] = [
  ['nothing', importing(' \n'), 400, ['body']],
  ['2 MiB', importing('x '.repeat(MEBIBYTE)), 413],
  ['a picture', importing(PNG), 400, ['body']],
  ['a binary file that is UTF-8', importing('PK\u0003\u0004\u0000'), 415],
  ['half a character', importing(HALF_A_CHARACTER), 400, ['body']],
  ['JSON', client => client.post('/import', { title: 'x' }), 415],
  ['no ref', importing('# x', '?entityRef=checkout'), 400, ['entityRef.0']],
  ['an unknown dryRun', importing('# x', '?dryRun=maybe'), 400, ['dryRun']],
];

describe.each(databases.each)('bodies on %s', id => {
  let running: Running;

  beforeAll(async () => {
    running = await startWithOne(await databases.init(id));
  });

  it.each(named([...BODIES, ...IMPORTS]))(
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
});
