import fc from 'fast-check';

/** Lines that are hard on anything that takes markdown apart. */
const FRAGMENTS = [
  '## Summary',
  '## Timeline',
  '### Technical',
  '# Title',
  '#### Deeper',
  '## Notes',
  'Summary\n---',
  'Root cause\n===',
  '```',
  '```sh\n# not a heading\n```',
  '~~~~ markdown verbatim\nx\n~~~~',
  '```markdown verbatim\nx\n```',
  '```json verbatim\n"x"\n```',
  '    indented code',
  '\ttab',
  '| a | b |\n| --- | --- |\n| 1 | 2 \\| 3 |',
  '| Time (UTC) | Kind | Event |',
  '- item',
  '- [x] done',
  '* star\n  * below',
  '1. first\n2. second',
  '10) tenth',
  '> quote',
  '---',
  '***',
  '<script>alert("x")</script>',
  '<!-- open',
  '<div>',
  '[ref]: https://example.com "t"',
  'see [ref] and [^1]',
  '[^1]: a note',
  '**Owner:** group:default/a',
  '**bold:**',
  '![image](https://example.com/a.png)',
  '[link](https://example.com/a_(b))',
  'https://example.com/path?q=1&r=2',
  'a | b \\| c',
  'trailing  ',
  'back\\',
  '&amp; &lt; &#x41;',
  'C#',
  'Über die Störung: Größe, déjà vu',
  '2026-11-24 10:15',
  ' — ',
  '',
  ' leading',
  'lorem `co``de` ipsum',
  'line\rreturn',
  '\u00a0',
  '\u2028',
  '🔥 fire',
  'format: backstage-postmortem/1',
  '---\ntitle: x\n---',
];

/** Markdown of any kind, with what breaks careless parsers. */
export const markdownText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
      { weight: 1, arbitrary: fc.lorem() },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain(parts =>
    fc.constantFrom('\n', '\n\n', ' ').map(separator => parts.join(separator)),
  )
  .map(text => text.split('\u0000').join(''));

/** Text that a row cannot do without. */
export const requiredText = markdownText.filter(text => text.trim() !== '');
