import { PostmortemInput, postmortemInputSchema } from '../schema';
import { postmortemHints } from './postmortemHints';
import type { HintOptions } from './types';

const LESSON_A = 'b1d3a6f0-4f6e-4c8a-9d53-2f1f0c6f8a01';
const LESSON_B = 'b1d3a6f0-4f6e-4c8a-9d53-2f1f0c6f8a02';

function hintsOf(input: Partial<PostmortemInput>, options?: HintOptions) {
  return postmortemHints(
    postmortemInputSchema.parse({ title: 'Checkout errors', ...input }),
    options,
  );
}

describe('postmortemHints', () => {
  it('has nothing to say of a document that is only begun', () => {
    expect(hintsOf({})).toEqual([]);
  });

  it('says where, why and what instead', () => {
    expect(hintsOf({ summary: 'The engineer forgot to drain it.' })).toEqual([
      {
        id: expect.stringMatching(/^blame:summary:[0-9a-z]+$/),
        rule: 'blame',
        path: 'summary',
        rowId: null,
        part: 'summary',
        start: 13,
        end: 19,
        quote: 'forgot',
        message: expect.stringContaining('Blame'),
        suggestion: expect.stringContaining('did not'),
      },
    ]);
  });

  it.each([
    ['an escape', 'The \\_old\\_ job: we should have stopped it.'],
    ['an entity', 'Retries &amp; time-outs: we should have tested them.'],
    ['emphasis', 'We **should** *have* tested it.'],
    ['an emoji', '🔥🔥 We should have tested it.'],
    ['an indented line', '- One queue\n  was full. We\n  should have seen it.'],
    ['a nested list', '1. a\n   - b\n     - We should have tested it.'],
    [
      'a table',
      '| When | What |\n| - | - |\n| 9 | We should have tested it. |',
    ],
    ['code', 'After `drain \\* --now` we should have tested it.'],
    ['Windows lines', 'A queue.\r\n\r\nWe should have tested it.\r\n'],
    ['several sentences', 'A. B? C! 3.5 e.g. Mr. X. We should have seen it.'],
  ])('quotes the source exactly behind %s', (_, summary) => {
    const [hint, ...others] = hintsOf({ summary });
    expect(others).toEqual([]);
    expect(hint.rule).toBe('counterfactual');
    expect(summary.slice(hint.start, hint.end)).toBe(hint.quote);
    expect(hint.quote.replace(/[*\s]+/g, ' ')).toBe('should have');
  });

  it.each([
    ['inline code', 'The log said `we should have tested it`.'],
    ['a code block', '```\nWe should have tested it.\n```'],
    ['a link', '[We should have tested it](https://example.com)'],
    ['a block quote', '> We should have tested it.'],
    ['a quotation', 'A reply said “we should have tested it”.'],
    ['a heading', '## We should have tested it'],
    ['words apart by code', 'We failed `twice` to test it.'],
    ['struck text', 'Found. ~~We should have tested it.~~'],
  ])('leaves %s alone', (_, summary) => {
    expect(hintsOf({ summary })).toEqual([]);
  });

  it('leaves what was sent to others alone', () => {
    expect(
      hintsOf({
        communications: [
          { audience: 'external', text: 'We should have tested it.' },
        ],
      }),
    ).toEqual([]);
  });

  it('keeps the id of a hint when its row or its sentence moves', () => {
    const first = { id: LESSON_A, kind: 'got_lucky', text: 'It rained.' };
    const second = {
      id: LESSON_B,
      kind: 'got_lucky',
      text: 'We should have tested it.',
    };
    const moved = { ...second, text: `It was dark. ${second.text}` };
    const [before] = hintsOf({ lessons: [first, second] as never });
    const [after] = hintsOf({ lessons: [moved, first] as never });
    expect(before.path).toBe('lessons.1.text');
    expect(after.path).toBe('lessons.0.text');
    expect(before.rowId).toBe(LESSON_B);
    expect(after.start).toBeGreaterThan(before.start);
    expect(after.id).toBe(before.id);
  });

  it('gives a repeat in the same field an id of its own', () => {
    const hints = hintsOf({
      summary: 'We forgot it. Then we forgot it again.',
    });
    expect(hints.map(({ quote }) => quote)).toEqual(['forgot', 'forgot']);
    expect(new Set(hints.map(({ id }) => id)).size).toBe(2);
  });

  it('gives the same hints for the same document, which it leaves as it is', () => {
    const input = {
      summary: 'Obviously we should have tested it. It was human error.',
      rootCause: { process: 'Ana ran it. @li approved.' },
      actionItems: [{ title: 'Look into it' }, { title: 'Be more careful' }],
    };
    const content = postmortemInputSchema.parse({ title: 'T', ...input });
    const copy = structuredClone(content);
    const options = { names: { 'user:default/ana': 'Ana Ruiz' } };
    const hints = postmortemHints(content, options);
    expect(hints.length).toBeGreaterThan(8);
    expect(postmortemHints(copy, options)).toEqual(hints);
    expect(content).toEqual(copy);
  });

  it('reads the categories of causes', () => {
    expect(
      hintsOf({
        rootCause: {
          contributingFactors: [
            { kind: 'human', category: 'Human error', description: 'A slip.' },
          ],
        },
      }).map(({ rule, path }) => [rule, path]),
    ).toEqual([['human-error', 'rootCause.contributingFactors.0.category']]);
  });

  it('points at the field that an action item lacks', () => {
    expect(
      hintsOf({ actionItems: [{ title: 'Cap retries', type: 'prevent' }] }).map(
        ({ rule, path, quote, end }) => [rule, path, quote, end],
      ),
    ).toEqual([
      ['no-owner', 'actionItems.0.ownerRef', '', 0],
      ['no-date', 'actionItems.0.dueAt', '', 0],
    ]);
  });
});

