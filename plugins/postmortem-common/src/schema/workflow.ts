import { z } from 'zod';
import {
  postmortemInputSchema,
  postmortemSchema,
  partSchema,
  postmortemStatusSchema,
} from './postmortem';

/** The longest reason, in characters. */
export const MAX_REASON_LENGTH = 2000;

/** The points that a step of the workflow can require. */
export const workflowPointSchema = z.enum([
  'severity',
  'entities',
  'participants',
  'incident.startedAt',
  'incident.detectedAt',
  'incident.declaredAt',
  'incident.acknowledgedAt',
  'incident.mitigatedAt',
  'incident.resolvedAt',
  'summary',
  'impact',
  'detection',
  'response',
  'resolution',
  'rootCause',
  'rootCause.trigger',
  'rootCause.contributingFactors',
  'lessons',
  'timeline',
  'actionItems',
  'actionItems.ownerRef',
  'actionItems.dueAt',
  'actionItems.evidence',
  'communications',
  'externalVersion',
  'followUp.reviewAt',
  'followUp.heldAt',
  'followUp.outcome',
]);

/** The points that can be waived: those that can be required, and approvals. */
export const waivablePointSchema = z.enum([
  ...workflowPointSchema.options,
  'reviews',
]);

/** What one step requires. */
export const workflowStepSchema = z.strictObject({
  /** Of every postmortem. */
  requires: z.array(workflowPointSchema),
  /** In addition, of the postmortems of a severity. */
  bySeverity: z.record(z.string(), z.array(workflowPointSchema)),
});

/** What each step requires, as the portal configures it. */
export const workflowSchema = z.strictObject({
  in_review: workflowStepSchema,
  published: workflowStepSchema.extend({
    /** How many people have to approve of the text as it is. */
    approvals: z.int().min(0).max(20),
    approvalsBySeverity: z.record(z.string(), z.int().min(0).max(20)),
  }),
  closed: workflowStepSchema,
});

/** What the portal is configured to, as far as people have to know. */
export const settingsSchema = z.strictObject({
  /** Most severe first. */
  severities: z.array(z.string()),
  workflow: workflowSchema,
});

const reasonSchema = z
  .string()
  .max(MAX_REASON_LENGTH)
  .overwrite(reason => reason.trim())
  .refine(reason => reason !== '', 'must not be empty');

export const transitionSchema = z.strictObject({
  to: postmortemStatusSchema,
  /** Why; needed for a step back. */
  reason: reasonSchema.optional(),
  /** Points to go without, where they are missing; needs `postmortem.waive`. */
  waivers: z
    .array(z.strictObject({ path: waivablePointSchema, reason: reasonSchema }))
    .max(50)
    .optional(),
});

/** One thing that stands between a postmortem and the step asked for. */
export const missingPointSchema = z.strictObject({
  /** Where in the document, such as `summary` or `actionItems.2`. */
  path: z.string(),
  message: z.string(),
  /** Whether somebody with the permission may let it go without. */
  waivable: z.boolean(),
});

/** What an import understood of one markdown document, and what it did not. */
export const importWarningSchema = z.string();

export const importResultSchema = z.strictObject({
  /** What will be, or was, stored; on a dry run nothing is stored. */
  document: postmortemInputSchema,
  /** The status that the document states of itself; a draft otherwise. */
  status: postmortemStatusSchema,
  parts: z.array(partSchema),
  warnings: z.array(importWarningSchema),
  /** The stored postmortem; null on a dry run. */
  postmortem: postmortemSchema.nullable(),
});

export const importQuerySchema = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false'),
  entityRef: z.union([z.string(), z.array(z.string())]).optional(),
  teamRef: z.union([z.string(), z.array(z.string())]).optional(),
});

export type WorkflowPoint = z.output<typeof workflowPointSchema>;
export type WaivablePoint = z.output<typeof waivablePointSchema>;
export type WorkflowStep = z.output<typeof workflowStepSchema>;
export type Workflow = z.output<typeof workflowSchema>;
export type Settings = z.output<typeof settingsSchema>;
export type Transition = z.output<typeof transitionSchema>;
/** A step as a caller asks for it. */
export type TransitionInput = z.input<typeof transitionSchema>;
export type MissingPoint = z.output<typeof missingPointSchema>;
export type ImportResult = z.output<typeof importResultSchema>;

/** One wrong field of a request, and what to mend. */
export type FieldIssue = {
  /** Dotted path of the field, such as `incident.resolvedAt`. */
  path: string;
  message: string;
};
