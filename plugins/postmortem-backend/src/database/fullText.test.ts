import {
  lessonQuerySchema,
  postmortemQuerySchema,
} from 'backstage-plugin-postmortem-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { MIGRATIONS, migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT, NOW, store } from '../__testUtils__/documents';
import { recordChange } from './changes';
import { columnsOf } from './columns';
import { MAX_FOUND } from './fullText';
import { LessonList } from './LessonList';
import { PostmortemList } from './PostmortemList';
import { PostmortemStore } from './PostmortemStore';
import { insertAll } from './sql';
import { wordsOf } from './words';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];
const MIGRATION = '20261126010000_full_text.js';

function finder(knex: Knex) {
  const list = new PostmortemList(knex, SEVERITIES);
  return async (q: string): Promise<string[]> => {
    const query = postmortemQuerySchema.parse({ q, orderBy: 'createdAt' });
    const page = await list.list(query, { now: NOW });
    expect(page.totalItems).toBe(page.items.length);
    return page.items.map(item => item.key);
  };
}

const CASES: Array<[name: string, q: string, found: number[]]> = [
  ['a word', 'failover', [1]],
  ['a word in any case', 'FailOver', [1]],
  ['a word in the title', 'checkout', [1, 2]],
  ['a word of an action item', 'saturation', [2]],
  ['a word of a lesson', 'rehearse', [1]],
  ['a word of the timeline', 'paged', [2]],
  ['the beginning of a word', 'rehea', [1]],
  ['not the middle of a word', 'hearse', []],
  ['a single letter, as a word', 'x', [3]],
  ['not a single letter that words begin with', 'f', []],
  ['several words in any order', 'errors checkout', [1]],
  ['several beginnings', 'err che', [1]],
  ['not one word of two', 'failover saturation', []],
  ['words of different fields', 'rehearse errors', [1]],
  ['a phrase', '"cache failover"', [1]],
  ['not a phrase in another order', '"failover cache"', []],
  ['not a phrase across fields', '"failover rehearse"', []],
  ['whole words in a phrase', '"cache failov"', []],
  ['a phrase that is being typed', '"cache failov', [1]],
  ['a phrase and a word', '"cache failover" check', [1]],
  ['a phrase in typographic quotes', '„cache failover“', [1]],
  ['an exact word in quotes', '"check"', []],
  ['an identifier', 'ledger-db', [1, 3]],
  ['an identifier with other joints', 'ledger_db', [1, 3]],
  ['half an identifier', 'ledger-d', [1, 3]],
  ['an identifier, while it is typed', 'ledger-', [1, 2, 3]],
  ['not words that are not joined', 'db-ledger', []],
  ['a part of an identifier', 'db', [1, 3]],
  ['an identifier in words', 'ledger db', [1, 3]],
  ['the end of an identifier', 'db-primary', [3]],
  ['an entity ref', 'component:default/ledger-db', [1]],
  ['a mixed-case name', 'OOMKilled', [2]],
  ['a mixed-case name in lower case', 'oomkilled', [2]],
  ['what begins at a hump', 'killed', [2]],
  ['what begins at a later hump', 'poolsize', [2]],
  ['a host name', 'db1.example.com', [3]],
  ['the end of a host name', 'example.com', [3]],
  ['a version', '10.2', [3]],
  ['not other digits', '102', []],
  ['the beginning of a hash', '3f2a9c1', [3]],
  ['an address', 'https://wiki.example.com/x/42', [3]],
  ['a key', 'pm-1', [1]],
  ['a key in capitals', 'PM-3', [2, 3]],
  ['a key and a word', 'PM-3 dns', [3]],
  ['not a key that others begin with', 'PM-9', []],
  ['umlauts', 'ÜBERTRAGUNG', [4]],
  ['umlauts without their dots', 'ubertragung', [4]],
  ['a sharp s', 'STRASSE', [4]],
  ['accents', 'montreal', [4]],
  ['a composed letter, decomposed', 'U\u0308bertragung', [4]],
  ['a full-width word', 'ＤＮＳ', [3]],
  ['Cyrillic', 'ОТКАЗ', [4]],
  ['Chinese', '故障', [4]],
  ['the middle of Chinese', '据库故', [4]],
  ['not Chinese in another order', '障故', []],
  ['an apostrophe', `ana's`, [4]],
  ['a typographic apostrophe', 'ana’s', [4]],
  ['a percentage', '100%', [3]],
  ['nothing but punctuation', '% " * - : !', []],
  ['an emoji', '🔥', []],
];

