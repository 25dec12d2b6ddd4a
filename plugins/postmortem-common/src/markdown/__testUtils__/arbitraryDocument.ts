import fc from 'fast-check';
import { markdownText } from './arbitraryText';

const HEADINGS = [
  '# Outage of the shop',
  '## Summary',
  '### Impact',
  '## Customer impact',
  '## Detection',
  '## Root Causes',
  '### Trigger',
  '## Contributing Factors',
  '## Lessons Learned',
  '### What went well',
  '### What went badly',
  '### Where we got lucky',
  '## Timeline (UTC)',
  '## Incident Timeline',
  '## Action Items',
  '## Follow-ups',
  '### Short term',
  '## Attendees',
  '## Communication',
  '### External',
  '## Links',
  '## Appendix',
  '**Impact:** nobody could pay',
  '**Summary**',
  '- **Resolution**: a rollback',
  'Timeline\n--------',
  '##',
];

const ROWS = [
  '- 2024-05-01 10:00 UTC first',
  '- 10:05 second\n  - nested\n  - 10:06 nested third',
  '* **10:07** - fourth',
  '10:08 fifth\n10:09 sixth',
  '### 10:10 CEST',
  '2024-05-02',
  '| Time | Event |\n|---|---|\n| 2024-05-01 10:00 | x |\n| HH:mm | y |',
  '| When | Who | What\n|---|---\n| 10:11 | Ana | z [a]',
  '| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Fix \\| it | ana | 2024-06-01 | [T-1](https://example.com/T-1) |\n| | bo | | |',
  '- [ ] Add an alert [T-2](https://example.com/T-2), [T-3](https://example.com/T-3 "tip")',
  '- [x] **Fix**: the pool\n\n  with more text\n  - Owner: group:default/a\n  - Due: 2024-07-01',
  '1. ✅ Done thing https://example.com/done',
  '- Owner: ana',
  '- user:default/ana (lead)',
  '- [log](https://example.com/log)',
  'Severity: SEV2',
  'Start: 2024-05-01 10:00 UTC\nEnd: 2024-05-01 09:00 UTC',
  '[a]: https://example.com/a "title"',
  'See [a], [a][], [b][a] and [^n].\n\n[^n]: a note with [a]',
  'Some sentence about the outage. Some sentence about the outage.',
  'The shop was down from 10:00 to 11:00 UTC on 1 May 2024.',
  'Time to recovery: 5 minutes',
  '-',
  'TBD',
];

const FRONT_MATTER = [
  '',
  '---\ntitle: From above\nsummary: "A \\"quoted\\" text"\ntags: [a, b]\n---\n\n',
  '---\nsummary: |\n  two\n  lines\ndate: 2024-05-01 # comment\n---\n\n',
  '---\nbroken: [\n---\n\n',
  '+++\ntitle = "T"\n+++\n\n',
];

/** A document in the manner of a postmortem, in no order and of any shape. */
export const arbitraryDocument = fc
  .tuple(
    fc.constantFrom(...FRONT_MATTER),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...HEADINGS) },
        { weight: 4, arbitrary: fc.constantFrom(...ROWS) },
        { weight: 2, arbitrary: markdownText },
      ),
      { maxLength: 14 },
    ),
    fc.constantFrom('\n\n', '\n\n', '\n'),
  )
  .map(([front, blocks, separator]) => front + blocks.join(separator));
