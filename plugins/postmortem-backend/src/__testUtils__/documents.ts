import {
  postmortemInputSchema,
  type PostmortemInput,
} from 'backstage-plugin-postmortem-common';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { PostmortemStore } from '../database/PostmortemStore';
import type { Kept, StoredContent, StoredPostmortem } from '../database/rows';
import { completeContent } from '../service/completeContent';

export const NOW = '2026-11-24T10:15:00.000Z';

/** A whole document from the few fields that a test is about. */
export function contentWith(
  input: Partial<PostmortemInput> = {},
  postmortemId: string = randomUUID(),
): StoredContent {
  const parsed = postmortemInputSchema.parse({ title: 'An outage', ...input });
  return completeContent(parsed, {
    postmortemId,
    teams: parsed.teams ?? [],
    now: NOW,
  });
}

/** Stores a document as it is, past the service. */
export async function store(
  knex: Knex,
  input: Partial<PostmortemInput> = {},
  kept: Partial<Kept> & { deletedAt?: string } = {},
): Promise<StoredPostmortem> {
  const { deletedAt = null, ...rest } = kept;
  const id = rest.id ?? randomUUID();
  const postmortems = new PostmortemStore(knex);
  return postmortems.transaction(trx =>
    postmortems.insert(trx, {
      kept: {
        status: 'draft',
        version: 1,
        createdBy: 'user:default/author',
        createdAt: NOW,
        updatedBy: 'user:default/author',
        updatedAt: NOW,
        publishedAt: null,
        closedAt: null,
        waivers: [],
        teamsFromCatalog: false,
        ...rest,
        id,
      },
      content: contentWith(input, id),
      deletedAt,
    }),
  );
}

/** A document in which everything is written. */
export const FULL_INPUT: PostmortemInput = {
  title: 'Checkout errors after the cache failover',
  severity: 'SEV2',
  visibility: 'internal',
  incident: {
    startedAt: '2026-08-12T08:00:00.000Z',
    detectedAt: '2026-08-12T08:05:00.000Z',
    declaredAt: '2026-08-12T08:06:00.000Z',
    acknowledgedAt: '2026-08-12T08:10:00.000Z',
    mitigatedAt: '2026-08-12T09:00:00.000Z',
    resolvedAt: '2026-08-12T09:40:00.000Z',
    source: {
      system: 'pagerduty',
      id: 'Q1',
      url: 'https://pagerduty.example.com/Q1',
    },
  },
  entities: [
    { entityRef: 'component:default/checkout', role: 'cause' },
    { entityRef: 'component:default/index', role: 'affected' },
  ],
  teams: ['group:default/payments'],
  participants: [
    { entityRef: 'user:default/participant', role: 'incident commander' },
  ],
  summary: 'Payments failed for **100 minutes**.',
  impact: {
    description: 'Nobody could pay.',
    usersAffected: 12_000,
    business: 'Orders were lost.',
    financial: { amount: 1234.5, currency: 'EUR' },
  },
  detection: { method: 'monitoring', description: 'An alert on errors.' },
  response: { description: 'The cache was warmed by hand.' },
  resolution: { description: 'The old node came back.' },
  rootCause: {
    trigger: { category: 'maintenance', description: 'A failover' },
    technical: 'The cache was cold.',
    process: 'The runbook did not say so.',
    humanFactors: 'It was late.',
    contributingFactors: [
      { kind: 'technical', category: 'cache', description: 'No warm-up' },
    ],
  },
  lessons: [{ kind: 'to_improve', text: 'Failover needs a warm cache' }],
  timeline: [
    {
      at: '2026-08-12T08:00:00.000Z',
      kind: 'event',
      text: 'Failover',
      url: null,
    },
    { at: null, kind: 'escalation', text: 'Somebody called', url: null },
  ],
  actionItems: [
    {
      title: 'Warm the cache',
      description: 'Before each failover',
      term: 'short',
      type: 'prevent',
      priority: 'P1',
      ownerRef: 'group:default/payments',
      entityRef: 'component:default/checkout',
      dueAt: '2026-08-20',
      status: 'open',
      trackerUrl: 'https://tracker.example.com/1',
      successCriterion: 'A failover without errors',
      verifyAt: '2026-10-01',
      verification: {
        verdict: 'pending',
        evidence: null,
        verifiedBy: null,
        verifiedAt: null,
      },
    },
  ],
  followUp: {
    reviewAt: '2026-08-19T12:00:00.000Z',
    facilitatorRef: 'user:default/member',
    heldAt: null,
    outcome: 'Agreed',
    documentation: [
      { title: 'Runbook', url: 'https://docs.example.com', done: true },
    ],
  },
  communications: [
    {
      audience: 'external',
      channel: 'status page',
      sentAt: '2026-08-12T08:20:00.000Z',
      text: 'We are looking into it',
      url: null,
    },
  ],
  links: [{ title: 'Dashboard', url: 'https://grafana.example.com' }],
  tags: ['cache', 'failover'],
  related: [],
  notes: 'Nothing else.',
};
