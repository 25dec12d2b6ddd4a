import type { PostmortemContent } from '../schema';
import { contentWith, lessonRow, rowId } from './__testUtils__/documents';
import { mergeInputs as merge } from './__testUtils__/mergeInputs';

const A = lessonRow(1, 'to_improve', 'Warm the cache');
const B = lessonRow(2, 'went_well', 'Fast rollback');
const C = lessonRow(3, 'went_wrong', 'Late alert');
const D = lessonRow(4, 'got_lucky', 'A quiet hour');
const E = lessonRow(5, 'went_well', 'Calm calls');

const factor = (description: string, category: string | null = null) => ({
  kind: 'technical' as const,
  category,
  description,
});

describe('mergeList, rows with ids', () => {
  const lessons = ({ lessons: list }: PostmortemContent) =>
    list.map(({ text }) => text);

  it('merges what each side added, changed and deleted', () => {
    const { merged, conflicts } = merge({
      base: { lessons: [A, B, C] },
      mine: { lessons: [{ ...A, text: 'Warm every cache' }, B, C, D] },
      theirs: { lessons: [E, { ...A, kind: 'went_wrong' }, C] },
    });
    expect(merged.lessons).toEqual([
      E,
      { ...A, kind: 'went_wrong', text: 'Warm every cache' },
      C,
      D,
    ]);
    expect(conflicts).toEqual([]);
  });

  it('keeps a row that one side deleted and the other changed', () => {
    const changed = { ...A, text: 'Warm every cache' };
    const { merged, conflicts } = merge({
      base: { lessons: [A, B] },
      mine: { lessons: [B] },
      theirs: { lessons: [changed, B] },
    });
    expect(merged.lessons).toEqual([changed, B]);
    expect(conflicts).toEqual([
      {
        path: `lessons.${A.id}`,
        steps: ['lessons', A.id],
        label: 'Lessons › Warm every cache',
        kind: 'row',
        base: A,
        mine: null,
        theirs: changed,
      },
    ]);
  });

  it('names the row of a conflict in one short line', () => {
    const long = { ...A, text: `${'word '.repeat(11)}\nand some more` };
    const { conflicts } = merge({
      base: { lessons: [long] },
      mine: { lessons: [{ ...long, kind: 'went_well' }] },
      theirs: { lessons: [{ ...long, kind: 'went_wrong' }] },
    });
    expect(conflicts).toMatchObject([
      {
        path: `lessons.${A.id}.kind`,
        label: `Lessons › ${'word '.repeat(11)}and… › Kind`,
      },
    ]);
  });

  it('follows moves of both sides', () => {
    const { merged, conflicts } = merge({
      base: { lessons: [A, B, C, D] },
      mine: { lessons: [B, A, C, D] },
      theirs: { lessons: [A, B, D, C] },
    });
    expect(lessons(merged)).toEqual(
      lessons(contentWith({ lessons: [B, A, D, C] })),
    );
    expect(conflicts).toEqual([]);
  });

  it('keeps the rows that a side added together and after the same row', () => {
    const { merged } = merge({
      base: { lessons: [A, B] },
      mine: {
        lessons: [A, { ...C, id: rowId(12) }, { ...D, id: rowId(11) }, B],
      },
      theirs: { lessons: [B, A, { ...E, id: rowId(10) }] },
    });
    expect(lessons(merged)).toEqual([
      'Fast rollback',
      'Warm the cache',
      'Calm calls',
      'Late alert',
      'A quiet hour',
    ]);
  });

  it('adds a row once when a save arrived whose answer did not', () => {
    const item = {
      id: rowId(7),
      title: 'Cap retries',
      status: 'done' as const,
    };
    const { merged, conflicts } = merge({
      base: {},
      mine: { actionItems: [{ ...item, priority: 'P1' }] },
      theirs: {
        actionItems: [
          {
            ...item,
            postmortemId: rowId(99),
            completedAt: '2026-08-12T08:00:00.000Z',
          },
        ],
      },
    });
    expect(merged.actionItems).toMatchObject([
      {
        id: item.id,
        priority: 'P1',
        completedAt: '2026-08-12T08:00:00.000Z',
      },
    ]);
    expect(conflicts).toEqual([]);
  });

  it('knows an id in whatever case it is written', () => {
    const id = 'ABCDEF00-0000-4000-8000-000000000001';
    const { merged } = merge({
      base: {},
      mine: { lessons: [{ ...A, id }] },
      theirs: { lessons: [{ ...A, id: id.toLocaleLowerCase('en-US') }] },
    });
    expect(merged.lessons).toHaveLength(1);
  });

  it('keeps new rows that have no id yet', () => {
    const { id: _, ...fresh } = A;
    const { merged } = merge({
      base: { lessons: [B] },
      mine: { lessons: [B, fresh] },
      theirs: { lessons: [B, C] },
    });
    expect(lessons(merged).sort()).toEqual([
      'Fast rollback',
      'Late alert',
      'Warm the cache',
    ]);
  });

  it('asks for the role of an entity that both name', () => {
    const entityRef = 'component:default/checkout.web';
    const { merged, conflicts } = merge({
      base: {},
      mine: { entities: [{ entityRef, role: 'cause' }] },
      theirs: { entities: [{ entityRef, role: 'affected' }] },
    });
    expect(merged.entities).toEqual([{ entityRef, role: 'cause' }]);
    expect(conflicts).toMatchObject([
      {
        path: `entities.${entityRef}.role`,
        steps: ['entities', entityRef, 'role'],
        base: null,
        mine: 'cause',
        theirs: 'affected',
      },
    ]);
  });
});

