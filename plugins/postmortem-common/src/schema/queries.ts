import { z } from 'zod';
import {
  actionItemListEntrySchema,
  actionItemPrioritySchema,
  actionItemTypeSchema,
} from './actionItem';
import { pageOf, pagingSchema, searchedPageOf } from './paging';
import {
  postmortemSchema,
  postmortemStatusSchema,
  postmortemSummarySchema,
} from './postmortem';
import {
  dayOrTimeSchema,
  entityRefSchema,
  groupRefSchema,
  ownerRefSchema,
  timeSchema,
} from './primitives';

/** A query parameter that may be given once or several times. */
export function repeatable<T extends z.ZodType>(item: T) {
  return z
    .preprocess(
      value => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(item).min(1).max(200),
    )
    .optional();
}

const paging = pagingSchema(20);

export const searchText = z.string().trim().min(1).max(500).optional();

/** The largest page of a list of whole documents. */
export const MAX_DOCUMENTS_PAGE_SIZE = 20;

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

/**
 * What asks for somebody: a review meeting that is due and was not held,
 * a draft that nobody has touched for two weeks, or one whose entity,
 * responsible team or participant the catalog no longer has.
 */
export const postmortemAttentionSchema = z.enum([
  'review_due',
  'stale_draft',
  'needs_owner',
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
  attention: postmortemAttentionSchema.optional(),
  q: searchText,
  orderBy: postmortemOrderSchema.default('-startedAt'),
  /** `document`: the whole of each postmortem too, on pages of at most 20. */
  include: z.enum(['document']).optional(),
  ...paging,
});

/**
 * `open`, `overdue` and `done` by status and date. Of the open ones:
 * `due_soon` within two weeks, `without_owner`, `without_date`, `needs_owner`
 * where the catalog no longer has the owner or the entity, `proposed` to a
 * team that has not answered yet.
 */
export const actionItemStateSchema = z.enum([
  'open',
  'overdue',
  'due_soon',
  'without_owner',
  'without_date',
  'needs_owner',
  'proposed',
  'done',
]);

export const actionItemQuerySchema = z.strictObject({
  entityRef: repeatable(entityRefSchema),
  teamRef: repeatable(groupRefSchema),
  ownerRef: repeatable(ownerRefSchema),
  /** The items of one postmortem, in the order that they are written in. */
  postmortemId: z.uuid().optional(),
  type: repeatable(actionItemTypeSchema),
  priority: repeatable(actionItemPrioritySchema),
  q: searchText,
  state: actionItemStateSchema.optional(),
  orderBy: z.enum(['dueAt', '-dueAt']).default('dueAt'),
  ...paging,
});

export const postmortemPageSchema = searchedPageOf(
  postmortemSummarySchema,
).extend({
  /** The whole of each item, in the same order, where the query asks for it. */
  documents: z.array(postmortemSchema).optional(),
});
export const actionItemPageSchema = pageOf(actionItemListEntrySchema);

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

export type PostmortemQuery = z.output<typeof postmortemQuerySchema>;
export type PostmortemQueryInput = z.input<typeof postmortemQuerySchema>;
export type PostmortemOrder = z.output<typeof postmortemOrderSchema>;
export type ActionItemQuery = z.output<typeof actionItemQuerySchema>;
export type PostmortemAttention = z.output<typeof postmortemAttentionSchema>;
export type ActionItemState = z.output<typeof actionItemStateSchema>;
export type PostmortemPage = z.output<typeof postmortemPageSchema>;
export type ActionItemPage = z.output<typeof actionItemPageSchema>;
export type Revision = z.output<typeof revisionSchema>;
export type RevisionPage = z.output<typeof revisionPageSchema>;
