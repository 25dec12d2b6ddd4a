import type { Sentence, Word } from './sentences';

/** One step of a phrase: the words that may stand there. */
interface Step {
  words: Set<string>;
  optional: boolean;
}

export interface Phrase {
  steps: Step[];
}

/** The words of a match: from the index `from` up to, not including, `to`. */
export interface Match {
  from: number;
  to: number;
}

/**
 * A phrase from its notation: words apart by spaces, `|` between words of
 * which one is wanted, `?` behind a word that may be missing.
 */
export function phrase(notation: string): Phrase {
  return {
    steps: notation.split(' ').map(step => ({
      words: new Set(step.replace(/\?$/, '').split('|')),
      optional: step.endsWith('?'),
    })),
  };
}

function endOfMatch(
  words: Word[],
  at: number,
  { steps }: Phrase,
  step: number,
  first: number,
): number | undefined {
  if (step === steps.length) {
    return at > first ? at : undefined;
  }
  const word = words[at];
  const fits =
    word !== undefined &&
    steps[step].words.has(word.text) &&
    (at === first || word.joined);
  return (
    (fits
      ? endOfMatch(words, at + 1, { steps }, step + 1, first)
      : undefined) ??
    (steps[step].optional
      ? endOfMatch(words, at, { steps }, step + 1, first)
      : undefined)
  );
}

/** Where a phrase that begins at a word ends; `undefined` when none does. */
export function matchAt(
  words: Word[],
  at: number,
  wanted: Phrase,
): number | undefined {
  return endOfMatch(words, at, wanted, 0, at);
}

/** Every place where one of the phrases stands, the longest one of each. */
export function findPhrases({ words }: Sentence, phrases: Phrase[]): Match[] {
  return words.flatMap((_, from) => {
    const ends = phrases.flatMap(wanted => matchAt(words, from, wanted) ?? []);
    return ends.length > 0 ? [{ from, to: Math.max(...ends) }] : [];
  });
}
