import { compareWords } from './compareWords';

const document = (fields: object) => ({ title: 'Outage', ...fields });

describe('compareWords', () => {
  it('finds nothing where the words are the same', () => {
    expect(
      compareWords('# Outage\n\n## Summary\n\nIt was *down*.\n', {
        title: 'Outage',
        summary: 'It was **down**.',
      }),
    ).toEqual({ lost: [], invented: [] });
  });

  it('finds a word that is lost', () => {
    expect(
      compareWords('# Outage\n\nIt was not down.\n', {
        title: 'Outage',
        summary: 'It was down.',
      }),
    ).toEqual({ lost: ['not'], invented: [] });
  });

  it('finds a word that is invented', () => {
    expect(
      compareWords('# Outage\n\nIt was down.\n', {
        title: 'Outage',
        summary: 'It was never down.',
      }),
    ).toEqual({ lost: [], invented: ['never'] });
  });

  it('finds a sentence that stands twice in the source and once in the document', () => {
    expect(
      compareWords('# Outage\n\nIt fell.\n\nIt fell.\n', {
        title: 'Outage',
        summary: 'It fell.',
      }).lost,
    ).toEqual(['it', 'fell']);
  });

  it('finds a sentence that stands once in the source and twice in the document', () => {
    expect(
      compareWords('# Outage\n\nIt fell.\n', {
        title: 'Outage',
        summary: 'It fell.',
        notes: 'It fell.',
      }).invented,
    ).toEqual(['it', 'fell']);
  });

  it('does not take a copied title for a sentence of its own', () => {
    const source = 'The shop fell. We saw the shop.\n';
    const title = 'The shop fell';
    expect(
      compareWords(source, {
        title,
        summary: 'The shop fell. We saw the shop.',
      }),
    ).toEqual({ lost: [], invented: [] });
    expect(
      compareWords(source, { title, summary: 'The shop fell. We saw the' })
        .lost,
    ).toEqual(['shop']);
  });

  it('finds an owner, a link and a tag that nobody named', () => {
    expect(
      compareWords(
        '# Outage\n\n## Action items\n\n- Fix it\n',
        document({
          actionItems: [
            {
              title: 'Fix it',
              ownerRef: 'user:default/ana',
              trackerUrl: 'https://example.com/T-1',
            },
          ],
          tags: ['network'],
        }),
      ).invented.sort(),
    ).toEqual(['1', 'ana', 'com', 'example', 'https', 'network', 't']);
  });

  it('lets the stored form of a fact stand for its words, and for no others', () => {
    const source =
      '# Outage\n\nSeverity: SEV1\n\n## Timeline\n\n- 2024-05-01 10:00 UTC it fell\n';
    const stored = document({
      severity: 'SEV1',
      timeline: [{ at: '2024-05-01T10:00:00Z', text: 'it fell' }],
    });
    expect(compareWords(source, stored)).toEqual({
      lost: ['utc'],
      invented: [],
    });
  });

  it('lets a heading go whose part is there, and only then', () => {
    const source = '# Outage\n\n## Impact\n\nBig.\n';
    expect(
      compareWords(source, document({ impact: { description: 'Big.' } })).lost,
    ).toEqual([]);
    expect(compareWords(source, document({ summary: 'Big.' })).lost).toEqual([
      'impact',
    ]);
  });

  it('counts no list numbers and no check boxes', () => {
    expect(
      compareWords(
        '# Outage\n\n## Action items\n\n1. [x] Fix it\n2. [ ] Test it\n',
        document({
          actionItems: [
            { title: 'Fix it', status: 'done' },
            { title: 'Test it' },
          ],
        }),
      ),
    ).toEqual({ lost: [], invented: [] });
  });

  it('counts words in code, in links and in HTML', () => {
    expect(
      compareWords(
        '# Outage\n\n`kubectl` [log](https://a.example/x) <b>bold</b>\n',
        { title: 'Outage' },
      ).lost,
    ).toEqual([
      'kubectl',
      'log',
      'https',
      'a',
      'example',
      'x',
      'b',
      'bold',
      'b',
    ]);
  });

  it('reads character references and letters of any language', () => {
    expect(
      compareWords('# Gr&ouml;&szlig;e\n\nДа, caf&eacute;.\n', {
        title: 'Größe',
        summary: 'Да, café.',
      }),
    ).toEqual({ lost: [], invented: [] });
  });

  it('refuses a document that could not be stored', () => {
    expect(() => compareWords('x', { title: '' })).toThrow(/title/);
  });
});
