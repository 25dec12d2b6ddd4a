import type { PostmortemInput } from 'backstage-plugin-postmortem-common';
import { mendForStorage } from './mendForStorage';
import { moveToNotes } from './moveToNotes';
import { parseContent } from './parseContent';

const severities = ['SEV1', 'SEV2'];

const mend = (input: PostmortemInput) =>
  mendForStorage(input, async each => parseContent(each, { severities }));

describe('moveToNotes', () => {
  it('moves rows from the last to the first, so that none is mistaken', () => {
    const { input } = moveToNotes({ title: 'T', tags: ['a', 'b', 'c', 'd'] }, [
      { path: 'tags.0', message: 'is wrong' },
      { path: 'tags.2', message: 'is wrong' },
    ]);
    expect(input).toMatchObject({ tags: ['b', 'd'], notes: 'c\n\na' });
  });

  it('ends a title that is too long at a word', () => {
    const title = `${'word '.repeat(120)}end`;
    const { input } = moveToNotes({ title }, [
      { path: 'title', message: 'is too long' },
    ]);
    expect(input.title).toBe('word '.repeat(100).trim());
    expect(input.notes).toBe(title);
  });
});

describe('mendForStorage', () => {
  it('leaves alone what can be stored', async () => {
    const { prepared, warnings } = await mend({ title: 'T', severity: 'SEV1' });
    expect(prepared).toMatchObject({ severity: 'SEV1', notes: null });
    expect(warnings).toEqual([]);
  });

  it('keeps in the notes what does not fit, and says so', async () => {
    const { prepared, warnings } = await mend({
      title: 'T',
      severity: 'SEV9',
      incident: {
        startedAt: '2026-05-01T10:00:00Z',
        resolvedAt: '2026-05-01T09:00:00Z',
      },
      entities: [
        { entityRef: 'component:default/a', role: 'cause' },
        { entityRef: 'component:default/a', role: 'affected' },
      ],
      actionItems: [{ title: 'Fix it', ownerRef: 'Ana Ruiz' }],
      notes: 'Before.',
    });
    expect(prepared).toMatchObject({
      severity: null,
      incident: { startedAt: '2026-05-01T10:00:00.000Z', resolvedAt: null },
      entities: [{ entityRef: 'component:default/a', role: 'cause' }],
      actionItems: [{ title: 'Fix it', ownerRef: null }],
    });
    expect(prepared.notes).toMatch(/^Before\./);
    expect(prepared.notes).toContain('SEV9');
    expect(prepared.notes).toContain('Ana Ruiz');
    expect(prepared.notes).toContain('2026-05-01T09:00');
    expect(warnings.map(warning => warning.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'severity',
        'incident.resolvedAt',
        'entities.1.entityRef',
        'actionItems.0.ownerRef',
      ]),
    );
  });

  it('passes on what is no matter of the fields', async () => {
    await expect(
      mendForStorage({ title: 'T' }, async () => {
        throw new Error('the database is away');
      }),
    ).rejects.toThrow('the database is away');
  });
});
