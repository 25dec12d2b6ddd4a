import type { Knex } from 'knex';
import { isPostgres } from './sql';
import { identifiersOf } from './words';

/** Texts that can be searched, and what each belongs to. */
export interface SearchedTexts {
  table: string;
  owner: string;
}

export const POSTMORTEM_TEXTS: SearchedTexts = {
  table: 'postmortem_texts',
  owner: 'postmortem_number',
};

export const LESSON_TEXTS: SearchedTexts = {
  table: 'postmortem_lesson_texts',
  owner: 'lesson_id',
};

/**
 * As many as are counted of what is found: more would take the longer, the
 * more there are, and tell nobody anything.
 */
export const MAX_FOUND = 1_000;

/** What has to be in a text. */
export interface TextSearch {
  /** All of these: words as the index has them, or beginnings of such. */
  words: Array<{ word: string; isBeginning: boolean }>;
  /** And these, word after word. */
  phrases: string[];
}

// Of a single letter, every text has words that begin with it.
const MIN_BEGINNING = 2;

// A key is meant as it is: PM-1 is not the beginning of PM-12.
const KEY = /^pm-\d+$/;

const QUOTED_OR_NOT = /"([^"]*)("|$)|[^"]+/g;

function phraseOf(words: string[], isClosed: boolean): string {
  return ` ${words.join(' ')}${isClosed ? ' ' : ''}`;
}

/**
 * What somebody searches for who typed the text: all of the words, in any
 * order, each one or the beginning of one; in quotation marks, the words as
 * they follow each other. Nothing else is special, and nothing is an error.
 *
 * @returns undefined when there is no word in it.
 */
export function readTextSearch(q: string): TextSearch | undefined {
  const search: TextSearch = { words: [], phrases: [] };
  const add = (word: string, isBeginning: boolean) =>
    search.words.push({
      word,
      isBeginning: isBeginning && word.length >= MIN_BEGINNING,
    });
  const addPhrase = (words: string[], isClosed: boolean) => {
    words.forEach((word, index) =>
      add(word, !isClosed && index === words.length - 1),
    );
    if (words.length > 1) {
      search.phrases.push(phraseOf(words, isClosed));
    }
  };
  const straight = q.replace(/[“”„«»]/g, '"');
  for (const [text, quoted, end] of straight.matchAll(QUOTED_OR_NOT)) {
    if (quoted !== undefined) {
      const words = [...identifiersOf(quoted)].flatMap(each => each.words);
      addPhrase(words, end === '"');
    } else {
      for (const { words, whole } of identifiersOf(text)) {
        if (whole) {
          add(whole, !KEY.test(whole));
        } else {
          addPhrase(words, true);
        }
      }
    }
  }
  return search.words.length > 0 ? search : undefined;
}

/** Narrows `texts as t` to those with the words, by the index. */
function withWords(
  knex: Knex,
  texts: Knex.QueryBuilder,
  table: string,
  words: TextSearch['words'],
): void {
  // Words are letters, digits and hyphens: nothing in them ends a quotation.
  if (isPostgres(knex)) {
    const query = words
      .map(({ word, isBeginning }) => `'${word}'${isBeginning ? ':*' : ''}`)
      .join(' & ');
    texts.whereRaw('t.lexemes @@ ?::tsquery', [query]);
  } else {
    const query = words
      .map(({ word, isBeginning }) => `"${word}"${isBeginning ? ' *' : ''}`)
      .join(' AND ');
    texts.whereRaw(
      `t.rowid in (select rowid from ${table}_index where ${table}_index match ?)`,
      [query],
    );
  }
}

/** Narrows a list to what the text is found in. */
export function whereTextMatches(
  knex: Knex,
  list: Knex.QueryBuilder,
  column: string,
  { table, owner }: SearchedTexts,
  q: string,
): void {
  const search = readTextSearch(q);
  if (!search) {
    list.whereRaw('1 = 0');
    return;
  }
  const texts = knex(`${table} as t`).select(`t.${owner}`);
  withWords(knex, texts, table, search.words);
  const find = isPostgres(knex) ? 'strpos' : 'instr';
  for (const phrase of search.phrases) {
    texts.whereRaw(`${find}(' ' || t.words || ' ', ?) > 0`, [phrase]);
  }
  list.whereIn(column, texts);
}
