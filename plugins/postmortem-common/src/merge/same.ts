import equal from 'fast-deep-equal';
import type { JsonValue } from '@backstage/types';
import type { Fields, Row } from './shape';

/** An absent fact is null, whether it is missing or an emptied input. */
function fact(value: JsonValue | undefined): JsonValue {
  return value === undefined || value === '' ? null : value;
}

/** Whether two values say the same. */
export function same(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  return equal(fact(a), fact(b));
}

/** Whether two rows say the same in the given fields. */
export function sameRow(fields: Fields, a: Row, b: Row): boolean {
  return Object.keys(fields).every(name => same(a[name], b[name]));
}