// What is syntax for FTS5, for tsquery or for SQL.
const SYNTAX = [
  '"',
  '""',
  '" "',
  '"""',
  `'`,
  `''`,
  `\\`,
  `'\\`,
  'failover"',
  'failover*',
  '*',
  '-failover',
  '!failover',
  'failover & | !',
  'words:failover',
  'postmortem_texts_index:x',
  'NEAR(cache failover, 2)',
  'cache NEAR failover',
  'cache AND',
  'NOT',
  'OR OR',
  '(cache',
  ')',
  '^cache',
  '{words} : cache',
  'cache <-> failover',
  'cache:*',
  'cache:A',
  '?',
  '??',
  ':name',
  '$1',
  `'; drop table postmortems; --`,
  '\u0001',
  '\ud800',
  'a'.repeat(199),
];

describe.each(databases.each)('the search of lists on %s', id => {
  async function filled(): Promise<Knex> {
    const knex = await databases.init(id);
    await store(knex, {
      title: 'Checkout errors after the cache failover',
      entities: [{ entityRef: 'component:default/ledger-db', role: 'cause' }],
      lessons: [
        { kind: 'to_improve', text: 'Rehearse it each month' },
        { kind: 'to_improve', text: 'Warm the ledger-db first' },
      ],
    });
    await store(knex, {
      title: 'Pods of checkout-api were OOMKilled',
      summary: 'As in PM-3, HikariPoolSize was too large for the ledger.',
      timeline: [{ text: 'Paged the owner' }],
      actionItems: [{ title: 'Fix', description: 'Measure the saturation' }],
    });
    await store(knex, {
      title: 'DNS of payments-ledger-db-primary',
      summary:
        'db1.example.com ran 10.2.1 at 100% since 3f2a9c1e77, see https://wiki.example.com/x/42',
    });
    await store(knex, {
      title: 'Die Übertragung zur Straße brach ab',
      summary: 'Montréal: отказ сети. 数据库故障。 Ana’s notes.',
    });
    await store(knex, { title: 'failover saturation x' }, { deletedAt: NOW });
    return knex;
  }

  it('finds words, beginnings, phrases and identifiers', async () => {
    const find = finder(await filled());
    for (const [name, q, found] of CASES) {
      expect([name, await find(q)]).toEqual([
        name,
        found.map(number => `PM-${number}`),
      ]);
    }
  });

  it('takes what is syntax elsewhere as text', async () => {
    const find = finder(await filled());
    for (const q of SYNTAX) {
      await expect(find(q)).resolves.toEqual(expect.any(Array));
    }
    expect(await find('-failover')).toEqual(['PM-1']);
    expect(await find('cache <-> failover')).toEqual(['PM-1']);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        async text => {
          fc.pre(text.trim() !== '' && !text.includes('\0'));
          await find(text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes along with the other filters', async () => {
    const knex = await filled();
    const list = new PostmortemList(knex, SEVERITIES);
    const keys = async (query: object, visible?: any) => {
      const page = await list.list(postmortemQuerySchema.parse(query), {
        now: NOW,
        visible,
      });
      expect(page.totalItems).toBe(page.items.length);
      return page.items.map(item => item.key);
    };
    const entityRef = ['component:default/ledger-db'];
    expect(await keys({ q: 'ledger-db', entityRef })).toEqual(['PM-1']);
    expect(await keys({ q: 'ledger', status: ['closed'] })).toEqual([]);
    expect(
      await keys(
        { q: 'ledger' },
        { property: 'entity', values: ['component:default/ledger-db'] },
      ),
    ).toEqual(['PM-1']);
  });

  it('counts no further than a thousand', async () => {
    const knex = await databases.init(id);
    const { number: _, ...one } = await store(knex, { title: 'because' });
    const more = Array.from({ length: MAX_FOUND }, (__, index) => index + 2);
    await knex.transaction(async trx => {
      const rowOf = (number: number) => ({
        ...columnsOf({ ...one, kept: { ...one.kept, id: randomUUID() } }),
        number,
      });
      await insertAll(trx, 'postmortems', more.map(rowOf));
      const texts = more.map(number => ({
        postmortem_number: number,
        words: 'because',
      }));
      await insertAll(trx, 'postmortem_texts', texts);
      await recordChange(trx);
    });
    const list = new PostmortemList(knex, SEVERITIES);
    const page = (query: object) =>
      list.list(postmortemQuerySchema.parse(query), { now: NOW });
    const all = { totalItems: MAX_FOUND, totalIsMinimum: true };
    const first = await page({ q: 'because', orderBy: 'createdAt' });
    expect(first).toMatchObject(all);
    expect(first.items.map(({ key }) => key)).toEqual(
      Array.from({ length: 20 }, (__, index) => `PM-${index + 1}`),
    );
    const { nextCursor: cursor } = first.pageInfo;
    const second = await page({ q: 'because', orderBy: 'createdAt', cursor });
    expect(second).toMatchObject(all);
    expect(second.items[0].key).toBe('PM-21');
    expect((await page({ q: '"because" zzz' })).items).toEqual([]);
    // One less, and it is all of them.
    await knex('postmortems').where({ number: 1 }).delete();
    await knex.transaction(recordChange);
    const fewer = await page({ q: 'because' });
    expect(fewer.items).toHaveLength(20);
    expect(fewer.totalItems).toBe(MAX_FOUND);
    expect(fewer.totalIsMinimum).toBeUndefined();
    const unsearched = await page({ limit: 1 });
    expect(unsearched.totalIsMinimum).toBeUndefined();
  });

  it('finds lessons', async () => {
    const lessons = new LessonList(await filled(), SEVERITIES);
    const find = async (q: string) => {
      const page = await lessons.list(lessonQuerySchema.parse({ q }), {
        now: NOW,
      });
      return page.items.map(item => item.text);
    };
    expect(await find('reh')).toEqual(['Rehearse it each month']);
    expect(await find('"warm the" ledger-d')).toEqual([
      'Warm the ledger-db first',
    ]);
    expect(await find('rehearse ledger')).toEqual([]);
    expect(await find('*')).toEqual([]);
  });

  it('finds lessons that come to an entity', async () => {
    const knex = await databases.init(id);
    const [upstream, own] = ['component:default/db', 'component:default/api'];
    await store(
      knex,
      {
        entities: [{ entityRef: upstream, role: 'cause' }],
        lessons: [
          { kind: 'to_improve', text: 'Warm the cache' },
          { kind: 'to_improve', text: 'Test the failover' },
        ],
      },
      { status: 'published' },
    );
    const page = await new LessonList(knex, SEVERITIES).list(
      lessonQuerySchema.parse({ q: 'fail' }),
      {
        now: NOW,
        reach: {
          scope: 'dependencies',
          entityRefs: [own],
          paths: [{ refs: [own, upstream] }],
          tags: [],
        },
      },
    );
    expect(page.items.map(item => item.text)).toEqual(['Test the failover']);
  });

  it('follows changes, deletion and restoring', async () => {
    const knex = await databases.init(id);
    const find = finder(knex);
    const postmortems = new PostmortemStore(knex);
    const change = async (changes: object) => {
      const idOrKey = 'PM-1';
      const before =
        (await postmortems.find({ idOrKey })) ??
        (await postmortems.find({ idOrKey, deleted: true }))!;
      await postmortems.transaction(trx =>
        postmortems.update(trx, before, {
          ...before,
          kept: { ...before.kept, version: before.kept.version + 1 },
          ...changes,
        }),
      );
    };
    const { content } = await store(knex, { title: 'Cold cache' });
    expect(await find('cold')).toEqual(['PM-1']);
    await change({ content: { ...content, title: 'Warm cache' } });
    expect(await find('cold')).toEqual([]);
    expect(await find('warm')).toEqual(['PM-1']);
    await change({ deletedAt: NOW });
    expect(await find('warm')).toEqual([]);
    await change({ deletedAt: null });
    expect(await find('warm')).toEqual(['PM-1']);
    await knex('postmortems').delete();
    expect(await knex('postmortem_texts')).toEqual([]);
    expect(await find('warm')).toEqual([]);
  });

  it('takes documents with more words than an index has room for', async () => {
    const knex = await databases.init(id);
    const find = finder(knex);
    const many = Array.from({ length: 200_000 }, (_, n) => `w${n}y`).join(' ');
    await store(knex, { title: 'First', summary: many, notes: 'last words' });
    await store(knex, { title: 'long', summary: 'x'.repeat(500_000) });
    await store(knex, { title: 'joints', summary: 'a-'.repeat(100_000) });
    expect(await find('first')).toEqual(['PM-1']);
    expect(await find('w7y')).toEqual(['PM-1']);
    expect(await find('w199999y')).toEqual([]);
    expect(await find('x'.repeat(150))).toEqual(['PM-2']);
    expect(await find('a-a-a')).toEqual(['PM-3']);
  });

  it('is filled by its migration as writes fill it, and goes away again', async () => {
    const knex = await filled();
    await store(knex, FULL_INPUT);
    const texts = async () => [
      await knex('postmortem_texts').orderBy('postmortem_number'),
      await knex('postmortem_lesson_texts')
        .orderBy(['postmortem_number', 'position'])
        .select('postmortem_number', 'position', 'lesson_id', 'words'),
    ];
    const written = await texts();
    const directory = MIGRATIONS;
    await knex.migrate.down({ directory, name: MIGRATION } as any);
    expect(await knex.schema.hasTable('postmortem_texts')).toBe(false);
    const row = await knex('postmortems').where({ number: 1 }).first();
    expect(row.search_text).toContain('checkout errors after the cache');
    const [lesson] = await knex('postmortem_lessons').orderBy('position');
    expect(lesson.search_text).toBe('rehearse it each month');

    await knex.migrate.up({ directory, name: MIGRATION } as any);
    expect(await texts()).toEqual(written);
    const find = finder(knex);
    expect(await find('oomk')).toEqual(['PM-2']);
    await knex('postmortems').where({ number: 2 }).delete();
    expect(await find('oomk')).toEqual([]);
  });
});

describe('wordsOf', () => {
  it('keeps words in their order, and adds wholes and tails once', () => {
    expect(wordsOf(['The ledger-db, ledger-db!', '', '–', 'HTTPServer'])).toBe(
      'the ledger db ledger db | httpserver | ledger-db | server',
    );
    expect(wordsOf(['a-b_c.d'])).toBe('a b c d | a-b-c-d | b-c-d | c-d');
    expect(wordsOf([])).toBe('');
  });

  it('cuts long words between letters, and never goes beyond its size', () => {
    expect(wordsOf(['𝔘'.repeat(200)])).toHaveLength(128);
    const many = Array.from({ length: 200_000 }, (_, n) => `word${n}`);
    const kept = new Set(wordsOf([many.join(' ')]).split(' '));
    expect(Buffer.byteLength([...kept].join(''))).toBeLessThan(2 ** 20);
    expect(kept.size).toBeGreaterThan(100_000);
  });
});
