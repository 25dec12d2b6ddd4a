import { decodeCursor, encodeCursor, queryFingerprint } from './keyset';
import type { SortKey } from './keyset';

const KEYS: SortKey[] = [
  { sql: 'a', direction: 'desc', type: 'string' },
  { sql: 'b', direction: 'desc', type: 'number' },
];

const QUERY = queryFingerprint('postmortems', { limit: 20 });

describe('cursors', () => {
  it('come back as they were', () => {
    const cursor = encodeCursor(['2026-11-24T10:15:00.000Z', 42], QUERY);
    expect(cursor).toMatch(/^[A-Za-z0-9_.-]+$/);
    expect(decodeCursor(cursor, QUERY, KEYS)).toEqual([
      '2026-11-24T10:15:00.000Z',
      42,
    ]);
  });

  it('go with any page size, but with no other query or list', () => {
    const cursor = encodeCursor(['x', 1], QUERY);
    const fingerprint = (list: string, query: object) =>
      queryFingerprint(list, query);
    expect(
      decodeCursor(cursor, fingerprint('postmortems', { limit: 5 }), KEYS),
    ).toEqual(['x', 1]);
    for (const other of [
      fingerprint('postmortems', { status: ['draft'] }),
      fingerprint('lessons', {}),
    ]) {
      expect(() => decodeCursor(cursor, other, KEYS)).toThrow(
        'start again without cursor',
      );
    }
  });

  it('are refused once any character of them is another', () => {
    const cursor = encodeCursor(['2026-11-24T10:15:00.000Z', 42], QUERY);
    for (let index = 0; index < cursor.length; index++) {
      const edited = `${cursor.slice(0, index)}${
        cursor[index] === 'A' ? 'B' : 'A'
      }${cursor.slice(index + 1)}`;
      expect(() => decodeCursor(edited, QUERY, KEYS)).toThrow(
        'start again without cursor',
      );
    }
  });

  it.each([
    ['another type', ['x', '1']],
    ['too few keys', ['x']],
    ['too many keys', ['x', 1, 2]],
    ['no whole number', ['x', 1.5]],
    ['a number that no column holds', ['x', 2 ** 31]],
  ])('are refused with %s, whatever their checksum says', (_, values) => {
    const cursor = encodeCursor(values, QUERY);
    expect(() => decodeCursor(cursor, QUERY, KEYS)).toThrow(
      'start again without cursor',
    );
  });

  it.each(['', '.', 'a.b.c', '💥', 'null', '%'])('are refused as %p', text => {
    expect(() => decodeCursor(text, QUERY, KEYS)).toThrow(
      'start again without cursor',
    );
  });
});
