import fc from 'fast-check';
import { cloneDeep, set } from 'lodash';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT } from '../__testUtils__/documents';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(120_000);

// The fields of a document that people write freely.
const TEXTS = new Set([
  'title',
  'summary',
  'description',
  'business',
  'category',
  'technical',
  'process',
  'humanFactors',
  'text',
  'outcome',
  'channel',
  'notes',
  'successCriterion',
]);

/** The path of every member of a value, itself left out. */
function pathsOf(value: unknown, parent: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]) => [
    [...parent, name],
    ...pathsOf(member, [...parent, name]),
  ]);
}

describe.each(databases.each)('any input on %s', id => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await startPlugin({ knex: await databases.init(id) });
  });

  it('scripts in texts are kept as they are, in JSON', async () => {
    const script = '<script>alert("x")</script>';
    const replaceTexts = (value: unknown, name = ''): unknown => {
      if (Array.isArray(value)) {
        return value.map(item => replaceTexts(item, name));
      }
      if (value !== null && typeof value === 'object') {
        return Object.fromEntries(
          Object.entries(value).map(([key, member]) => [
            key,
            replaceTexts(member, key),
          ]),
        );
      }
      return TEXTS.has(name) && typeof value === 'string' ? script : value;
    };
    const client = plugin.as('author');
    const input = replaceTexts(FULL_INPUT) as typeof FULL_INPUT;
    const created = await client.post('/postmortems', input);
    expect(created.status).toBe(201);
    const read = await client.get(`/postmortems/${created.body.key}`);
    expect(read.type).toBe('application/json');
    expect(read.body).toMatchObject(replaceTexts(read.body) as object);
    expect(JSON.stringify(read.body).split('<script>').length).toBe(
      JSON.stringify(input).split('<script>').length,
    );
  });

  it('any value anywhere in a document is stored or refused, never a 500', async () => {
    const paths = pathsOf(FULL_INPUT);
    const there = await plugin.as('author').post('/postmortems', FULL_INPUT);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.oneof(
          fc.jsonValue(),
          fc.string({ unit: 'binary' }),
          fc.double(),
          fc.constantFrom('__proto__', '2026-13-01', '\0', '\ud800', ''),
        ),
        async (path, value) => {
          const input = set(cloneDeep(FULL_INPUT), path, value);
          const created = await plugin.as('author').post('/postmortems', input);
          expect([201, 400]).toContain(created.status);
          const patched = await plugin
            .as('author')
            .patch(`/postmortems/${there.body.id}`, '*', { [path[0]]: value });
          expect([200, 400]).toContain(patched.status);
        },
      ),
      { numRuns: 100 },
    );
  });
});
