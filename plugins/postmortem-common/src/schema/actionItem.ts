import { z } from 'zod';
import {
  dayOrTimeSchema,
  entityRefSchema,
  groupRefSchema,
  optionalUrlSchema,
  ownerRefSchema,
  textSchema,
  timeSchema,
  titleSchema,
} from './primitives';

/** How soon the work is meant to be done. */
export const actionItemTermSchema = z.enum(['short', 'long']);

/** What the work is for; the types of the SRE literature. */
export const actionItemTypeSchema = z.enum([
  'investigate',
  'mitigate',
  'repair',
  'detect',
  'prevent',
]);

export const actionItemPrioritySchema = z.enum(['P0', 'P1', 'P2', 'P3']);

export const actionItemStatusSchema = z.enum([
  'open',
  'in_progress',
  'done',
  'wont_do',
]);

/** The statuses of what is not worked on any more. */
export type FinishedStatus = Extract<
  z.output<typeof actionItemStatusSchema>,
  'done' | 'wont_do'
>;

/** Whether work on an action item has ended, in one way or the other. */
export function isFinished(
  status: z.output<typeof actionItemStatusSchema>,
): status is FinishedStatus {
  return status === 'done' || status === 'wont_do';
}

/** Whether the finished work did what it was for. */
export const verificationVerdictSchema = z.enum([
  'pending',
  'effective',
  'partial',
  'ineffective',
  'cannot_tell',
]);

export const verificationSchema = z.strictObject({
  verdict: verificationVerdictSchema,
  evidence: textSchema.default(null),
  verifiedBy: entityRefSchema.nullable().default(null),
  verifiedAt: timeSchema.nullable().default(null),
});

/** What people write of an action item; the rest is kept by the server. */
export const actionItemContentSchema = z.strictObject({
  title: titleSchema,
  description: textSchema.default(null),
  term: actionItemTermSchema.default('short'),
  type: actionItemTypeSchema.default('mitigate'),
  priority: actionItemPrioritySchema.nullable().default(null),
  ownerRef: ownerRefSchema.nullable().default(null),
  entityRef: entityRefSchema.nullable().default(null),
  dueAt: dayOrTimeSchema.nullable().default(null),
  status: actionItemStatusSchema.default('open'),
  completedAt: timeSchema.nullable().default(null),
  /** What shows that it is done, or why it will not be. */
  resolutionNote: textSchema.default(null),
  trackerUrl: optionalUrlSchema.default(null),
  successCriterion: textSchema.default(null),
  verifyAt: dayOrTimeSchema.nullable().default(null),
  verification: verificationSchema.nullable().default(null),
});

/**
 * An action item as a row of a postmortem that is written. Rows keep their id
 * between writes; a row without one is new.
 */
export const actionItemInputSchema = actionItemContentSchema.extend({
  id: z.uuid().optional(),
  postmortemId: z.uuid().optional().meta({ readOnly: true }),
});

export const actionItemSchema = actionItemContentSchema.extend({
  id: z.uuid(),
  postmortemId: z.uuid(),
});

/**
 * An action item that changes another team's entity is proposed to that team,
 * and becomes theirs when they accept it.
 */
export const proposalSchema = z.strictObject({
  teamRef: groupRefSchema,
  state: z.enum(['proposed', 'accepted', 'declined']),
  proposedBy: z.string(),
  proposedAt: timeSchema,
  answeredBy: z.string().nullable(),
  answeredAt: timeSchema.nullable(),
  /** Why it was declined. */
  reason: z.string().nullable(),
});

/** An action item in a list, with what is needed to show it on its own. */
export const actionItemListEntrySchema = actionItemSchema.extend({
  postmortem: z.strictObject({
    id: z.uuid(),
    key: z.string(),
    title: z.string(),
    version: z.int(),
  }),
  overdue: z.boolean(),
  /** Null where the item stays within the responsible teams. */
  proposal: proposalSchema.nullable(),
  /** The owner or entity that the catalog no longer has. */
  missingRef: entityRefSchema.nullable(),
});

export type ActionItem = z.output<typeof actionItemSchema>;
export type ActionItemInput = z.input<typeof actionItemInputSchema>;
export type ActionItemContent = z.output<typeof actionItemContentSchema>;
export type ActionItemListEntry = z.output<typeof actionItemListEntrySchema>;
export type ActionItemTerm = z.output<typeof actionItemTermSchema>;
export type ActionItemType = z.output<typeof actionItemTypeSchema>;
export type ActionItemPriority = z.output<typeof actionItemPrioritySchema>;
export type ActionItemStatus = z.output<typeof actionItemStatusSchema>;
export type Proposal = z.output<typeof proposalSchema>;
export type Verification = z.output<typeof verificationSchema>;
export type VerificationVerdict = z.output<typeof verificationVerdictSchema>;
