import type { Postmortem } from 'backstage-plugin-postmortem-common';

/** A postmortem with what documents are made of. */
export const WRITTEN = {
  id: 'id-of-1',
  key: 'PM-1',
  title: 'Checkout was slow',
  status: 'published',
  severity: 'SEV2',
  visibility: 'internal',
  incident: { startedAt: '2026-03-01T10:00:00.000Z' },
  entities: [{ entityRef: 'component:default/checkout', role: 'cause' }],
  teams: ['group:default/payments'],
  tags: ['cache'],
  summary: 'A `cache` had to be **warmed** first.',
  impact: { description: null, business: 'A tenth of the orders was lost.' },
  detection: { description: null },
  response: { description: null },
  resolution: { description: 'Warmed the cache.' },
  rootCause: {
    trigger: { category: 'deploy', description: 'A deployment.' },
    technical: null,
    process: null,
    humanFactors: null,
    contributingFactors: [{ description: 'No limit on retries.' }],
  },
  timeline: [{ text: 'Paged the owner of [checkout-api](https://x.example).' }],
  lessons: [
    { id: 'l1', kind: 'to_improve', text: 'Warm it _before_ the failover.' },
  ],
  actionItems: [
    {
      id: 'a1',
      title: 'Alert on a `cold` cache',
      description: 'Below 80 %',
      successCriterion: 'It rang',
      resolutionNote: null,
      status: 'open',
      ownerRef: 'user:default/ana',
      dueAt: null,
    },
  ],
  followUp: { outcome: null },
  notes: null,
} as unknown as Postmortem;
