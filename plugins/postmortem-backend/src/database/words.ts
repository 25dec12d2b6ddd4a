import { deburr } from 'lodash';

/*
 * What texts and searches are made of. Both engines get these words, and cut
 * and fold nothing on their own, so that both find the same.
 */

// Nobody types more of a word, and PostgreSQL takes at most 2046 bytes of one.
const MAX_LENGTH = 128;

// PostgreSQL's tsvector holds less than 1 MiB of different words.
const MAX_BYTES = 2 ** 20 - 1;

/** Stands between runs of adjacent words; no word contains it. */
const BETWEEN_RUNS = ' | ';

const JOINT = /[-_.'’‐]/u;

// No longer than names are, so that the tails stay few.
const IDENTIFIER = /[\p{L}\p{N}]+(?:[-_.'’‐][\p{L}\p{N}]+){0,15}/gu;

// Scripts that put no spaces between words: each character is one.
const PART =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+/gu;

const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

function cut(word: string): string {
  return word.length > MAX_LENGTH
    ? Array.from(word.slice(0, 2 * MAX_LENGTH))
        .slice(0, MAX_LENGTH)
        .join('')
    : word;
}

function asWord(text: string): string {
  return cut(text.toLocaleLowerCase('en-US'));
}

/** What is left of each piece on, but for the first. */
function tailsOf(pieces: string[], joint: string): string[] {
  return pieces
    .slice(1)
    .map((_, index) => asWord(pieces.slice(index + 1).join(joint)));
}

/** Words that are written as one: `cache`, `10.2`, `ledger-db`, `OOMKilled`. */
export interface Identifier {
  /** In lower case and without accents. */
  words: string[];
  /** All of it as one word; null in scripts without spaces between words. */
  whole: string | null;
  /** As one word each, what begins behind a joint or at a hump. */
  tails: string[];
}

function identifierOf(text: string): Identifier {
  const joined = text.split(JOINT);
  const parts = joined.flatMap(each => each.match(PART)!);
  return {
    words: parts.map(asWord),
    whole: parts.length > joined.length ? null : asWord(joined.join('-')),
    tails: [
      // The last one is a word of its own.
      ...tailsOf(joined, '-').slice(0, -1),
      ...parts.flatMap(part => tailsOf(cut(part).split(HUMP), '')),
    ],
  };
}

/** The identifiers of a text, one by one. */
export function* identifiersOf(text: string): Generator<Identifier> {
  const plain = deburr(text.normalize('NFKD')).replace(/\p{M}/gu, '');
  for (const [found] of plain.matchAll(IDENTIFIER)) {
    yield identifierOf(found);
  }
}

/** Tells whether a word still fits; one that is there already always does. */
function budget(): (word: string) => boolean {
  const known = new Set<string>();
  let left = MAX_BYTES;
  return word => {
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
}

/**
 * What is found of texts: for each, its words as they follow each other, and
 * behind them the wholes and tails of its identifiers.
 *
 * Of texts with more than 1 MiB of different words, the last ones are left out.
 */
export function wordsOf(texts: string[]): string {
  const fits = budget();
  const runs: string[] = [];
  const compounds = new Set<string>();
  for (const text of texts) {
    const run: string[] = [];
    for (const { words, whole, tails } of identifiersOf(text)) {
      run.push(...words.filter(fits));
      if (whole && words.length > 1) {
        compounds.add(whole);
      }
      tails.forEach(tail => compounds.add(tail));
    }
    if (run.length > 0) {
      runs.push(run.join(' '));
    }
  }
  return [...runs, ...[...compounds].filter(fits)].join(BETWEEN_RUNS);
}
