import type { JsonValue } from '@backstage/types';
import { mergeList } from './mergeList';
import { mergeText } from './mergeText';
import { conflictAt, stepInto, type Merged, type Place } from './place';
import { same } from './same';
import type { FieldShape, Fields, Row, Versions } from './shape';
import type { Conflict } from './types';

const isText = (value: JsonValue | undefined): value is string =>
  typeof value === 'string';

const isObject = (value: JsonValue | undefined): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function undecided(
  place: Place,
  kind: Conflict['kind'],
  versions: Versions,
): Merged {
  return {
    value: versions.mine,
    conflicts: [conflictAt(place, kind, versions)],
  };
}

function mergeTextField(versions: Versions, place: Place): Merged {
  const { base, mine, theirs } = versions;
  if (!isText(base) || !isText(mine) || !isText(theirs)) {
    return undecided(place, 'text', versions);
  }
  const merged = mergeText({ base, mine, theirs });
  return 'text' in merged
    ? { value: merged.text, conflicts: [] }
    : undecided(place, 'text', { base, ...merged });
}

/** Merges one field: what one side changed is changed. */
export function mergeField(
  shape: FieldShape,
  versions: Versions,
  place: Place,
): Merged {
  const { base, mine, theirs } = versions;
  if (same(mine, theirs) || same(base, theirs)) {
    return { value: mine, conflicts: [] };
  }
  if (same(base, mine)) {
    return { value: theirs, conflicts: [] };
  }
  if (shape.kind === 'value') {
    return undecided(place, 'value', versions);
  }
  if (shape.kind === 'text') {
    return mergeTextField(versions, place);
  }
  if (shape.kind === 'group') {
    return isObject(mine) && isObject(theirs)
      ? mergeFields(
          shape.fields,
          { base: isObject(base) ? base : {}, mine, theirs },
          place,
        )
      : undecided(place, 'value', versions);
  }
  // Teams that are null, the owners of the entities, are no list.
  return Array.isArray(mine) && Array.isArray(theirs)
    ? mergeList(
        shape,
        { base: Array.isArray(base) ? base : [], mine, theirs },
        place,
        mergeFields,
      )
    : undecided(place, 'value', versions);
}

/** Merges the fields of an object or a row; others stay as they are in mine. */
export function mergeFields(
  fields: Fields,
  { base, mine, theirs }: Versions<Row>,
  place: Place,
): Merged<Row> {
  const value: Row = { ...mine };
  const conflicts: Conflict[] = [];
  for (const [name, shape] of Object.entries(fields)) {
    const merged = mergeField(
      shape,
      { base: base[name], mine: mine[name], theirs: theirs[name] },
      stepInto(place, name, shape.label),
    );
    value[name] = merged.value;
    conflicts.push(...merged.conflicts);
  }
  return { value, conflicts };
}
