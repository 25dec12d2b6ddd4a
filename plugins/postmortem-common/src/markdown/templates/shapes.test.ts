import { entries, lessons, read, titles } from '../__testUtils__/read';

describe('shapes of markdown', () => {
  it('reads headings that are underlined, numbered or at the wrong level', () => {
    const result = read(`Mail was late
=============

1. Sumary
---------

Mail was late for a day.

#### 2) Root-Cause

A queue was full.

# 3. LESSONS LEARNT:

- Watch queues

###### 4. Action Itmes

* Alert on queue length
`);
    expect(result.document).toMatchObject({
      title: 'Mail was late',
      summary: 'Mail was late for a day.',
      rootCause: { technical: 'A queue was full.' },
    });
    expect(lessons(result)).toEqual(['to_improve: Watch queues']);
    expect(titles(result)).toEqual(['Alert on queue length']);
  });

  it('reads labels in bold where there are no headings', () => {
    const result = read(`**Postmortem: printer jam**

**Summary:** The printer jammed.

**Impact**

Nobody could print.

**Root cause** - a staple.

**Action items**

1. Remove staples
2. Buy a second printer
`);
    expect(result.document).toMatchObject({
      summary: 'The printer jammed.',
      impact: { description: 'Nobody could print.' },
      rootCause: { technical: 'a staple.' },
    });
    expect(titles(result)).toEqual(['Remove staples', 'Buy a second printer']);
  });

  it('takes no heading out of a fence', () => {
    const fence = '```sh\n# Summary\n## Timeline\nkubectl get pods\n```';
    const result = read(`# T\n\n## Resolution\n\nWe ran:\n\n${fence}\n`);
    expect(result.document.resolution.description).toBe(`We ran:\n\n${fence}`);
    expect(result.document.summary).toBeNull();
  });

  it('reads files of other systems', () => {
    const result = read(
      '\uFEFF# Störung der Bezahlung\r\n\r\n## Summary\r\n\r\nÜber die Größe: déjà vu.\r\n\r\n## Action items\r\n\r\n- Prüfen\r\n',
    );
    expect(result.document).toMatchObject({
      title: 'Störung der Bezahlung',
      summary: 'Über die Größe: déjà vu.',
    });
    expect(titles(result)).toEqual(['Prüfen']);
  });

  it('reads front matter in TOML', () => {
    const result = read(`+++
title = "Cache lost"
severity = "SEV2"
start_time = 2024-05-01T10:00:00Z
+++

The cache was lost and everything was slow.
`);
    expect(result.document).toMatchObject({
      title: 'Cache lost',
      severity: 'SEV2',
      incident: { startedAt: '2024-05-01T10:00:00.000Z' },
      summary: 'The cache was lost and everything was slow.',
    });
  });

  it('reads what it can of broken front matter, and keeps all of it', () => {
    const result = read(`---
title: Cache: lost
severity: SEV2
 bad: [indent
---

## Summary

It was slow.
`);
    expect(result.document).toMatchObject({
      title: 'Cache: lost',
      severity: 'SEV2',
      summary: 'It was slow.',
      notes: expect.stringContaining('bad: [indent'),
    });
    expect(result.warnings).toContain(
      'The front matter is not well-formed; it is in the notes.',
    );
  });

  it('keeps nested lists, images and links where they belong', () => {
    const result = read(`# T

## Impact

- Users
  - in Europe
    1. could not pay
  - elsewhere could
- ![graph](https://example.com/g.png)

## Links

- [Dashboard](https://example.com/d)
- <https://example.com/chat>

## References

- See [the log][log] of that day

[log]: https://example.com/log
`);
    expect(result.document.impact.description).toContain(
      '    1. could not pay',
    );
    expect(result.document.links).toEqual([
      { title: 'Dashboard', url: 'https://example.com/d' },
      { title: 'https://example.com/chat', url: 'https://example.com/chat' },
    ]);
    expect(result.document.notes).toContain('[log]: https://example.com/log');
  });

  it('repeats a definition for each part that needs it', () => {
    const result = read(`# T

## Summary

See [a].

## Impact

See [a] as well.

[a]: https://example.com/a
`);
    expect(result.document.summary).toBe(
      'See [a].\n\n[a]: https://example.com/a',
    );
    expect(result.document.impact.description).toBe(
      'See [a] as well.\n\n[a]: https://example.com/a',
    );
    expect(result.document.notes).toBeNull();
  });

  it('reads an address after a bracket that nothing closes', () => {
    const { document } = read('[\n[a]: https://example.com/a "title"');
    expect(document.notes).toContain('https://example.com/a');
  });

  it('keeps several sections of one part under their headings', () => {
    const result = read(`# T

## Customer impact

No orders.

## Business impact

No revenue.

## Affected services

Checkout.
`);
    expect(result.document.impact).toMatchObject({
      description: expect.stringMatching(
        /No orders\.\n\n#### Affected services\n\nCheckout\./,
      ),
      business: 'No revenue.',
    });
  });

  it('reads the headings of the product itself without front matter', () => {
    const result = read(`# T

## Root cause

### Trigger

A deploy.

### Process

No review.

### Human factors

It was late.

## Communication

### Internal

- 2024-05-01 10:00 UTC Chat was told

### External

- The status page was updated

## Follow-up

### Outcome

We met.
`);
    expect(result.document).toMatchObject({
      rootCause: {
        trigger: { description: 'A deploy.' },
        process: 'No review.',
        humanFactors: 'It was late.',
      },
      communications: [
        {
          audience: 'internal',
          sentAt: '2024-05-01T10:00:00.000Z',
          text: 'Chat was told',
        },
        { audience: 'external', text: 'The status page was updated' },
      ],
      followUp: { outcome: 'We met.' },
    });
    expect(entries(result)).toEqual([]);
  });

  it('reports an unfilled template as empty', () => {
    const { parts, document } = read(`# Title

| Severity |  | Lead |  |
| --- | --- | --- | --- |
| Start |  | End |  |

## Summary

<!-- what happened? -->

## Impact

### Users

### Revenue

## Timeline

| Time | Event |
| --- | --- |
|  |  |

## Action items

- [ ]
`);
    expect(parts).toEqual([]);
    expect(document.notes).toContain('what happened?');
  });

  it('gives an empty document a title, and nothing else', () => {
    expect(read('').document).toMatchObject({
      title: 'Untitled postmortem',
      summary: null,
      notes: null,
    });
  });
});
