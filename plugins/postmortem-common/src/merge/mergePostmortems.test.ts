import { contentWith } from './__testUtils__/documents';
import { mergeInputs as merge } from './__testUtils__/mergeInputs';
import { mergePostmortems } from './mergePostmortems';

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
