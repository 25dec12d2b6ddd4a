import type {
  Overview,
  PersonalDuties,
  TeamDuties,
} from 'backstage-plugin-postmortem-common';
import { actionItem, lesson, summary, uuid } from './documents';

/** What the Postmortems tab of `component:default/checkout` shows. */
export function overview(changes: Partial<Overview> = {}): Overview {
  const postmortems = [
    summary(31),
    summary(27, {
      title: 'Schema lock on the ledger stopped all payments',
      severity: 'SEV1',
      status: 'closed',
      incident: {
        ...summary().incident,
        startedAt: '2026-03-02T22:05:00.000Z',
        resolvedAt: '2026-03-03T01:05:00.000Z',
      },
      metrics: { ...summary().metrics, timeToResolve: 180 },
      entities: [
        { entityRef: 'resource:default/ledger-db', role: 'cause' },
        { entityRef: 'component:default/checkout', role: 'affected' },
      ],
    }),
  ];
  return {
    entityRef: 'component:default/checkout',
    teamRef: null,
    userRef: null,
    entities: 1,
    counts: {
      postmortems: 2,
      drafts: 0,
      incidentsLast12Months: 2,
      bySeverityLast12Months: [
        { severity: 'SEV1', count: 1 },
        { severity: 'SEV2', count: 1 },
      ],
      openActionItems: 2,
      overdueActionItems: 1,
      lessons: 1,
      lessonsFromElsewhere: 0,
    },
    lastSevere: {
      id: uuid(31),
      key: 'PM-31',
      severity: 'SEV2',
      startedAt: '2026-08-12T07:20:00.000Z',
      daysAgo: 104,
    },
    marks: postmortems.map(({ id, key, title, severity, incident }) => ({
      id,
      key,
      title,
      severity,
      startedAt: incident.startedAt!,
    })),
    postmortems,
    actionItems: [
      actionItem(1),
      actionItem(2, {
        title: 'Cap retries',
        ownerRef: 'user:default/ana.castellanos',
        dueAt: '2026-12-03T00:00:00.000Z',
        overdue: false,
      }),
    ],
    lessons: [lesson()],
    lessonsFromElsewhere: [],
    team: null,
    user: null,
    facts: {
      hasPostmortem: true,
      openActionItems: 2,
      overdueActionItems: 1,
      daysSinceLastSevereIncident: 104,
    },
    severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
    ...changes,
  };
}

/** The overview of something that never had an incident. */
export function emptyOverview(changes: Partial<Overview> = {}): Overview {
  return overview({
    counts: {
      postmortems: 0,
      drafts: 0,
      incidentsLast12Months: 0,
      bySeverityLast12Months: [],
      openActionItems: 0,
      overdueActionItems: 0,
      lessons: 0,
      lessonsFromElsewhere: 0,
    },
    lastSevere: null,
    marks: [],
    postmortems: [],
    actionItems: [],
    lessons: [],
    facts: {
      hasPostmortem: false,
      openActionItems: 0,
      overdueActionItems: 0,
      daysSinceLastSevereIncident: null,
    },
    ...changes,
  });
}

/** What a team owes, and nothing of it late. */
export function teamDuties(changes: Partial<TeamDuties> = {}): TeamDuties {
  return {
    counts: {
      overdue: 1,
      dueSoon: 2,
      withoutOwner: 3,
      withoutDate: 4,
      proposed: 0,
      needsOwner: 5,
      reviewsDue: 0,
      staleDrafts: 0,
      lessonsWaiting: 0,
    },
    dueSoon: [],
    proposed: [],
    reviewsDue: [],
    staleDrafts: [],
    lessonsWaiting: [],
    incidentsByMonth: [
      { month: '2026-10', bySeverity: [] },
      {
        month: '2026-11',
        bySeverity: [
          { severity: 'SEV1', count: 1 },
          { severity: 'SEV2', count: 2 },
        ],
      },
    ],
    ...changes,
  };
}

/** What a person owes: nothing. */
export function personalDuties(
  changes: Partial<PersonalDuties> = {},
): PersonalDuties {
  return {
    counts: { reviews: 0, drafts: 0 },
    reviews: [],
    drafts: [],
    thisWeekInThePast: [],
    recentLessons: [],
    ...changes,
  };
}
