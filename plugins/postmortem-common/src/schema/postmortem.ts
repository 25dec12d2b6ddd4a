import { z } from 'zod';
import { actionItemInputSchema, actionItemSchema } from './actionItem';
import {
  communicationInputSchema,
  communicationSchema,
  detectionSchema,
  externalVersionSchema,
  impactSchema,
  incidentSchema,
  involvedEntitySchema,
  lessonInputSchema,
  lessonSchema,
  linkSchema,
  participantSchema,
  relatedSchema,
  resolutionSchema,
  responseSchema,
  rootCauseSchema,
  followUpSchema,
  timelineEntryInputSchema,
  timelineEntrySchema,
} from './parts';
import {
  entityRefSchema,
  groupRefSchema,
  textSchema,
  timeSchema,
  titleSchema,
} from './primitives';
import { checkTimeOrder } from './timeOrder';

export const postmortemStatusSchema = z.enum([
  'draft',
  'in_review',
  'published',
  'closed',
]);

export const visibilitySchema = z.enum(['internal', 'restricted']);

/** One of the severities that the portal configures, most severe first. */
export const severitySchema = z.string().min(1).max(50).nullable();

const tagSchema = z
  .string()
  .max(100)
  .overwrite(tag => tag.trim().toLocaleLowerCase('en-US'))
  .refine(tag => tag !== '', 'must not be empty');

const contentShape = {
  title: titleSchema,
  severity: severitySchema.default(null),
  visibility: visibilitySchema.default('internal'),
  incident: incidentSchema.prefault({}),
  entities: z.array(involvedEntitySchema).max(200).default([]),
  participants: z.array(participantSchema).max(200).default([]),
  summary: textSchema.default(null),
  impact: impactSchema.prefault({}),
  detection: detectionSchema.prefault({}),
  response: responseSchema.prefault({}),
  resolution: resolutionSchema.prefault({}),
  rootCause: rootCauseSchema.prefault({}),
  lessons: z.array(lessonInputSchema).max(500).default([]),
  timeline: z.array(timelineEntryInputSchema).max(2000).default([]),
  actionItems: z.array(actionItemInputSchema).max(500).default([]),
  followUp: followUpSchema.prefault({}),
  communications: z.array(communicationInputSchema).max(500).default([]),
  externalVersion: externalVersionSchema.default(null),
  links: z.array(linkSchema).max(200).default([]),
  tags: z.array(tagSchema).max(50).default([]),
  related: z.array(relatedSchema).max(100).default([]),
  notes: textSchema.default(null),
};

/**
 * What people write of a postmortem: the body of a create request, and what a
 * merge patch must add up to. `teams` left out or `null` means the owners of
 * the `cause` entities.
 */
export const postmortemInputSchema = z
  .strictObject({
    ...contentShape,
    teams: z.array(groupRefSchema).max(50).nullish(),
  })
  .superRefine(checkTimeOrder);

/** The parts that completeness looks at. */
export const partSchema = z.enum([
  'summary',
  'impact',
  'detection',
  'response',
  'resolution',
  'rootCause',
  'lessons',
  'actionItems',
  'timeline',
  'followUp',
  'communication',
]);

export const metricsSchema = z.strictObject({
  timeToDetect: z.int().nullable(),
  timeToAcknowledge: z.int().nullable(),
  timeToMitigate: z.int().nullable(),
  timeToResolve: z.int().nullable(),
});

export const completenessSchema = z.strictObject({
  score: z.number().min(0).max(1),
  missing: z.array(partSchema),
});

/** A point that the postmortem was let go without. */
export const waiverSchema = z.strictObject({
  /** The point, such as `incident.resolvedAt`. */
  path: z.string(),
  reason: z.string(),
  waivedBy: z.string(),
  waivedAt: timeSchema,
  /** The step that it was waived for. */
  to: postmortemStatusSchema,
});

const keptByServer = {
  id: z.uuid(),
  key: z.string().regex(/^PM-[1-9][0-9]*$/),
  status: postmortemStatusSchema,
  version: z.int().positive(),
  createdBy: entityRefSchema.or(z.string()),
  createdAt: timeSchema,
  updatedBy: entityRefSchema.or(z.string()),
  updatedAt: timeSchema,
  publishedAt: timeSchema.nullable(),
  closedAt: timeSchema.nullable(),
  metrics: metricsSchema,
};

/** The whole document of the contract. */
export const postmortemSchema = z.strictObject({
  ...keptByServer,
  ...contentShape,
  teams: z.array(groupRefSchema),
  lessons: z.array(lessonSchema),
  timeline: z.array(timelineEntrySchema),
  actionItems: z.array(actionItemSchema),
  communications: z.array(communicationSchema),
  waivers: z.array(waiverSchema),
  completeness: completenessSchema,
});

/** A postmortem as a row of a list. */
export const postmortemSummarySchema = z.strictObject({
  ...keptByServer,
  title: contentShape.title,
  severity: contentShape.severity,
  visibility: contentShape.visibility,
  incident: contentShape.incident,
  entities: z.array(involvedEntitySchema),
  teams: z.array(groupRefSchema),
  tags: z.array(z.string()),
  /** Counts of the action items as they are now. */
  actionItemCounts: z.strictObject({
    total: z.int(),
    open: z.int(),
    overdue: z.int(),
  }),
});

/** Names that the server keeps; a patch may repeat them but not change them. */
export const READ_ONLY_FIELDS = [
  ...Object.keys(keptByServer),
  'waivers',
  'completeness',
] as ReadonlyArray<keyof Postmortem>;

export type PostmortemStatus = z.output<typeof postmortemStatusSchema>;
export type Visibility = z.output<typeof visibilitySchema>;
export type Waiver = z.output<typeof waiverSchema>;
export type Part = z.output<typeof partSchema>;
export type Metrics = z.output<typeof metricsSchema>;
export type Completeness = z.output<typeof completenessSchema>;
export type Postmortem = z.output<typeof postmortemSchema>;
export type PostmortemSummary = z.output<typeof postmortemSummarySchema>;
/** What a caller may send; defaults not filled in. */
export type PostmortemInput = z.input<typeof postmortemInputSchema>;
/** The parsed input, every field there. */
export type PostmortemContent = z.output<typeof postmortemInputSchema>;
