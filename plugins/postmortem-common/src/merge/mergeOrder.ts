import equal from 'fast-deep-equal';
import type { Versions } from './shape';

function positions(keys: string[]): Map<string, number> {
  return new Map(keys.map((key, index) => [key, index]));
}

/**
 * The order of what both sides have. Of each two rows, a side that swapped them
 * is followed; where such wishes go round in a circle, the row that is to stand
 * before more others comes first. Neither side is preferred.
 */
function sharedOrder({ base, mine, theirs }: Versions<string[]>): string[] {
  if (equal(mine, theirs)) {
    return mine;
  }
  const inBase = positions(base);
  const inMine = positions(mine);
  const inTheirs = positions(theirs);
  const isBefore = (at: Map<string, number>, a: string, b: string) =>
    at.get(a)! < at.get(b)!;
  const comesFirst = (a: string, b: string): boolean => {
    const wanted = isBefore(inMine, a, b);
    if (wanted === isBefore(inTheirs, a, b)) {
      return wanted;
    }
    return inBase.has(a) && inBase.has(b) ? !isBefore(inBase, a, b) : a < b;
  };
  const wins = new Map(mine.map(key => [key, 0]));
  mine.forEach((a, index) =>
    mine.slice(index + 1).forEach(b => {
      const first = comesFirst(a, b) ? a : b;
      wins.set(first, wins.get(first)! + 1);
    }),
  );
  const place = (key: string) => inBase.get(key) ?? Infinity;
  return [...mine].sort(
    (a, b) =>
      wins.get(b)! - wins.get(a)! ||
      (place(a) === place(b) ? 0 : place(a) - place(b)) ||
      (a < b ? -1 : 1),
  );
}

/** The rows that only one side has, each run by the shared row before it. */
function runsAfter(
  keys: string[],
  shared: Set<string>,
): Map<string | undefined, string[]> {
  const runs = new Map<string | undefined, string[]>();
  let before: string | undefined;
  for (const key of keys) {
    if (shared.has(key)) {
      before = key;
    } else {
      runs.set(before, [...(runs.get(before) ?? []), key]);
    }
  }
  return runs;
}

/**
 * The order of a merged list. Rows that one side moved are moved, and rows that
 * one side added stay after the row that they were added after, in one run.
 * When both sides added rows at the same place, the keys decide which run comes
 * first, so that the result is the same for both.
 *
 * @param lists - the keys of each version, in order
 * @param kept - the keys that the merged list has
 */
export function mergeOrder(
  { base, mine, theirs }: Versions<string[]>,
  kept: ReadonlySet<string>,
): string[] {
  const keptMine = mine.filter(key => kept.has(key));
  const keptTheirs = theirs.filter(key => kept.has(key));
  const inMine = new Set(keptMine);
  const shared = new Set(keptTheirs.filter(key => inMine.has(key)));
  const order = sharedOrder({
    base,
    mine: keptMine.filter(key => shared.has(key)),
    theirs: keptTheirs.filter(key => shared.has(key)),
  });
  const myRuns = runsAfter(keptMine, shared);
  const theirRuns = runsAfter(keptTheirs, shared);
  return [undefined, ...order].flatMap(key => [
    ...(key === undefined ? [] : [key]),
    ...[myRuns.get(key) ?? [], theirRuns.get(key) ?? []]
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .flat(),
  ]);
}