describe('mergeList, rows without ids', () => {
  it('adds and removes tags, links and participants of both sides', () => {
    const link = (title: string) => ({ title, url: `https://x.test/${title}` });
    const person = (role: string) => ({ entityRef: 'user:default/ana', role });
    const { merged, conflicts } = merge({
      base: {
        tags: ['cache', 'old'],
        links: [link('a')],
        participants: [person('responder')],
      },
      mine: {
        tags: ['cache', 'mine'],
        links: [link('a'), link('b')],
        participants: [person('responder'), person('author')],
      },
      theirs: { tags: ['cache', 'old', 'theirs'], links: [], participants: [] },
    });
    expect(merged.tags).toEqual(['cache', 'mine', 'theirs']);
    expect(merged.links).toEqual([link('b')]);
    expect(merged.participants).toEqual([person('author')]);
    expect(conflicts).toEqual([]);
  });

  it('keeps equal factors apart', () => {
    const { merged } = merge({
      base: { rootCause: { contributingFactors: [factor('No alert')] } },
      mine: {
        rootCause: {
          contributingFactors: [factor('No alert'), factor('No alert')],
        },
      },
      theirs: {
        rootCause: {
          contributingFactors: [factor('Old runbook'), factor('No alert')],
        },
      },
    });
    expect(merged.rootCause.contributingFactors).toEqual([
      factor('Old runbook'),
      factor('No alert'),
      factor('No alert'),
    ]);
  });

  it('merges changes of neighbors, and of different fields of one', () => {
    const { merged, conflicts } = merge({
      base: {
        rootCause: {
          contributingFactors: [
            factor('The cache was cold'),
            factor('Nobody knew the runbook'),
          ],
        },
      },
      mine: {
        rootCause: {
          contributingFactors: [
            factor('The cache was cold after failover'),
            factor('Nobody knew the runbook'),
          ],
        },
      },
      theirs: {
        rootCause: {
          contributingFactors: [
            factor('The cache was cold', 'capacity'),
            factor('Nobody on call knew the runbook'),
          ],
        },
      },
    });
    expect(merged.rootCause.contributingFactors).toEqual([
      factor('The cache was cold after failover', 'capacity'),
      factor('Nobody on call knew the runbook'),
    ]);
    expect(conflicts).toEqual([]);
  });

  it('shows both lists, merged but for what clashes', () => {
    const { merged, conflicts } = merge({
      base: {
        rootCause: {
          contributingFactors: [
            factor('The cache was cold'),
            factor('No alert'),
          ],
        },
      },
      mine: {
        rootCause: {
          contributingFactors: [
            factor('The cache was cold and small'),
            factor('No alert'),
          ],
        },
      },
      theirs: {
        rootCause: { contributingFactors: [factor('The cache was very cold')] },
      },
    });
    expect(merged.rootCause.contributingFactors).toEqual([
      factor('The cache was cold and small'),
    ]);
    expect(conflicts).toMatchObject([
      {
        path: 'rootCause.contributingFactors',
        kind: 'value',
        mine: [factor('The cache was cold and small')],
        theirs: [factor('The cache was very cold')],
      },
    ]);
  });

  it('keeps a factor that one side removed and the other changed', () => {
    const { merged, conflicts } = merge({
      base: {
        rootCause: { contributingFactors: [factor('The cache was cold')] },
      },
      mine: { rootCause: { contributingFactors: [] } },
      theirs: {
        rootCause: { contributingFactors: [factor('The cache was very cold')] },
      },
    });
    expect(merged.rootCause.contributingFactors).toEqual([
      factor('The cache was very cold'),
    ]);
    expect(conflicts).toEqual([]);
  });
});
