import { z } from 'zod';
import { actionItemListEntrySchema } from './actionItem';
import { lessonListEntrySchema } from './lessons';
import { postmortemSummarySchema } from './postmortem';
import {
  entityRefSchema,
  groupRefSchema,
  ownerRefSchema,
  timeSchema,
} from './primitives';

export const overviewQuerySchema = z
  .strictObject({
    entityRef: entityRefSchema.optional(),
    teamRef: groupRefSchema.optional(),
    userRef: ownerRefSchema.optional(),
  })
  .refine(
    query =>
      [query.entityRef, query.teamRef, query.userRef].filter(Boolean).length ===
      1,
    {
      message: 'give one of entityRef, teamRef and userRef',
      path: ['entityRef'],
    },
  );

/** What a team owes, its child groups included. Lists hold the first 10. */
export const teamDutiesSchema = z.strictObject({
  counts: z.strictObject({
    overdue: z.int(),
    /** Open items due within two weeks. */
    dueSoon: z.int(),
    withoutOwner: z.int(),
    withoutDate: z.int(),
    /** Proposed to the team by others, and not answered yet. */
    proposed: z.int(),
    /** Items whose owner or entity the catalog no longer has. */
    needsOwner: z.int(),
    reviewsDue: z.int(),
    staleDrafts: z.int(),
    lessonsWaiting: z.int(),
  }),
  dueSoon: z.array(actionItemListEntrySchema),
  proposed: z.array(actionItemListEntrySchema),
  reviewsDue: z.array(postmortemSummarySchema),
  staleDrafts: z.array(postmortemSummarySchema),
  lessonsWaiting: z.array(lessonListEntrySchema),
  /** The last 12 months and the current one, the oldest first. */
  incidentsByMonth: z.array(
    z.strictObject({
      /** `2026-03` */
      month: z.string(),
      bySeverity: z.array(
        z.strictObject({ severity: z.string().nullable(), count: z.int() }),
      ),
    }),
  ),
});

/** What a person owes, and what is worth remembering today. */
export const personalDutiesSchema = z.strictObject({
  counts: z.strictObject({ reviews: z.int(), drafts: z.int() }),
  /** In review, with the person as a reviewer who has not judged this text. */
  reviews: z.array(postmortemSummarySchema),
  /** Drafts that the person began or takes part in. */
  drafts: z.array(postmortemSummarySchema),
  /** Incidents that began in this week of an earlier year. */
  thisWeekInThePast: z.array(postmortemSummarySchema),
  /** Of the latest published postmortems. */
  recentLessons: z.array(lessonListEntrySchema),
});

/** Everything that an entity's or a team's tab and card show. */
export const overviewSchema = z.strictObject({
  entityRef: entityRefSchema.nullable(),
  teamRef: groupRefSchema.nullable(),
  userRef: ownerRefSchema.nullable(),
  /** How many entities it is of: a system with its parts, what a team owns. */
  entities: z.int(),
  counts: z.strictObject({
    postmortems: z.int(),
    drafts: z.int(),
    /** Incidents that began within the last 12 months. */
    incidentsLast12Months: z.int(),
    bySeverityLast12Months: z.array(
      z.strictObject({ severity: z.string().nullable(), count: z.int() }),
    ),
    openActionItems: z.int(),
    overdueActionItems: z.int(),
    lessons: z.int(),
    /** Of dependencies and other parts of the system, and addressed ones. */
    lessonsFromElsewhere: z.int(),
  }),
  /** The latest incident of the two most severe levels, if any. */
  lastSevere: z
    .strictObject({
      id: z.uuid(),
      key: z.string(),
      severity: z.string(),
      startedAt: timeSchema,
      daysAgo: z.int(),
    })
    .nullable(),
  /** A mark for each incident of the last 12 months, newest first, at most 100. */
  marks: z.array(
    z.strictObject({
      id: z.uuid(),
      key: z.string(),
      title: z.string(),
      severity: z.string().nullable(),
      startedAt: timeSchema,
    }),
  ),
  postmortems: z.array(postmortemSummarySchema),
  actionItems: z.array(actionItemListEntrySchema),
  lessons: z.array(lessonListEntrySchema),
  /** The highest ranked of those that come from elsewhere. */
  lessonsFromElsewhere: z.array(lessonListEntrySchema),
  /** Only for a team. */
  team: teamDutiesSchema.nullable(),
  /** Only for a person. */
  user: personalDutiesSchema.nullable(),
  /** Plain facts for scorecards. */
  facts: z.strictObject({
    hasPostmortem: z.boolean(),
    openActionItems: z.int(),
    overdueActionItems: z.int(),
    daysSinceLastSevereIncident: z.int().nullable(),
  }),
  /** The configured severities, most severe first. */
  severities: z.array(z.string()),
});

export type OverviewQuery = z.output<typeof overviewQuerySchema>;
export type TeamDuties = z.output<typeof teamDutiesSchema>;
export type PersonalDuties = z.output<typeof personalDutiesSchema>;
export type Overview = z.output<typeof overviewSchema>;
