import { z } from 'zod';
import {
  postmortemInputSchema,
  postmortemSchema,
  partSchema,
  postmortemStatusSchema,
} from './postmortem';

export const transitionSchema = z.strictObject({ to: postmortemStatusSchema });

/** One thing that stands between a postmortem and the step asked for. */
export const missingPointSchema = z.strictObject({
  /** Where in the document, such as `summary` or `actionItems`. */
  path: z.string(),
  message: z.string(),
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

export type Transition = z.output<typeof transitionSchema>;
export type MissingPoint = z.output<typeof missingPointSchema>;
export type ImportResult = z.output<typeof importResultSchema>;

/** One wrong field of a request, and what to mend. */
export type FieldIssue = {
  /** Dotted path of the field, such as `incident.resolvedAt`. */
  path: string;
  message: string;
};
