import { diff3MergeRegions } from 'node-diff3';
import equal from 'fast-deep-equal';
import type { Versions } from './shape';
import { settle } from './settle';

/**
 * The most lines of a text that are compared. Beyond it a comparison would
 * hold up the page for seconds, so that the texts are left to a person.
 */
const MAX_LINES = 5000;

/** One text when all changes fit together; else the version of each side. */
export type MergedText = { text: string } | { mine: string; theirs: string };

function countWords(lines: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const word of line.split(/\s+/).filter(part => part !== '')) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Whether a word is there more often than both sides together wrote it. */
function hasDoubled(
  merged: string[],
  { base, mine, theirs }: Versions<string[]>,
): boolean {
  const before = countWords(base);
  const inMine = countWords(mine);
  const inTheirs = countWords(theirs);
  return [...countWords(merged)].some(([word, count]) => {
    const was = before.get(word) ?? 0;
    const added = (side: Map<string, number>) =>
      Math.max(0, (side.get(word) ?? 0) - was);
    return count > was + added(inMine) + added(inTheirs);
  });
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
  if (Object.values(lines).some(({ length }) => length > MAX_LINES)) {
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
  // A passage that one side moved and the other changed, or that both moved,
  // would stand in both places.
  if (hasDoubled(mine, lines) || hasDoubled(theirs, lines)) {
    return whole;
  }
  return equal(mine, theirs)
    ? { text: mine.join('\n') }
    : { mine: mine.join('\n'), theirs: theirs.join('\n') };
}
