import { z } from 'zod';
import { actionItemListEntrySchema } from './actionItem';
import { pageOf, pagingSchema } from './paging';
import { lessonSchema } from './parts';
import {
  postmortemStatusSchema,
  postmortemSummarySchema,
  visibilitySchema,
} from './postmortem';
import {
  dayOrTimeSchema,
  entityRefSchema,
  groupRefSchema,
  ownerRefSchema,
  timeSchema,
} from './primitives';

/** A query parameter that may be given once or several times. */
function repeatable<T extends z.ZodType>(item: T) {
  return z
    .preprocess(
      value => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(item).min(1).max(200),
    )
    .optional();
}

const paging = pagingSchema(20);

const searchText = z.string().trim().min(1).max(500).optional();

/** How the list of postmortems can be ordered; `-` means descending. */
export const postmortemOrderSchema = z.enum([
  'startedAt',
  '-startedAt',
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'severity',
  '-severity',
]);

export const postmortemQuerySchema = z.strictObject({
  entityRef: repeatable(entityRefSchema),
  teamRef: repeatable(groupRefSchema),
  /** People and groups: what they began, or took part in. */
  participantRef: repeatable(ownerRefSchema),
  status: repeatable(postmortemStatusSchema),
  severity: repeatable(z.string().min(1).max(50)),
  tag: repeatable(z.string().min(1).max(100)),
  from: dayOrTimeSchema.optional(),
  to: dayOrTimeSchema.optional(),
  q: searchText,
  orderBy: postmortemOrderSchema.default('-startedAt'),
  ...paging,
});

export const actionItemStateSchema = z.enum(['open', 'overdue', 'done']);

export const actionItemQuerySchema = z.strictObject({
  entityRef: repeatable(entityRefSchema),
  teamRef: repeatable(groupRefSchema),
  ownerRef: repeatable(ownerRefSchema),
  state: actionItemStateSchema.optional(),
  orderBy: z.enum(['dueAt', '-dueAt']).default('dueAt'),
  ...paging,
});

/** Only `self` so far: the lessons of the named entities themselves. */
export const lessonScopeSchema = z.enum(['self']);

export const lessonQuerySchema = z.strictObject({
  entityRef: repeatable(entityRefSchema),
  teamRef: repeatable(groupRefSchema),
  scope: lessonScopeSchema.default('self'),
  q: searchText,
  ...paging,
});

export const overviewQuerySchema = z
  .strictObject({
    entityRef: entityRefSchema.optional(),
    teamRef: groupRefSchema.optional(),
  })
  .refine(query => Boolean(query.entityRef) !== Boolean(query.teamRef), {
    message: 'give either entityRef or teamRef',
    path: ['entityRef'],
  });

export const postmortemPageSchema = pageOf(postmortemSummarySchema);
export const actionItemPageSchema = pageOf(actionItemListEntrySchema);

/** A lesson in a list, with where it comes from. */
export const lessonListEntrySchema = lessonSchema.extend({
  postmortem: z.strictObject({
    id: z.uuid(),
    key: z.string(),
    title: z.string(),
    severity: z.string().nullable(),
    startedAt: timeSchema.nullable(),
    visibility: visibilitySchema,
  }),
  /** The entity of the query that the lesson belongs to; else its cause. */
  entityRef: entityRefSchema.nullable(),
});
export const lessonPageSchema = pageOf(lessonListEntrySchema);

export const revisionSchema = z.strictObject({
  version: z.int().positive(),
  action: z.enum([
    'created',
    'imported',
    'updated',
    'transitioned',
    'deleted',
    'restored',
  ]),
  changedBy: z.string(),
  changedAt: timeSchema,
  /** Top-level names of the document that this write changed. */
  changedFields: z.array(z.string()),
  /** Why, where whoever did it said so. */
  reason: z.string().nullable(),
});
export const revisionPageSchema = pageOf(revisionSchema);

/** Everything that an entity's or a team's tab and card show. */
export const overviewSchema = z.strictObject({
  entityRef: entityRefSchema.nullable(),
  teamRef: groupRefSchema.nullable(),
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

export type PostmortemQuery = z.output<typeof postmortemQuerySchema>;
export type PostmortemQueryInput = z.input<typeof postmortemQuerySchema>;
export type PostmortemOrder = z.output<typeof postmortemOrderSchema>;
export type ActionItemQuery = z.output<typeof actionItemQuerySchema>;
export type ActionItemState = z.output<typeof actionItemStateSchema>;
export type LessonQuery = z.output<typeof lessonQuerySchema>;
export type LessonListEntry = z.output<typeof lessonListEntrySchema>;
export type OverviewQuery = z.output<typeof overviewQuerySchema>;
export type Overview = z.output<typeof overviewSchema>;
export type PostmortemPage = z.output<typeof postmortemPageSchema>;
export type ActionItemPage = z.output<typeof actionItemPageSchema>;
export type LessonPage = z.output<typeof lessonPageSchema>;
export type Revision = z.output<typeof revisionSchema>;
export type RevisionPage = z.output<typeof revisionPageSchema>;
