import { diff3MergeRegions } from 'node-diff3';
import equal from 'fast-deep-equal';
import type { Versions } from './shape';
import { settle } from './settle';

/** Beyond these, a comparison would hold up the page for a second or more. */
const MAX_LINES = 5000;
const MAX_EQUAL_PAIRS = 250_000;

/** One text when all changes fit together; else the version of each side. */
export type MergedText = { text: string } | { mine: string; theirs: string };

function countsOf(items: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}

/** Repeated lines, blank ones above all, are what comparing costs. */
function isComparable({ base, mine, theirs }: Versions<string[]>): boolean {
  const before = countsOf(base);
  return [mine, theirs].every(side => {
    const pairs = [...countsOf(side)].reduce(
      (sum, [line, count]) => sum + count * (before.get(line) ?? 0),
      0,
    );
    return (
      Math.max(base.length, side.length) <= MAX_LINES &&
      pairs <= MAX_EQUAL_PAIRS
    );
  });
}

function countWords(lines: string[]): Map<string, number> {
  return countsOf(
    lines.flatMap(line => line.split(/\s+/).filter(word => word !== '')),
  );
}

/**
 * Whether the words of a merged text are those that both sides left or wrote.
 * They are not when one side moved a passage and the other moved or changed it
 * too: then it would stand in both places, or in none.
 */
function addsUp(
  merged: string[],
  { base, mine, theirs }: Versions<string[]>,
  isClean: boolean,
): boolean {
  const before = countWords(base);
  const inMine = countWords(mine);
  const inTheirs = countWords(theirs);
  const inMerged = countWords(merged);
  const isDoubled = [...inMerged].some(([word, count]) => {
    const was = before.get(word) ?? 0;
    const added = (side: Map<string, number>) =>
      Math.max(0, (side.get(word) ?? 0) - was);
    return count > was + added(inMine) + added(inTheirs);
  });
  // Of a clean merge, what is missing was deleted, by each side elsewhere.
  const isLost =
    !isClean &&
    [...before.keys()].some(
      word => inMine.has(word) && inTheirs.has(word) && !inMerged.has(word),
    );
  return !isDoubled && !isLost;
}

/** Merges the changes that two sides made to a text, line by line. */
export function mergeText(texts: Versions<string>): MergedText {
  const toLines = (text: string) => text.split(/\r\n|\r|\n/);
  const lines = {
    base: toLines(texts.base),
    mine: toLines(texts.mine),
    theirs: toLines(texts.theirs),
  };
  const whole = { mine: texts.mine, theirs: texts.theirs };
  if (!isComparable(lines)) {
    return whole;
  }
  const regions = diff3MergeRegions(lines.mine, lines.base, lines.theirs).map(
    region => {
      if (region.stable) {
        return { settled: region.bufferContent };
      }
      const passage = {
        base: region.oContent,
        mine: region.aContent,
        theirs: region.bContent,
      };
      const settled = settle(passage);
      return settled ? { settled } : passage;
    },
  );
  const side = (name: 'mine' | 'theirs') =>
    regions.flatMap(region =>
      'settled' in region ? region.settled : region[name],
    );
  const mine = side('mine');
  const theirs = side('theirs');
  const isClean = equal(mine, theirs);
  if (!addsUp(mine, lines, isClean) || !addsUp(theirs, lines, isClean)) {
    return whole;
  }
  return isClean
    ? { text: mine.join('\n') }
    : { mine: mine.join('\n'), theirs: theirs.join('\n') };
}
