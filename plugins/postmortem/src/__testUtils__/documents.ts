import type {
  ActionItemListEntry,
  LessonListEntry,
  Postmortem,
  PostmortemSummary,
} from 'backstage-plugin-postmortem-common';

/** The moment at which the documents below are looked at. */
export const NOW = '2026-11-24T10:15:00.000Z';

/** An id that is the same for the same number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A finished postmortem as a row of a list; its key is `PM-<number>`. */
export function summary(
  number = 31,
  changes: Partial<PostmortemSummary> = {},
): PostmortemSummary {
  return {
    id: uuid(number),
    key: `PM-${number}`,
    status: 'published',
    version: 4,
    createdBy: 'user:default/dele.adeyemi',
    createdAt: '2026-08-13T09:00:00.000Z',
    updatedBy: 'user:default/ana.castellanos',
    updatedAt: '2026-08-20T15:30:00.000Z',
    publishedAt: '2026-08-20T15:30:00.000Z',
    closedAt: null,
    metrics: {
      timeToDetect: 4,
      timeToAcknowledge: 7,
      timeToMitigate: 65,
      timeToResolve: 100,
    },
    title: 'Checkout errors after cache failover',
    severity: 'SEV2',
    visibility: 'internal',
    incident: {
      startedAt: '2026-08-12T07:20:00.000Z',
      detectedAt: '2026-08-12T07:24:00.000Z',
      declaredAt: '2026-08-12T07:26:00.000Z',
      acknowledgedAt: '2026-08-12T07:27:00.000Z',
      mitigatedAt: '2026-08-12T08:25:00.000Z',
      resolvedAt: '2026-08-12T09:00:00.000Z',
      source: null,
    },
    entities: [
      { entityRef: 'component:default/checkout', role: 'cause' },
      { entityRef: 'component:default/basket', role: 'affected' },
    ],
    teams: ['group:default/payments'],
    tags: ['cache', 'failover'],
    actionItemCounts: { total: 3, open: 2, overdue: 1 },
    ...changes,
  };
}

/** An action item two days overdue, of the postmortem `PM-31`. */
export function actionItem(
  number = 1,
  changes: Partial<ActionItemListEntry> = {},
): ActionItemListEntry {
  const { id, key, title, version } = summary();
  return {
    id: uuid(1000 + number),
    postmortemId: id,
    title: 'Alert on replica lag',
    description: null,
    term: 'short',
    type: 'detect',
    priority: 'P1',
    ownerRef: 'group:default/payments',
    entityRef: 'component:default/checkout',
    dueAt: '2026-11-22T00:00:00.000Z',
    status: 'open',
    completedAt: null,
    resolutionNote: null,
    trackerUrl: null,
    successCriterion: null,
    verifyAt: null,
    verification: null,
    postmortem: { id, key, title, version },
    overdue: true,
    proposal: null,
    missingRef: null,
    ...changes,
  };
}

/** A lesson of the postmortem `PM-31`. */
export function lesson(
  number = 1,
  changes: Partial<LessonListEntry> = {},
): LessonListEntry {
  const { id, key, title, severity, incident, visibility } = summary();
  return {
    id: uuid(2000 + number),
    kind: 'to_improve',
    text: 'Failover needs the cache warmed first',
    audience: null,
    postmortem: {
      id,
      key,
      title,
      severity,
      startedAt: incident.startedAt,
      visibility,
    },
    entityRef: 'component:default/checkout',
    reach: null,
    answer: null,
    answers: { applies: 0, already_covered: 0, does_not_apply: 0 },
    ...changes,
  };
}

/** A whole document: the postmortem `PM-<number>` with every part written. */
export function postmortem(
  number = 31,
  changes: Partial<Postmortem> = {},
): Postmortem {
  const { actionItemCounts, ...row } = summary(number);
  const items = [
    actionItem(1),
    actionItem(2, {
      title: 'Cap retries',
      ownerRef: 'user:default/ana.castellanos',
      dueAt: '2026-12-03T00:00:00.000Z',
    }),
    actionItem(3, {
      title: 'Warm the cache before a failover',
      type: 'prevent',
      status: 'done',
      completedAt: '2026-09-30T12:00:00.000Z',
      dueAt: '2026-10-01T00:00:00.000Z',
    }),
  ].map(({ postmortem: _, overdue, proposal, missingRef, ...item }) => ({
    ...item,
    postmortemId: row.id,
  }));
  return {
    ...row,
    participants: [
      { entityRef: 'user:default/dele.adeyemi', role: 'Incident commander' },
      { entityRef: 'user:default/ana.castellanos', role: null },
    ],
    summary:
      'For **100 minutes** one checkout in five failed, because a cache failover sent every read to the database.',
    impact: {
      description: 'Customers saw an error page when they paid.',
      usersAffected: 4200,
      business: 'About 900 baskets were abandoned.',
      financial: { amount: 31000, currency: 'EUR' },
    },
    detection: {
      method: 'monitoring',
      description: 'The error-rate alert of checkout fired.',
    },
    response: { description: 'Payments was paged, then Runtime.' },
    resolution: {
      description: 'Traffic was shed until the cache had been warmed.',
    },
    rootCause: {
      trigger: {
        category: 'Maintenance',
        description: 'A planned failover of the cache.',
      },
      technical: 'The standby came up empty.',
      process: 'The runbook did not ask for a warm-up.',
      humanFactors: 'The step was done from memory, late in a shift.',
      contributingFactors: [
        {
          kind: 'technical',
          category: 'Retries',
          description: 'Clients retried without a limit.',
        },
      ],
    },
    lessons: [
      {
        id: uuid(2001),
        kind: 'to_improve',
        text: 'Failover needs the cache warmed first',
        audience: null,
      },
      {
        id: uuid(2002),
        kind: 'went_well',
        text: 'The alert fired in minutes',
        audience: null,
      },
    ],
    timeline: [
      {
        id: uuid(3001),
        at: '2026-08-12T07:20:00.000Z',
        kind: 'event',
        text: 'The cache fails over',
        url: null,
      },
      {
        id: uuid(3002),
        at: '2026-08-12T07:24:00.000Z',
        kind: 'detection',
        text: 'Error rate above 5 %',
        url: 'https://monitoring.example.com/alerts/118',
      },
      {
        id: uuid(3003),
        at: '2026-08-12T08:25:00.000Z',
        kind: 'mitigation',
        text: 'Half of the traffic is shed',
        url: null,
      },
      {
        id: uuid(3004),
        at: '2026-08-12T09:00:00.000Z',
        kind: 'resolution',
        text: 'Error rate back to normal',
        url: null,
      },
    ],
    actionItems: items,
    followUp: {
      reviewAt: '2026-08-18T13:00:00.000Z',
      facilitatorRef: 'user:default/ana.castellanos',
      heldAt: '2026-08-18T13:00:00.000Z',
      outcome: 'Agreed to warm caches before each failover.',
      documentation: [
        {
          title: 'Failover runbook',
          url: 'https://wiki.example.com/failover',
          done: true,
        },
      ],
    },
    communications: [
      {
        id: uuid(4001),
        audience: 'external',
        channel: 'Status page',
        sentAt: '2026-08-12T07:45:00.000Z',
        text: 'Some payments fail. We are working on it.',
        url: null,
      },
    ],
    links: [
      { title: 'Dashboard', url: 'https://monitoring.example.com/d/checkout' },
    ],
    related: [],
    externalVersion: null,
    waivers: [],
    notes: null,
    completeness: { score: 1, missing: [] },
    ...changes,
  };
}
