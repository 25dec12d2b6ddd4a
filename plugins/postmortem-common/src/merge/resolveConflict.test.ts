import { contentWith, lessonRow } from './__testUtils__/documents';
import { mergePostmortems } from './mergePostmortems';
import { resolveConflict } from './resolveConflict';

const A = lessonRow(1, 'to_improve', 'Warm the cache');
const B = lessonRow(2, 'went_well', 'Fast rollback');
const textPath = `lessons.${B.id}.text`;

/** One conflict each of a text, a row and the text of a row. */
function disputed() {
  const base = { summary: 'Base', lessons: [A, B] };
  return mergePostmortems(
    contentWith(base),
    contentWith({
      summary: 'Mine',
      impact: { usersAffected: 1 },
      lessons: [{ ...B, text: 'My rollback' }],
    }),
    contentWith({
      summary: 'Theirs',
      impact: { usersAffected: 2 },
      lessons: [
        { ...A, text: 'Warm all' },
        { ...B, text: 'Their rollback' },
      ],
    }),
  );
}

describe('resolveConflict', () => {
  it('decides one conflict and leaves the others and the merge given', () => {
    const before = disputed();
    const after = resolveConflict(before, 'summary', 'theirs');
    expect(after.merged.summary).toBe('Theirs');
    expect(after.conflicts.map(({ path }) => path).sort()).toEqual(
      ['impact.usersAffected', `lessons.${A.id}`, textPath].sort(),
    );
    expect(before).toEqual(disputed());
  });

  it.each([
    { choice: 'mine' as const, text: 'My rollback' },
    { choice: 'theirs' as const, text: 'Their rollback' },
    { choice: { text: 'Our rollback' }, text: 'Our rollback' },
  ])('sets the text of a row to $text', ({ choice, text }) => {
    const { merged } = resolveConflict(disputed(), textPath, choice);
    expect(merged.lessons).toEqual([
      { ...A, text: 'Warm all' },
      { ...B, text },
    ]);
  });

  it('deletes a row or keeps it', () => {
    const rowPath = `lessons.${A.id}`;
    const texts = (choice: 'mine' | 'theirs') =>
      resolveConflict(disputed(), rowPath, choice).merged.lessons.map(
        ({ text }) => text,
      );
    expect(texts('mine')).toEqual(['My rollback']);
    expect(texts('theirs')).toEqual(['Warm all', 'My rollback']);
  });

  it('keeps what was written since the merge', () => {
    const before = disputed();
    const { merged } = resolveConflict(
      {
        ...before,
        merged: { ...before.merged, notes: 'New', lessons: [B, A] },
      },
      textPath,
      'theirs',
    );
    expect(merged.notes).toBe('New');
    expect(merged.lessons).toEqual([{ ...B, text: 'Their rollback' }, A]);
  });

  it('brings a row back that was deleted since, when that is the choice', () => {
    const before = disputed();
    const emptied = { ...before, merged: { ...before.merged, lessons: [] } };
    expect(
      resolveConflict(emptied, `lessons.${A.id}`, 'theirs').merged.lessons,
    ).toEqual([{ ...A, text: 'Warm all' }]);
    expect(
      resolveConflict(emptied, `lessons.${A.id}`, 'mine').merged.lessons,
    ).toEqual([]);
    expect(resolveConflict(emptied, textPath, 'theirs').merged.lessons).toEqual(
      [],
    );
  });

  it('refuses a path without a conflict', () => {
    expect(() => resolveConflict(disputed(), 'notes', 'mine')).toThrow(
      'There is no conflict at notes',
    );
  });

  it('refuses a text for a number', () => {
    expect(() =>
      resolveConflict(disputed(), 'impact.usersAffected', { text: '3' }),
    ).toThrow(
      'The conflict at impact.usersAffected is not about text; choose mine or theirs',
    );
  });
});
