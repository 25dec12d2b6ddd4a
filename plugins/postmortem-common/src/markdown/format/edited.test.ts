import { postmortemInputSchema } from '../../schema/postmortem';
import { read } from '../__testUtils__/read';

const HEAD = '---\nformat: backstage-postmortem/1\nstatus: published\n';

const document = (body: string, facts = '') =>
  read(`${HEAD}${facts}---\n\n# Outage\n\n${body}\n`);

describe('a document of the own format that somebody wrote or edited', () => {
  it('reads facts, texts and rows, and what it leaves out is as usual', () => {
    const result = document(
      `## Summary

It fell.

### A heading of one's own

More.

## Root cause

The pool was small.

### Contributing factors

- **process · review:** Nobody looked.

## Lessons

### Where we got lucky

- It was night.

## Timeline

| Time (UTC) | Kind | Event |
| --- | --- | --- |
| 2024-05-01 10:00 | detection | Alert \\| page |
|  | event | Somebody restarted it |

## Action items

- Make the pool larger
  - **Owner:** group:default/payments
  - **Due:** 2024-06-01
  - **Verification:** effective by user:default/ana
  - **Evidence:** No alert since.

## Follow-up

### Documentation

- [x] [Runbook](https://example.com/runbook)
- [ ] Diagram

## Communication

### External

- **2024-05-01 10:30 · status page:** We are looking into it.

## Links

- [Graph](https://example.com/graph)

## Notes

# Anything

## Summary`,
      'severity: SEV2\nincident:\n  startedAt: 2024-05-01T10:00:00Z\nentities:\n  - entityRef: component:default/shop\n    role: cause\n',
    );
    expect(result.status).toBe('published');
    expect(result.warnings).toEqual([]);
    expect(result.document).toMatchObject({
      title: 'Outage',
      severity: 'SEV2',
      incident: { startedAt: '2024-05-01T10:00:00.000Z' },
      entities: [{ entityRef: 'component:default/shop', role: 'cause' }],
      summary: "It fell.\n\n### A heading of one's own\n\nMore.",
      rootCause: {
        technical: 'The pool was small.',
        contributingFactors: [
          {
            kind: 'process',
            category: 'review',
            description: 'Nobody looked.',
          },
        ],
      },
      lessons: [{ kind: 'got_lucky', text: 'It was night.' }],
      timeline: [
        {
          at: '2024-05-01T10:00:00.000Z',
          kind: 'detection',
          text: 'Alert | page',
        },
        { at: null, kind: 'event', text: 'Somebody restarted it' },
      ],
      actionItems: [
        {
          title: 'Make the pool larger',
          term: 'short',
          ownerRef: 'group:default/payments',
          dueAt: '2024-06-01T00:00:00.000Z',
          verification: {
            verdict: 'effective',
            verifiedBy: 'user:default/ana',
            evidence: 'No alert since.',
          },
        },
      ],
      followUp: {
        documentation: [
          {
            title: 'Runbook',
            url: 'https://example.com/runbook',
            done: true,
          },
          { title: 'Diagram', url: null, done: false },
        ],
      },
      communications: [
        {
          audience: 'external',
          channel: 'status page',
          sentAt: '2024-05-01T10:30:00.000Z',
          text: 'We are looking into it.',
        },
      ],
      links: [{ title: 'Graph', url: 'https://example.com/graph' }],
      notes: '# Anything\n\n## Summary',
    });
  });

  it.each([
    ['a paragraph among rows', '## Timeline\n\nFirst this happened.'],
    [
      'a time that is none',
      '## Timeline\n\n| Time (UTC) | Kind | Event |\n|---|---|---|\n| noon | event | x |',
    ],
    ['an unknown label', '## Action items\n\n- Fix it\n  - **Cost:** 5'],
    [
      'an owner that is no ref',
      '## Action items\n\n- Fix it\n  - **Owner:** Ana Ruiz',
    ],
    [
      'a factor of no kind',
      '## Root cause\n\n### Contributing factors\n\n- It was old',
    ],
    ['a link without a target', '## Links\n\n- [Graph]()'],
    ['text before the sections', 'Some text.'],
  ])('keeps %s in the notes, with a warning', (_, body) => {
    const result = document(body);
    const words = body.match(/[A-Za-z]+/g)!;
    const last = words[words.length - 1];
    expect(result.document.notes).toContain(last);
    expect(result.warnings).toHaveLength(1);
  });

  it.each([
    ['an unknown field', 'owner: ana\n', 'ana'],
    ['a value that is none', 'visibility: secret\n', 'secret'],
    [
      'a time without a zone',
      'incident:\n  startedAt: yesterday\n',
      'yesterday',
    ],
  ])('keeps %s of the front matter in the notes', (_, facts, words) => {
    const result = document('## Summary\n\nIt fell.', facts);
    expect(result.document.notes).toContain(words);
    expect(result.warnings.join('\n')).toContain('is in the notes');
  });

  it('is no document of the format without its name', () => {
    const { document: read1 } = read(
      '---\nstatus: published\n---\n\n# T\n\n## Summary\n\nIt fell.\n',
    );
    expect(postmortemInputSchema.parse(read1).summary).toBe('It fell.');
    expect(read1.notes).toContain('published');
  });
});
