import type { JsonValue } from '@backstage/types';
import equal from 'fast-deep-equal';
import type { PostmortemContent } from '../schema';
import { contentOf } from './contentOf';
import { keyedVersions } from './keys';
import { nameOf } from './mergeList';
import { stepInto, type Place } from './place';
import { POSTMORTEM_FIELDS } from './postmortemShape';
import { same } from './same';
import type { FieldShape, Fields, ListShape, Row } from './shape';

/**
 * One thing that differs between two versions of a postmortem.
 *
 * @public
 */
export interface Change {
  /** The place, such as `['lessons', '<id>', 'text']`. */
  steps: string[];
  /** The place in words, such as `['Lessons', 'Warm the cache', 'Text']`. */
  labels: string[];
  /**
   * - `text`: words, which can be compared one by one;
   * - `value`: a fact that was set, changed or cleared;
   * - `added`, `removed`: a row of a list;
   * - `reordered`: the rows of a list stand in another order.
   */
  kind: 'text' | 'value' | 'added' | 'removed' | 'reordered';
  /** `null` where there was nothing, and for `reordered`. */
  before: JsonValue;
  /** `null` where there is nothing, and for `reordered`. */
  after: JsonValue;
  /** What an added or removed row says, where it has fields of its own. */
  fields?: Change[];
}

function asRow(value: JsonValue | undefined): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

const asList = (value: JsonValue | undefined): JsonValue[] =>
  Array.isArray(value) ? value : [];

function changeAt(
  { steps, labels }: Place,
  kind: Change['kind'],
  before: JsonValue | undefined = null,
  after: JsonValue | undefined = null,
): Change {
  return { steps, labels, kind, before, after };
}

function changedRow(
  shape: ListShape,
  place: Place,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Change[] {
  const fields =
    shape.kind === 'set'
      ? []
      : changedFields(shape.fields, place, asRow(before), asRow(after));
  if (before !== undefined && after !== undefined) {
    return fields;
  }
  const kind = before === undefined ? 'added' : 'removed';
  const change = changeAt(place, kind, before, after);
  return [shape.kind === 'set' ? change : { ...change, fields }];
}

function changedRows(
  shape: ListShape,
  place: Place,
  before: JsonValue[],
  after: JsonValue[],
): Change[] {
  const { base: earlier, mine: later } = keyedVersions(shape, {
    base: before,
    mine: after,
    theirs: after,
  });
  const changes = [...new Set([...earlier.keys(), ...later.keys()])].flatMap(
    key => {
      const row = later.get(key) ?? earlier.get(key);
      const name = shape.kind === 'rows' ? nameOf(shape, row as Row) : '';
      return changedRow(
        shape,
        stepInto(place, key, name),
        earlier.get(key),
        later.get(key),
      );
    },
  );
  const stayed = [...earlier.keys()].filter(key => later.has(key));
  const order = [...later.keys()].filter(key => earlier.has(key));
  return equal(stayed, order)
    ? changes
    : [...changes, changeAt(place, 'reordered')];
}

function changedField(
  shape: FieldShape,
  place: Place,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Change[] {
  if (same(before, after)) {
    return [];
  }
  if (shape.kind === 'group') {
    return changedFields(shape.fields, place, asRow(before), asRow(after));
  }
  return shape.kind === 'text' || shape.kind === 'value'
    ? [changeAt(place, shape.kind, before, after)]
    : changedRows(shape, place, asList(before), asList(after));
}

function changedFields(
  fields: Fields,
  place: Place,
  before: Row,
  after: Row,
): Change[] {
  return Object.entries(fields).flatMap(([name, shape]) =>
    changedField(
      shape,
      stepInto(place, name, shape.label),
      before[name],
      after[name],
    ),
  );
}

/**
 * What differs between two versions of a postmortem, in the document's order,
 * for a person to read. What the server keeps (`status`, `version` and the
 * like) is not compared.
 *
 * @public
 */
export function changesBetween(
  before: PostmortemContent,
  after: PostmortemContent,
): Change[] {
  return changedFields(
    POSTMORTEM_FIELDS,
    { steps: [], labels: [] },
    contentOf(before),
    contentOf(after),
  );
}
