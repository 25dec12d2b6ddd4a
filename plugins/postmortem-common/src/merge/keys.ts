import type { JsonValue } from '@backstage/types';
import { pairAlike } from './likeness';
import type { ListShape, Row, Versions } from './shape';

/** A list's rows by what identifies them, in the list's order. */
export type Keyed = Map<string, JsonValue>;

/** The same text for equal values, in whatever order their members are. */
function contentKey(value: JsonValue): string {
  return JSON.stringify(value, (_, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(
          Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : member,
  );
}

function keyOf(shape: ListShape, row: JsonValue): string {
  if (shape.kind === 'rows') {
    const key = (row as Row)[shape.key];
    if (typeof key === 'string') {
      return key.toLocaleLowerCase('en-US');
    }
  }
  return contentKey(row);
}

/** Identifies the rows of a list; equal ones by their count, `key#2`. */
export function keyed(shape: ListShape, rows: JsonValue[]): Keyed {
  const counts = new Map<string, number>();
  return new Map(
    rows.map(row => {
      const key = keyOf(shape, row);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [count === 1 ? key : `${key}#${count}`, row];
    }),
  );
}

/** Gives the rows of `later` that are versions of earlier rows their keys. */
function knownByLikeness(earlier: Keyed, later: Keyed): Keyed {
  const gone = [...earlier].filter(([key]) => !later.has(key));
  const fresh = [...later].filter(([key]) => !earlier.has(key));
  const renamed = new Map(
    pairAlike(
      gone.map(([, row]) => row),
      fresh.map(([, row]) => row),
    ).map(([i, j]) => [fresh[j][0], gone[i][0]]),
  );
  return new Map(
    [...later].map(([key, row]) => [renamed.get(key) ?? key, row]),
  );
}

/** Identifies the rows of three versions of a list, alike in all three. */
export function keyedVersions(
  shape: ListShape,
  lists: Versions<JsonValue[]>,
): Versions<Keyed> {
  const base = keyed(shape, lists.base);
  const mine = keyed(shape, lists.mine);
  const theirs = keyed(shape, lists.theirs);
  return shape.kind === 'sequence'
    ? {
        base,
        mine: knownByLikeness(base, mine),
        theirs: knownByLikeness(base, theirs),
      }
    : { base, mine, theirs };
}
