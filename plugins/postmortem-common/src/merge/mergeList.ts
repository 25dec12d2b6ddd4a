import type { JsonValue } from '@backstage/types';
import { keyedVersions, type Keyed } from './keys';
import { mergeOrder } from './mergeOrder';
import { conflictAt, stepInto, type Merged, type Place } from './place';
import { sameRow } from './same';
import type { Fields, ListShape, Row, RowsShape, Versions } from './shape';
import type { Conflict } from './types';

/** Merges the fields of a row, as those of an object. */
type MergeFields = (
  fields: Fields,
  versions: Versions<Row>,
  place: Place,
) => Merged<Row>;

const MAX_NAME_LENGTH = 60;

/** What a person knows a row by, cut to a line. */
export function nameOf(shape: RowsShape, row: Row): string {
  const name = String(row[shape.name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return name.length > MAX_NAME_LENGTH
    ? `${name.slice(0, MAX_NAME_LENGTH - 1).trimEnd()}…`
    : name;
}

function placeOf(
  shape: ListShape,
  key: string,
  row: JsonValue,
  list: Place,
): Place {
  return stepInto(
    list,
    key,
    shape.kind === 'rows' ? nameOf(shape, row as Row) : key,
  );
}

/**
 * Merges one row, which at least one side has now.
 *
 * @returns undefined when it was deleted.
 */
function mergeRow(
  shape: ListShape,
  { base, mine, theirs }: Versions,
  place: Place,
  mergeFields: MergeFields,
): Merged<JsonValue> | undefined {
  if (mine !== undefined && theirs !== undefined) {
    return shape.kind === 'set'
      ? { value: mine, conflicts: [] }
      : (mergeFields(
          shape.fields,
          {
            base: (base ?? {}) as Row,
            mine: mine as Row,
            theirs: theirs as Row,
          },
          place,
        ) as Merged<JsonValue>);
  }
  const value = (mine ?? theirs)!;
  if (base === undefined) {
    return { value, conflicts: [] };
  }
  if (
    shape.kind === 'set' ||
    sameRow(shape.fields, base as Row, value as Row)
  ) {
    return undefined;
  }
  return {
    value,
    conflicts: [conflictAt(place, 'row', { base, mine, theirs })],
  };
}

function mergeRows(
  shape: ListShape,
  lists: Versions<JsonValue[]>,
  place: Place,
  mergeFields: MergeFields,
): Merged<JsonValue[]> {
  const { base, mine, theirs } = keyedVersions(shape, lists);
  const merged: Keyed = new Map();
  const conflicts: Conflict[] = [];
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const versions = {
      base: base.get(key),
      mine: mine.get(key),
      theirs: theirs.get(key),
    };
    const row = mergeRow(
      shape,
      versions,
      placeOf(shape, key, (versions.mine ?? versions.theirs)!, place),
      mergeFields,
    );
    if (row) {
      merged.set(key, row.value);
      conflicts.push(...row.conflicts);
    }
  }
  const order = mergeOrder(
    {
      base: [...base.keys()],
      mine: [...mine.keys()],
      theirs: [...theirs.keys()],
    },
    new Set(merged.keys()),
  );
  return { value: order.map(key => merged.get(key)!), conflicts };
}

/**
 * Merges a list row by row. Rows without ids cannot be named in a conflict:
 * there the list is in conflict as a whole, both versions merged but for what
 * clashes, and a row that was deleted on one side and changed on the other stays.
 */
export function mergeList(
  shape: ListShape,
  lists: Versions<JsonValue[]>,
  place: Place,
  mergeFields: MergeFields,
): Merged<JsonValue[]> {
  const result = mergeRows(shape, lists, place, mergeFields);
  if (shape.kind === 'rows' || result.conflicts.length === 0) {
    return result;
  }
  const { value: theirs } = mergeRows(
    shape,
    { base: lists.base, mine: lists.theirs, theirs: lists.mine },
    place,
    mergeFields,
  );
  const clashes = result.conflicts.some(({ kind }) => kind !== 'row');
  return {
    value: result.value,
    conflicts: clashes
      ? [
          conflictAt(place, 'value', {
            base: lists.base,
            mine: result.value,
            theirs,
          }),
        ]
      : [],
  };
}
