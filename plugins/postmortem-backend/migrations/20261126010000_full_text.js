// @ts-check
const { deburr } = require('lodash');

// As in src/database/words.ts at the time of this migration.
const MAX_LENGTH = 128;
const MAX_BYTES = 2 ** 20 - 1;
const JOINT = /[-_.'’‐]/u;
const IDENTIFIER = /[\p{L}\p{N}]+(?:[-_.'’‐][\p{L}\p{N}]+){0,15}/gu;
const PART =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** @typedef {{ lessons: Array<{ id: string, text: string }> }} Document */

const NOT_SEARCHED = new Set([
  'id',
  'postmortemId',
  'visibility',
  'kind',
  'term',
  'type',
  'audience',
  'relation',
  'verdict',
]);

// Documents may have 2 MiB each.
const BATCH = 50;

/** @param {string} word */
const cut = word =>
  word.length > MAX_LENGTH
    ? Array.from(word.slice(0, 2 * MAX_LENGTH))
        .slice(0, MAX_LENGTH)
        .join('')
    : word;

/** @param {string} text */
const asWord = text => cut(text.toLocaleLowerCase('en-US'));

/**
 * @param {string[]} pieces
 * @param {string} joint
 */
const tailsOf = (pieces, joint) =>
  pieces
    .slice(1)
    .map((_, index) => asWord(pieces.slice(index + 1).join(joint)));

/** @param {string[]} texts */
function wordsOf(texts) {
  /** @type {Set<string>} */
  const known = new Set();
  let left = MAX_BYTES;
  /** @param {string} word */
  const fits = word => {
    if (!known.has(word)) {
      const size = Buffer.byteLength(word);
      if (size > left) {
        return false;
      }
      left -= size;
      known.add(word);
    }
    return true;
  };
  /** @type {string[]} */
  const runs = [];
  /** @type {Set<string>} */
  const compounds = new Set();
  for (const text of texts) {
    const plain = deburr(text.normalize('NFKD')).replace(/\p{M}/gu, '');
    /** @type {string[]} */
    const run = [];
    for (const [found] of plain.matchAll(IDENTIFIER)) {
      const joined = found.split(JOINT);
      const parts = joined.flatMap(each => each.match(PART) ?? []);
      run.push(...parts.map(asWord).filter(fits));
      if (parts.length === joined.length && parts.length > 1) {
        compounds.add(asWord(joined.join('-')));
      }
      tailsOf(joined, '-')
        .slice(0, -1)
        .forEach(tail => compounds.add(tail));
      parts
        .flatMap(part => tailsOf(cut(part).split(HUMP), ''))
        .forEach(tail => compounds.add(tail));
    }
    if (run.length > 0) {
      runs.push(run.join(' '));
    }
  }
  return [...runs, ...[...compounds].filter(fits)].join(' | ');
}

/**
 * @param {any} value
 * @returns {string[]}
 */
function textsOf(value) {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(textsOf);
  }
  return Object.entries(value ?? {}).flatMap(([name, item]) =>
    NOT_SEARCHED.has(name) ? [] : textsOf(item),
  );
}

/**
 * @param {import('knex').Knex} knex
 * @param {(row: { number: number, document: Document }) => Promise<void>} each
 */
async function forDocuments(knex, each) {
  let last = 0;
  for (;;) {
    const rows = await knex('postmortems')
      .select('number', 'document')
      .where('number', '>', last)
      .orderBy('number')
      .limit(BATCH);
    for (const { number, document } of rows) {
      await each({ number, document: JSON.parse(document) });
    }
    if (rows.length < BATCH) {
      return;
    }
    last = rows[rows.length - 1].number;
  }
}

/** @param {import('knex').Knex} knex */
const isPostgres = knex => String(knex.client.config.client).includes('pg');

/**
 * @param {import('knex').Knex} knex
 * @param {string} table
 * @param {string} key
 */
async function createIndex(knex, table, key) {
  if (isPostgres(knex)) {
    // Of the words alone: no dictionary, and no parser that would take URLs or
    // version numbers apart as it sees fit.
    await knex.raw(
      `alter table ${table} add column lexemes tsvector generated always as
        (array_to_tsvector(string_to_array(replace(words, '| ', ''), ' '))) stored`,
    );
    await knex.raw(
      `create index ${table}_lexemes_idx on ${table} using gin (lexemes)`,
    );
    // Otherwise the planner knows nothing of the rows until the next vacuum.
    await knex.raw(`analyze ${table}`);
    return;
  }
  // Words come folded and apart: "ascii" parts them at nothing but spaces.
  await knex.raw(
    `create virtual table ${table}_index using fts5(
      words, content='${table}', content_rowid='${key}',
      tokenize="ascii tokenchars '-'", prefix='2 3', detail='none', columnsize=0)`,
  );
  await knex.raw(
    `insert into ${table}_index (${table}_index) values ('rebuild')`,
  );
  await knex.raw(
    `create trigger ${table}_insert after insert on ${table} begin
      insert into ${table}_index (rowid, words) values (new.${key}, new.words);
    end`,
  );
  await knex.raw(
    `create trigger ${table}_delete after delete on ${table} begin
      insert into ${table}_index (${table}_index, rowid, words)
        values ('delete', old.${key}, old.words);
    end`,
  );
}

/**
 * The words of postmortems and lessons, indexed for the search of lists:
 * tsvector with GIN on PostgreSQL, FTS5 on SQLite. Their rows are inserted and
 * deleted, and never updated. They take the place of search_text, in which the
 * lists looked row by row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const code = isPostgres(knex) ? 'text collate "C"' : 'text';
  await knex.schema.createTable('postmortem_texts', table => {
    table.comment('The words of all text of a postmortem');
    table
      .integer('postmortem_number')
      .notNullable()
      .primary()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.text('words').notNullable();
  });
  await knex.schema.createTable('postmortem_lesson_texts', table => {
    table.comment('The words of a lesson');
    table.increments('number');
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.specificType('lesson_id', code).notNullable().unique();
    table.text('words').notNullable();
    table.index(['postmortem_number']);
  });
  await forDocuments(knex, async ({ number, document }) => {
    await knex('postmortem_texts').insert({
      postmortem_number: number,
      words: wordsOf([`PM-${number}`, ...textsOf(document)]),
    });
    const lessons = document.lessons.map(({ id, text }, position) => ({
      postmortem_number: number,
      position,
      lesson_id: id,
      words: wordsOf([text]),
    }));
    if (lessons.length > 0) {
      await knex.batchInsert('postmortem_lesson_texts', lessons, 200);
    }
  });
  await createIndex(knex, 'postmortem_texts', 'postmortem_number');
  await createIndex(knex, 'postmortem_lesson_texts', 'number');

  // Not the schema builder: on SQLite it would copy the tables, and lose their
  // indexes on expressions.
  await knex.raw('alter table postmortems drop column search_text');
  await knex.raw('alter table postmortem_lessons drop column search_text');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['postmortems', 'postmortem_lessons']) {
    await knex.raw(
      `alter table ${table} add column search_text text not null default ''`,
    );
  }
  await forDocuments(knex, async ({ number, document }) => {
    await knex('postmortems')
      .where({ number })
      .update({
        search_text: textsOf(document).join('\n').toLocaleLowerCase('en-US'),
      });
    for (const { id, text } of document.lessons) {
      await knex('postmortem_lessons')
        .where({ id })
        .update({ search_text: text.toLocaleLowerCase('en-US') });
    }
  });
  for (const table of ['postmortem_texts', 'postmortem_lesson_texts']) {
    if (!isPostgres(knex)) {
      await knex.raw(`drop table ${table}_index`);
    }
    await knex.schema.dropTable(table);
  }
};
