import { z } from 'zod';
import {
  actionItemContentSchema,
  actionItemListEntrySchema,
} from './actionItem';
import { pageOf, pagingSchema } from './paging';
import { postmortemSummarySchema } from './postmortem';
import {
  entityRefSchema,
  groupRefSchema,
  textSchema,
  timeSchema,
} from './primitives';
import { repeatable } from './queries';

/** What a team says of an action item that was proposed to it. */
export const proposalAnswerInputSchema = z
  .strictObject({
    answer: z.enum(['accept', 'decline']),
    reason: textSchema.default(null),
  })
  .refine(({ answer, reason }) => answer === 'accept' || reason !== null, {
    path: ['reason'],
    message: 'Say why it is declined',
  });

const { shape } = actionItemContentSchema;

/** What becomes of many action items at once. */
export const actionItemBulkInputSchema = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(100),
  // Without the defaults: what is left out stays as it is.
  patch: z.strictObject({
    ownerRef: shape.ownerRef.unwrap().optional(),
    dueAt: shape.dueAt.unwrap().optional(),
    priority: shape.priority.unwrap().optional(),
    status: shape.status.unwrap().optional(),
    resolutionNote: shape.resolutionNote.unwrap().optional(),
  }),
});

export const actionItemBulkResultSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      id: z.uuid(),
      changed: z.boolean(),
      /** Why it was not changed. */
      error: z.string().nullable(),
    }),
  ),
});

export const ownershipGapQuerySchema = z.strictObject({
  teamRef: repeatable(groupRefSchema),
  ...pagingSchema(20),
});

/**
 * Something whose owner, entity, team or participant the catalog no longer
 * has. It is gone from the list as soon as the ref is replaced.
 */
export const ownershipGapSchema = z.strictObject({
  /** What names the missing entity. */
  field: z.enum([
    'actionItem.ownerRef',
    'actionItem.entityRef',
    'postmortem.entities',
    'postmortem.teams',
  ]),
  missingRef: entityRefSchema,
  foundAt: timeSchema,
  postmortem: postmortemSummarySchema,
  actionItem: actionItemListEntrySchema.nullable(),
});
export const ownershipGapPageSchema = pageOf(ownershipGapSchema);

export type ProposalAnswerInput = z.input<typeof proposalAnswerInputSchema>;
export type ActionItemBulkInput = z.input<typeof actionItemBulkInputSchema>;
export type ActionItemBulkResult = z.output<typeof actionItemBulkResultSchema>;
export type OwnershipGapQuery = z.output<typeof ownershipGapQuerySchema>;
export type OwnershipGap = z.output<typeof ownershipGapSchema>;
export type OwnershipGapPage = z.output<typeof ownershipGapPageSchema>;
