import type { Sentence, Word } from './sentences';

/** One step of a phrase: the words that may stand there. */
interface Step {
  words: Set<string>;
  optional: boolean;
}

type Phrase = Step[];

/** Phrases by the words that they may begin with. */
export type Phrases = Map<string, Phrase[]>;

/** The words of a match: from the index `from` up to, not including, `to`. */
export interface Match {
  from: number;
  to: number;
}

function parsePhrase(notation: string): Phrase {
  return notation.split(' ').map(step => ({
    words: new Set(step.replace(/\?$/, '').split('|')),
    optional: step.endsWith('?'),
  }));
}

function firstWords(phrase: Phrase): string[] {
  const needed = phrase.findIndex(({ optional }) => !optional);
  const steps = needed === -1 ? phrase : phrase.slice(0, needed + 1);
  return steps.flatMap(({ words }) => [...words]);
}

/**
 * Phrases from their notation: words apart by spaces, `|` between words of
 * which one is wanted, `?` behind a word that may be missing.
 */
export function phrases(...notations: string[]): Phrases {
  const byFirstWord: Phrases = new Map();
  for (const phrase of notations.map(parsePhrase)) {
    for (const word of firstWords(phrase)) {
      byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), phrase]);
    }
  }
  return byFirstWord;
}

function endOfMatch(
  words: Word[],
  first: number,
  phrase: Phrase,
  at = first,
  step = 0,
): number | undefined {
  if (step === phrase.length) {
    return at > first ? at : undefined;
  }
  const word = words[at];
  const fits =
    word !== undefined &&
    phrase[step].words.has(word.text) &&
    (at === first || word.joined);
  return (
    (fits ? endOfMatch(words, first, phrase, at + 1, step + 1) : undefined) ??
    (phrase[step].optional
      ? endOfMatch(words, first, phrase, at, step + 1)
      : undefined)
  );
}

/**
 * Where the longest of the phrases that begin at a word ends; `undefined` when
 * none does.
 */
export function matchAt(
  words: Word[],
  at: number,
  wanted: Phrases,
): number | undefined {
  const ends = wanted
    .get(words[at]?.text)
    ?.flatMap(phrase => endOfMatch(words, at, phrase) ?? []);
  return ends?.length ? Math.max(...ends) : undefined;
}

/** Every place where one of the phrases stands, the longest one of each. */
export function findPhrases({ words }: Sentence, wanted: Phrases): Match[] {
  const matches: Match[] = [];
  words.forEach((_, from) => {
    const to = matchAt(words, from, wanted);
    if (to !== undefined) {
      matches.push({ from, to });
    }
  });
  return matches;
}
