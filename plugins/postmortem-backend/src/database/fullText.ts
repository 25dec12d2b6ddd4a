import type { Knex } from 'knex';
import { isAnyOf, isPostgres } from './sql';
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

/** Texts, as `t`, with all that was searched for. */
function matchingTexts(
  knex: Knex,
  { table }: SearchedTexts,
  { words, phrases }: TextSearch,
): Knex.QueryBuilder {
  const texts = knex(`${table} as t`);
  withWords(knex, texts, table, words);
  const find = isPostgres(knex) ? 'strpos' : 'instr';
  for (const phrase of phrases) {
    texts.whereRaw(`${find}(' ' || t.words || ' ', ?) > 0`, [phrase]);
  }
  return texts;
}

/** What a search found. */
export class FoundTexts {
  /** Looks up what the texts belong to, where there are not too many. */
  static async find(
    knex: Knex,
    texts: SearchedTexts,
    q: string,
  ): Promise<FoundTexts> {
    const search = readTextSearch(q);
    if (!search) {
      return new FoundTexts(knex, texts, undefined, []);
    }
    const rows: Array<{ owner: string | number }> = await matchingTexts(
      knex,
      texts,
      search,
    )
      .select(`t.${texts.owner} as owner`)
      .limit(MAX_FOUND + 1);
    return new FoundTexts(
      knex,
      texts,
      search,
      rows.length > MAX_FOUND ? undefined : rows.map(({ owner }) => owner),
    );
  }

  readonly #knex: Knex;
  readonly #texts: SearchedTexts;
  readonly #search: TextSearch | undefined;
  readonly #owners: Array<string | number> | undefined;

  private constructor(
    knex: Knex,
    texts: SearchedTexts,
    search: TextSearch | undefined,
    owners: Array<string | number> | undefined,
  ) {
    this.#knex = knex;
    this.#texts = texts;
    this.#search = search;
    this.#owners = owners;
  }

  /**
   * Narrows a list to what was found. A page of many is made by going along
   * the list until it is full, and they are counted by going along the index.
   * PostgreSQL would choose one way for both, not knowing what it takes to
   * look into a text.
   *
   * @param column - what the texts belong to, in the list
   */
  narrow(
    list: Knex.QueryBuilder,
    column: string,
    { isCounted }: { isCounted: boolean },
  ): void {
    const knex = this.#knex;
    if (this.#owners) {
      list.where(isAnyOf(knex, column, this.#owners));
      return;
    }
    const owner = `t.${this.#texts.owner}`;
    const texts = matchingTexts(knex, this.#texts, this.#search!);
    if (isPostgres(knex) && !isCounted) {
      // What has an offset is not turned into a join.
      list.whereRaw('exists (? offset 0)', [
        texts.select(knex.raw('1')).whereRaw(`${owner} = ${column}`),
      ]);
    } else {
      list.whereIn(column, texts.select(owner));
    }
  }
}