describe('names in causes', () => {
  const participants = [
    { entityRef: 'user:default/ana.ruiz', role: 'incident commander' },
    { entityRef: 'user:default/will', role: null },
    { entityRef: 'group:default/platform', role: null },
  ];
  const quotesOf = (process: string, options?: HintOptions) =>
    hintsOf({ participants, rootCause: { process } }, options)
      .filter(({ rule }) => rule === 'named-person')
      .map(({ quote }) => quote);

  it('offers the role that the document gives the person', () => {
    const [hint] = hintsOf({
      participants,
      rootCause: { process: 'It was run by Ana Ruiz at noon.' },
    });
    expect(hint.quote).toBe('Ana Ruiz');
    expect(hint.suggestion).toBe('“the incident commander”');
  });

  it('takes a name that is a word of English for a name only where it must be one', () => {
    expect(quotesOf('The job will start again.')).toEqual([]);
    expect(quotesOf('Will the job start again?')).toEqual([]);
    expect(quotesOf('It was run by Will at noon.')).toEqual(['Will']);
  });

  it('takes the name of a group for no person', () => {
    expect(quotesOf('Platform deployed the image.')).toEqual([]);
  });

  it('knows the names that the caller gives', () => {
    const names = { 'user:default/u1234': 'Bo Lind' };
    expect(quotesOf('The shell of Lind was open.')).toEqual([]);
    expect(quotesOf('The shell of Lind was open.', { names })).toEqual([
      'Lind',
    ]);
  });

  it('leaves names in the timeline and in what went well', () => {
    expect(
      hintsOf({
        participants,
        timeline: [{ text: 'Ana joins the call.' }],
        lessons: [{ kind: 'went_well', text: 'Ana had written a runbook.' }],
      }),
    ).toEqual([]);
  });

  it('refuses a name for what is no entity ref', () => {
    expect(() => hintsOf({}, { names: { ana: 'Ana' } })).toThrow(
      'missing or empty kind',
    );
  });
});
