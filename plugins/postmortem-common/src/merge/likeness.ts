import type { JsonValue } from '@backstage/types';

/** Half of the words in common, or more, make two rows versions of one. */
const ALIKE = 0.5;

function wordsOf(row: JsonValue): Set<string> {
  const words = new Set<string>();
  const collect = (value: JsonValue | undefined): void => {
    if (typeof value === 'string') {
      value
        .split(/\s+/)
        .filter(word => word !== '')
        .forEach(word => words.add(word.toLocaleLowerCase('en-US')));
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(collect);
    }
  };
  collect(row);
  return words;
}

/** The Sørensen-Dice coefficient of two sets of words, 0 to 1. */
function likeness(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter(word => b.has(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/**
 * Finds which rows are versions of which earlier rows, by the words that they
 * share: the most alike first, each row in one pair at most.
 *
 * @returns pairs of an index in `earlier` and an index in `later`.
 */
export function pairAlike(
  earlier: JsonValue[],
  later: JsonValue[],
): Array<[number, number]> {
  const earlierWords = earlier.map(wordsOf);
  const laterWords = later.map(wordsOf);
  const candidates = earlierWords
    .flatMap((from, i) =>
      laterWords.map((to, j) => ({ i, j, score: likeness(from, to) })),
    )
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (!pairs.has(i) && !taken.has(j)) {
      pairs.set(i, j);
      taken.add(j);
    }
  }
  return [...pairs];
}
