import { z } from 'zod';
import { documentPartSchema } from './comments';
import { timeSchema } from './primitives';

/** A hint that somebody thinks does not fit. */
export const hintDismissalSchema = z.strictObject({
  reason: z.string().nullable(),
  dismissedBy: z.string(),
  dismissedAt: timeSchema,
});

export const hintDismissalInputSchema = z.strictObject({
  reason: z.string().max(2000).nullable().default(null),
});

/** Advice on one passage or field, see `Hint`, and whether it was dismissed. */
export const hintEntrySchema = z.strictObject({
  id: z.string(),
  rule: z.string(),
  path: z.string(),
  rowId: z.uuid().nullable(),
  part: documentPartSchema.or(z.literal('title')),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  message: z.string(),
  suggestion: z.string().nullable(),
  dismissal: hintDismissalSchema.nullable(),
});

export const hintListSchema = z.strictObject({
  items: z.array(hintEntrySchema),
});

export type HintDismissal = z.output<typeof hintDismissalSchema>;
export type HintDismissalInput = z.input<typeof hintDismissalInputSchema>;
export type HintEntry = z.output<typeof hintEntrySchema>;
export type HintList = z.output<typeof hintListSchema>;
