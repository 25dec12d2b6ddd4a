import type { Postmortem } from 'backstage-plugin-postmortem-common';
import {
  toActionItemDocuments,
  toLessonDocuments,
  toPostmortemDocument,
} from './documents';
import { WRITTEN } from './__testUtils__/written';

const OF_POSTMORTEM = {
  key: 'PM-1',
  postmortemTitle: 'Checkout was slow',
  status: 'published',
  severity: 'SEV2',
  startedAt: '2026-03-01T10:00:00.000Z',
  entityRefs: ['component:default/checkout'],
  teams: ['group:default/payments'],
  tags: ['cache'],
  authorization: { resourceRef: 'id-of-1' },
};

describe('toPostmortemDocument', () => {
  it('says in plain text what was written', () => {
    const [document, ...more] = toPostmortemDocument(WRITTEN);
    expect(more).toEqual([]);
    const { text, ...rest } = document;
    expect(rest).toEqual({
      ...OF_POSTMORTEM,
      part: 'postmortem',
      title: 'PM-1 Checkout was slow',
      location: '/postmortems/PM-1',
    });
    expect(text.split('\n\n')).toEqual([
      'A cache had to be warmed first.',
      'A tenth of the orders was lost.',
      'Warmed the cache.',
      'A deployment.',
      'No limit on retries.',
      'Paged the owner of checkout-api.',
    ]);
  });

  it('is no larger than engines take', () => {
    const [{ text }] = toPostmortemDocument({
      ...WRITTEN,
      summary: 'word '.repeat(400_000),
      notes: '𝔘'.repeat(400_000),
    } as Postmortem);
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(Buffer.from(text).toString()).toBe(text);
  });
});

describe('toLessonDocuments', () => {
  it('makes one of each lesson, with where it is', () => {
    expect(toLessonDocuments(WRITTEN)).toEqual([
      {
        ...OF_POSTMORTEM,
        part: 'lesson',
        title: 'Warm it before the failover.',
        text: 'Warm it before the failover.',
        location: '/postmortems/PM-1#lesson-l1',
        lessonKind: 'to_improve',
      },
    ]);
  });

  it('cuts titles at a word', () => {
    const [lesson] = WRITTEN.lessons;
    const [{ title }] = toLessonDocuments({
      ...WRITTEN,
      lessons: [{ ...lesson, text: `# Long\n\n${'**words** '.repeat(100)}` }],
    });
    expect(title).toMatch(/^Long words .* words…$/);
    expect(title.length).toBeLessThanOrEqual(120);
  });
});

describe('toActionItemDocuments', () => {
  it('makes one of each action item, with where it is', () => {
    expect(toActionItemDocuments(WRITTEN)).toEqual([
      {
        ...OF_POSTMORTEM,
        part: 'actionItem',
        title: 'Alert on a cold cache',
        text: 'Below 80 %\n\nIt rang',
        location: '/postmortems/PM-1#action-item-a1',
        actionItemStatus: 'open',
        ownerRef: 'user:default/ana',
        dueAt: null,
      },
    ]);
  });
});
