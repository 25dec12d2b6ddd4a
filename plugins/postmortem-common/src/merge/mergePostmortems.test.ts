import type { PostmortemContent, PostmortemInput } from '../schema';
import { contentWith, rowId } from './__testUtils__/documents';
import { mergePostmortems } from './mergePostmortems';

type Versions = Record<'base' | 'mine' | 'theirs', Partial<PostmortemInput>>;

function merge({ base, mine, theirs }: Versions) {
  return mergePostmortems(
    contentWith(base),
    contentWith({ ...base, ...mine }),
    contentWith({ ...base, ...theirs }),
  );
}

const A = { id: rowId(1), kind: 'to_improve' as const, text: 'Warm the cache' };
const B = { id: rowId(2), kind: 'went_well' as const, text: 'Fast rollback' };
const C = { id: rowId(3), kind: 'went_wrong' as const, text: 'Late alert' };
const D = { id: rowId(4), kind: 'got_lucky' as const, text: 'A quiet hour' };
const E = { id: rowId(5), kind: 'went_well' as const, text: 'Calm calls' };

const factor = (description: string, category: string | null = null) => ({
  kind: 'technical' as const,
  category,
  description,
});

describe('mergePostmortems', () => {
  it('takes facts from the side that changed them', () => {
    const { merged, conflicts } = merge({
      base: { severity: 'SEV2', incident: { startedAt: null } },
      mine: { severity: 'SEV1' },
      theirs: {
        incident: { startedAt: '2026-08-12T08:00:00.000Z' },
        visibility: 'restricted',
      },
    });
    expect(merged).toMatchObject({
      severity: 'SEV1',
      visibility: 'restricted',
      incident: { startedAt: '2026-08-12T08:00:00.000Z' },
    });
    expect(conflicts).toEqual([]);
  });

  it('shows both versions of a fact and keeps mine', () => {
    const { merged, conflicts } = merge({
      base: { impact: { usersAffected: null } },
      mine: { impact: { usersAffected: 10 } },
      theirs: { impact: { usersAffected: 20 } },
    });
    expect(merged.impact.usersAffected).toBe(10);
    expect(conflicts).toEqual([
      {
        path: 'impact.usersAffected',
        steps: ['impact', 'usersAffected'],
        label: 'Impact › Users affected',
        kind: 'value',
        base: null,
        mine: 10,
        theirs: 20,
      },
    ]);
  });

  it('does not mix an amount with the currency of the other', () => {
    const { merged, conflicts } = merge({
      base: { impact: { financial: { amount: 5, currency: 'EUR' } } },
      mine: { impact: { financial: { amount: 7, currency: 'EUR' } } },
      theirs: { impact: { financial: { amount: 5, currency: 'USD' } } },
    });
    expect(merged.impact.financial).toEqual({ amount: 7, currency: 'EUR' });
    expect(conflicts.map(({ path }) => path)).toEqual(['impact.financial']);
  });

  it('merges the fields of a trigger that both describe first', () => {
    const { merged, conflicts } = merge({
      base: {},
      mine: { rootCause: { trigger: { category: 'deploy' } } },
      theirs: { rootCause: { trigger: { description: 'A new index' } } },
    });
    expect(merged.rootCause.trigger).toEqual({
      category: 'deploy',
      description: 'A new index',
    });
    expect(conflicts).toEqual([]);
  });

  it('leaves out what the server keeps', () => {
    const stored = { ...contentWith({ summary: 'One' }), version: 3, id: 'x' };
    const { merged } = mergePostmortems(stored, stored, stored);
    expect(merged).toEqual(contentWith({ summary: 'One' }));
  });

  it('takes an input that was emptied for an absent fact', () => {
    const base = contentWith();
    const { merged, conflicts } = mergePostmortems(
      base,
      { ...base, summary: '' },
      { ...base, summary: 'They wrote it' },
    );
    expect(merged.summary).toBe('They wrote it');
    expect(conflicts).toEqual([]);
  });

  it('asks when one side leaves the teams to the owners and the other names more', () => {
    const { merged, conflicts } = merge({
      base: { teams: ['group:default/a'] },
      mine: { teams: null },
      theirs: { teams: ['group:default/a', 'group:default/b'] },
    });
    expect(merged.teams).toBeNull();
    expect(conflicts).toMatchObject([{ path: 'teams', kind: 'value' }]);
  });
});

describe('mergePostmortems, rows with ids', () => {
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

describe('mergePostmortems, lists without ids', () => {
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
