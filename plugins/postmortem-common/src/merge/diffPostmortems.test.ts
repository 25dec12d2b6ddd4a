import fc from 'fast-check';
import { postmortemInputSchema, type PostmortemContent } from '../schema';
import { applyPatch } from './__testUtils__/applyPatch';
import { contentWith, lessonRow, rowId } from './__testUtils__/documents';
import { diffPostmortems } from './diffPostmortems';

const row = lessonRow(1, 'to_improve', 'Warm it');

const word = fc.constantFrom('alpha', 'beta', 'gamma');
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

const document: fc.Arbitrary<PostmortemContent> = fc
  .record({
    title: word,
    summary: maybe(word),
    severity: maybe(fc.constantFrom('SEV1', 'SEV2')),
    impact: fc.record({
      description: maybe(word),
      usersAffected: maybe(fc.nat(3)),
      financial: maybe(
        fc.record({
          amount: fc.nat(2),
          currency: fc.constantFrom('EUR', 'USD'),
        }),
      ),
    }),
    rootCause: fc.record({
      technical: maybe(word),
      trigger: maybe(
        fc.record({ category: maybe(word), description: maybe(word) }),
      ),
    }),
    teams: maybe(fc.subarray(['group:default/a', 'group:default/b'])),
    tags: fc.subarray(['a', 'b', 'c']),
    lessons: fc
      .array(word, { maxLength: 2 })
      .map(texts => texts.map((text, i) => ({ ...row, id: rowId(i), text }))),
  })
  .map(input => contentWith(input));

const patched = (before: PostmortemContent, patch: unknown) =>
  postmortemInputSchema.parse(applyPatch(before, patch));

/** The patch without one of its members, for each member at any depth. */
function partsLeftOut(patch: Record<string, any>): Record<string, any>[] {
  return Object.entries(patch).flatMap(([name, value]) => {
    const { [name]: _, ...rest } = patch;
    const isObject =
      typeof value === 'object' && value !== null && !Array.isArray(value);
    return [
      rest,
      ...(isObject
        ? partsLeftOut(value).map(inner => ({ ...patch, [name]: inner }))
        : []),
    ];
  });
}

const withTeams = ({ teams, ...rest }: PostmortemContent) => ({
  ...rest,
  teams: teams ?? null,
});

describe('diffPostmortems', () => {
  it('names what changed, by object and by whole list', () => {
    expect(
      diffPostmortems(
        contentWith({
          summary: 'Old',
          impact: { description: 'Kept', usersAffected: 5 },
          tags: ['a', 'b'],
          lessons: [row],
        }),
        contentWith({
          impact: { description: 'Kept', usersAffected: 6 },
          rootCause: { trigger: { description: 'A deploy' } },
          tags: ['a', 'b'],
          lessons: [row, { ...row, id: rowId(2) }],
        }),
      ),
    ).toEqual({
      summary: null,
      impact: { usersAffected: 6 },
      rootCause: { trigger: { description: 'A deploy' } },
      lessons: [row, { ...row, id: rowId(2) }],
    });
  });

  it('does not compare what the server keeps', () => {
    const content = contentWith();
    expect(
      diffPostmortems({ ...content, version: 1 } as PostmortemContent, content),
    ).toEqual({});
  });

  it('makes the one of the other', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const patch = diffPostmortems(before, after);
        expect(withTeams(patched(before, patch))).toEqual(withTeams(after));
      }),
      { numRuns: 1000 },
    );
  });

  it('says nothing that could be left out', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const patch = diffPostmortems(before, after);
        for (const less of partsLeftOut(patch)) {
          // A new object's required members cannot be left out at all.
          const result = postmortemInputSchema.safeParse(
            applyPatch(before, less),
          );
          expect(result.success && withTeams(result.data)).not.toEqual(
            withTeams(after),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
