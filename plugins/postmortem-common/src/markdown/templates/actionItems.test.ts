import { read } from '../__testUtils__/read';

const actions = (text: string) =>
  read(`# T\n\n## Action items\n\n${text}\n`).document.actionItems;

describe('action items', () => {
  it.each([
    ['- Fix it', { title: 'Fix it', description: null, trackerUrl: null }],
    ['* [x] Fix it', { title: 'Fix it', status: 'done' }],
    [
      '1. Fix it (https://example.com/1)',
      {
        title: 'Fix it',
        trackerUrl: 'https://example.com/1',
        description: null,
      },
    ],
    [
      '- Fix [the pool](https://example.com/1) soon',
      {
        title: 'Fix the pool soon',
        trackerUrl: 'https://example.com/1',
        description: null,
      },
    ],
    [
      '- **Fix it**: because it leaks\n\n  and more',
      { title: 'Fix it', description: 'because it leaks\n\nand more' },
    ],
    [
      '- Fix it\n  - Owner: user:default/ana\n  - Due: 2024-06-01\n  - Priority: P1',
      {
        title: 'Fix it',
        ownerRef: 'user:default/ana',
        dueAt: '2024-06-01T00:00:00.000Z',
        priority: 'P1',
      },
    ],
    [
      '- Fix it (owner: group:default/a, due: 2024-06-01)',
      { ownerRef: 'group:default/a', dueAt: '2024-06-01T00:00:00.000Z' },
    ],
    ['Fix it one day.', { title: 'Fix it one day.' }],
    [
      '- Fix it\n  - Owner: Ana\n  - Due: next week',
      {
        ownerRef: null,
        dueAt: null,
        description: expect.stringContaining('Ana'),
      },
    ],
  ])('reads %j', (text, expected) => {
    expect(actions(text)).toMatchObject([expected]);
  });

  it('divides a title that is too long', () => {
    const sentence = 'Fix the pool of connections now. ';
    const [item] = actions(`- ${sentence.repeat(30)}`);
    expect(item.title).toBe(sentence.trim());
    expect(item.description).toBe(sentence.repeat(29).trim());
  });

  it('takes the term and the type from headings', () => {
    const { document } = read(`# T

## Action items

### Long term

- Divide the database

### Prevention

- Limit connections
`);
    expect(document.actionItems).toMatchObject([
      { title: 'Divide the database', term: 'long' },
      { title: 'Limit connections', term: 'short', type: 'prevent' },
    ]);
  });

  it('reads tables whatever their columns, and keeps what has no field', () => {
    expect(
      actions(`| # | What | Who | When | Ticket | Notes |
|---|------|-----|------|--------|-------|
| 1 | Fix \\| it | ana | 12 June 2024 | [T-1](https://example.com/T-1) | soon |
| 2 | Test it | | | n/a | |`),
    ).toMatchObject([
      {
        title: 'Fix | it',
        dueAt: '2024-06-12T00:00:00.000Z',
        trackerUrl: 'https://example.com/T-1',
        description: expect.stringContaining('Who: ana'),
      },
      { title: 'Test it', dueAt: null, trackerUrl: null },
    ]);
  });

  it('does not take "none" for work', () => {
    const { document } = read('# T\n\n## Action items\n\nNone.\n');
    expect(document.actionItems).toEqual([]);
    expect(document.notes).toContain('None.');
  });

  it('keeps more items than a document may have in the notes', () => {
    const rows = Array.from({ length: 503 }, (_, at) => `- item number${at}`);
    const { document, warnings } = read(
      `# T\n\n## Action items\n\n${rows.join('\n')}\n`,
    );
    expect(document.actionItems).toHaveLength(500);
    expect(document.notes).toContain('item number502');
    expect(warnings).toContain(
      'Only 500 action items fit; the rest is in the notes.',
    );
  });
});
