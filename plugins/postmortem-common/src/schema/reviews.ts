import { z } from 'zod';
import { MAX_COMMENT_LENGTH } from './comments';
import { pageOf, pagingSchema } from './paging';
import { timeSchema } from './primitives';

export const reviewVerdictSchema = z.enum(['approve', 'request_changes']);

export const reviewInputSchema = z
  .strictObject({
    verdict: reviewVerdictSchema,
    /** Markdown; needed where changes are asked for. */
    comment: z
      .string()
      .max(MAX_COMMENT_LENGTH)
      .nullable()
      .default(null)
      .overwrite(text => (text?.trim() ? text : null)),
    /** The version that was read. */
    version: z.int().positive(),
  })
  .refine(({ verdict, comment }) => verdict === 'approve' || comment !== null, {
    path: ['comment'],
    message: 'Say what should change',
  });

export const reviewSchema = z.strictObject({
  id: z.uuid(),
  verdict: reviewVerdictSchema,
  comment: z.string().nullable(),
  version: z.int().positive(),
  createdBy: z.string(),
  createdAt: timeSchema,
  /** Whether the text was changed after the version that was read. */
  stale: z.boolean(),
});

/** How far the reviewers are. */
export const approvalsSchema = z.strictObject({
  /** How many are needed to publish. */
  required: z.int(),
  /** People other than the author who approve of the text as it is. */
  given: z.int(),
  /** Those whose latest review asks for changes. */
  changesRequestedBy: z.array(z.string()),
});

/** Reviews, the newest first. */
export const reviewPageSchema = pageOf(reviewSchema).extend({
  approvals: approvalsSchema,
});

export const reviewQuerySchema = z.strictObject(pagingSchema(100));

export type ReviewVerdict = z.output<typeof reviewVerdictSchema>;
export type ReviewInput = z.input<typeof reviewInputSchema>;
export type Review = z.output<typeof reviewSchema>;
export type Approvals = z.output<typeof approvalsSchema>;
export type ReviewPage = z.output<typeof reviewPageSchema>;
