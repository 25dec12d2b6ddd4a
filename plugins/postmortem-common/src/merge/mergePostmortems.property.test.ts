import fc from 'fast-check';
import {
  applyEdits,
  concurrentEdits,
  baseDocument,
  placedEdit,
  Writer,
  type Edit,
} from './__testUtils__/edits';
import { wordsOf } from './__testUtils__/documents';
import { mergePostmortems } from './mergePostmortems';
import { resolveConflict } from './resolveConflict';

// On a busy machine a thousand runs may take longer than jest waits.
jest.setTimeout(60_000);
const RUNS = { numRuns: 1000 };

const without = (words: string[], others: string[]) => {
  const known = new Set(others);
  return words.filter(word => !known.has(word));
};

function countsOf(value: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(value)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** A word that stands in one place; the names of kinds stand in many. */
const isWritten = (word: string) => /^[bmt][0-9]+$/.test(word);

describe('mergePostmortems, of any edits', () => {
  it('gives the side that changed something', () => {
    fc.assert(
      fc.property(concurrentEdits, ({ base, mine }) => {
        expect(mergePostmortems(base, base, mine)).toEqual({
          merged: mine,
          conflicts: [],
        });
        expect(mergePostmortems(base, mine, base)).toEqual({
          merged: mine,
          conflicts: [],
        });
        expect(mergePostmortems(base, mine, mine)).toEqual({
          merged: mine,
          conflicts: [],
        });
      }),
      RUNS,
    );
  });

  it('loses no word that a side added', () => {
    fc.assert(
      fc.property(concurrentEdits, ({ base, mine, theirs }) => {
        const result = mergePostmortems(base, mine, theirs);
        const added = without(wordsOf([mine, theirs]), wordsOf(base));
        expect(without(added, wordsOf(result))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('loses no word that neither side took away', () => {
    fc.assert(
      fc.property(concurrentEdits, ({ base, mine, theirs }) => {
        const { merged } = mergePostmortems(base, mine, theirs);
        const gone = [mine, theirs].flatMap(side =>
          without(wordsOf(base), wordsOf(side)),
        );
        const kept = without(wordsOf(base).filter(isWritten), gone);
        expect(without(kept, wordsOf(merged))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('doubles no word and no row', () => {
    fc.assert(
      fc.property(concurrentEdits, ({ base, mine, theirs }) => {
        const { merged } = mergePostmortems(base, mine, theirs);
        const before = [base, mine, theirs].map(countsOf);
        const doubled = [...countsOf(merged)].filter(
          ([word, count]) =>
            isWritten(word) &&
            count > Math.max(...before.map(counts => counts.get(word) ?? 0)),
        );
        expect(doubled).toEqual([]);
        for (const list of ['lessons', 'timeline', 'actionItems'] as const) {
          const ids = merged[list].map(({ id }) => id);
          expect([...new Set(ids)]).toEqual(ids);
        }
      }),
      RUNS,
    );
  });

  it('says the same whoever of the two asks', () => {
    fc.assert(
      fc.property(concurrentEdits, ({ base, mine, theirs }) => {
        const one = mergePostmortems(base, mine, theirs);
        const other = mergePostmortems(base, theirs, mine);
        const byPath = (a: { path: string }, b: { path: string }) =>
          a.path < b.path ? -1 : 1;
        expect([...one.conflicts].sort(byPath)).toEqual(
          other.conflicts
            .map(({ mine: theirOwn, theirs: myOwn, label, ...rest }) => ({
              ...rest,
              label: expect.any(String),
              mine: myOwn,
              theirs: theirOwn,
            }))
            .sort(byPath),
        );
      }),
      RUNS,
    );
  });

  it('gives both the same document when they decide alike, with all that was chosen', () => {
    fc.assert(
      fc.property(concurrentEdits, ({ base, mine, theirs }) => {
        const decide = (
          result: ReturnType<typeof mergePostmortems>,
          choice: 'mine' | 'theirs',
        ) =>
          result.conflicts.reduce(
            (decided, { path }) => resolveConflict(decided, path, choice),
            result,
          );
        const one = decide(mergePostmortems(base, mine, theirs), 'theirs');
        const other = decide(mergePostmortems(base, theirs, mine), 'mine');
        expect(one.conflicts).toEqual([]);
        expect(one.merged).toEqual(other.merged);
        const theirWords = without(wordsOf(theirs), wordsOf(base));
        expect(without(theirWords, wordsOf(one.merged))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('mergePostmortems, of edits that do not touch', () => {
  it('makes all of them, without a conflict', () => {
    const apart = fc.uniqueArray(
      fc.record({ edit: placedEdit, isMine: fc.boolean() }),
      { maxLength: 12, selector: ({ edit }) => edit.target },
    );
    fc.assert(
      fc.property(baseDocument, apart, (base, edits) => {
        const of = (side: boolean): Edit[] =>
          edits.filter(({ isMine }) => isMine === side).map(e => e.edit);
        const mine = applyEdits(base, of(true), new Writer('m', 10_000));
        const theirs = applyEdits(base, of(false), new Writer('t', 20_000));
        expect(mergePostmortems(base, mine, theirs)).toEqual({
          merged: applyEdits(mine, of(false), new Writer('t', 20_000)),
          conflicts: [],
        });
      }),
      RUNS,
    );
  });
});
