import { parsePostmortemMarkdown } from './parsePostmortemMarkdown';

const SIZE = 64 * 1024;

const filled = (unit: string) =>
  unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);

// Each makes a parser, or a pattern, take the square of its length or worse.
const HARD: Array<[string, string]> = [
  ['brackets', filled('[')],
  ['links in one paragraph', filled('[a](b) ')],
  ['references in one paragraph', `[a]: b\n\n${filled('[a] ')}`],
  ['emphasis', filled('*a **b ')],
  ['code spans', filled('`a')],
  ['angle brackets', filled('<a ')],
  ['addresses', filled('a@b.c ')],
  ['quotes', filled('> ')],
  ['lines of one paragraph', filled('a: b\n')],
  ['nested lists', filled('- a\n  - b\n')],
  [
    'deep lists',
    Array.from({ length: 400 }, (_, at) => `${' '.repeat(at * 2)}- x`).join(
      '\n',
    ),
  ],
  ['labels', filled('**a:** b\n')],
  ['headings', filled('## Root caus analysiss of it\n\n')],
  ['underlined headings', filled('a\n-\n')],
  ['times', `## Timeline\n\n${filled('10:00 ')}`],
  ['digits', filled('1')],
  ['spaces', filled(' ')],
  ['spans', filled('from a to b and ')],
  ['a comment without end', `<!--${filled('a ')}`],
  ['front matter', `---\n${filled('a: b\n')}\n---\n\nx`],
  ['a table', `| a | b |\n|---|---|\n${filled('| [x](y) | `z` |\n')}`],
];

describe('large documents', () => {
  it.each(HARD)('keeps every word of %s', (_, markdown) => {
    const { input, warnings } = parsePostmortemMarkdown(markdown, {
      severities: ['SEV1'],
    });
    expect(input.title).not.toBe('');
    expect(warnings.join('\n')).not.toContain('found no place');
  });
});
