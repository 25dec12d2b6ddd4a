import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { FieldError } from '../errors';

/** One thing that a list is ordered by. */
export interface SortKey {
  /** SQL of the key, as it stands in the index; never text of a caller. */
  sql: string;
  direction: 'asc' | 'desc';
  type: 'string' | 'number';
}

export type KeyValue = string | number;

// The largest number that the databases' integer columns compare with.
const MAX_INTEGER = 2 ** 31 - 1;

function staleCursor(): FieldError {
  return new FieldError([
    {
      path: 'cursor',
      message:
        'is not one that this list gave for this query; start again without cursor',
    },
  ]);
}

function checksum(payload: string, query: string): string {
  return createHash('sha256')
    .update(`${payload}\n${query}`)
    .digest('base64url')
    .slice(0, 16);
}

/**
 * Turns the keys of the last row of a page into an opaque cursor. The
 * checksum ties it to the query: with another one it would skip rows
 * silently.
 */
export function encodeCursor(values: KeyValue[], query: string): string {
  const payload = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${payload}.${checksum(payload, query)}`;
}

/** @throws FieldError when the cursor is not one of this list and query. */
export function decodeCursor(
  cursor: string,
  query: string,
  keys: SortKey[],
): KeyValue[] {
  const [payload, sum, ...rest] = cursor.split('.');
  if (rest.length > 0 || sum !== checksum(payload, query)) {
    throw staleCursor();
  }
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    throw staleCursor();
  }
  if (
    !Array.isArray(values) ||
    values.length !== keys.length ||
    keys.some(({ type }, index) => typeof values[index] !== type) ||
    values.some(
      value =>
        typeof value === 'number' &&
        (!Number.isInteger(value) || Math.abs(value) > MAX_INTEGER),
    )
  ) {
    throw staleCursor();
  }
  return values;
}

/** Orders a query by the keys, the last of which must be unique. */
export function orderByKeys(query: Knex.QueryBuilder, keys: SortKey[]): void {
  query.orderByRaw(
    keys.map(({ sql, direction }) => `${sql} ${direction}`).join(', '),
  );
}

/** Keeps what comes after a row with these keys. */
export function afterKeys(
  query: Knex.QueryBuilder,
  keys: SortKey[],
  values: KeyValue[],
): void {
  const [first] = keys;
  if (keys.every(({ direction }) => direction === first.direction)) {
    // A comparison of rows, which both engines answer from an index.
    const operator = first.direction === 'asc' ? '>' : '<';
    query.whereRaw(
      `(${keys.map(({ sql }) => sql).join(', ')}) ${operator} (${keys
        .map(() => '?')
        .join(', ')})`,
      values,
    );
    return;
  }
  query.where(outer => {
    keys.forEach((key, index) => {
      outer.orWhere(inner => {
        keys.slice(0, index).forEach((equal, equalIndex) => {
          inner.whereRaw(`${equal.sql} = ?`, [values[equalIndex]]);
        });
        inner.whereRaw(`${key.sql} ${key.direction === 'asc' ? '>' : '<'} ?`, [
          values[index],
        ]);
      });
    });
  });
}

/** The part of a query that its cursors belong to. */
export function queryFingerprint(
  list: string,
  query: { cursor?: string; limit?: number },
): string {
  const { cursor, limit, ...rest } = query;
  return JSON.stringify([
    list,
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
