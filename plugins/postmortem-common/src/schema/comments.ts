import { z } from 'zod';
import { partSchema } from './postmortem';
import { entityRefSchema, timeSchema } from './primitives';
import { pageOf, pagingSchema } from './paging';

/** The longest comment, in characters. */
export const MAX_COMMENT_LENGTH = 20_000;

/**
 * Where in the document people are or comment: a part that completeness
 * knows, or one that it does not. `about` is the title, the times, the
 * entities and the people.
 */
export const documentPartSchema = z.enum([
  ...partSchema.options,
  'about',
  'externalVersion',
  'links',
  'notes',
]);

const commentTextSchema = z
  .string()
  .max(MAX_COMMENT_LENGTH)
  .refine(text => text.trim() !== '', 'must not be empty');

export const commentInputSchema = z.strictObject({
  /** Markdown; `@[Ana Ruiz](user:default/ana)` mentions her. */
  text: commentTextSchema,
  /** The part that it is about; null for the document as a whole. */
  part: documentPartSchema.nullable().default(null),
  /** The field, such as `rootCause.technical` or `timeline.2.text`. */
  path: z.string().min(1).max(200).nullable().default(null),
  /** The comment that it answers; an answer cannot be answered itself. */
  parentId: z.uuid().nullable().default(null),
});

export const commentPatchSchema = z
  .strictObject({
    /** By the one who wrote it only. */
    text: commentTextSchema.optional(),
    /** Of a comment that is no answer. */
    resolved: z.boolean().optional(),
  })
  .refine(
    ({ text, resolved }) => text !== undefined || resolved !== undefined,
    'give text or resolved',
  );

export const commentSchema = z.strictObject({
  id: z.uuid(),
  part: documentPartSchema.nullable(),
  path: z.string().nullable(),
  parentId: z.uuid().nullable(),
  /** Null once it was deleted; it is listed as long as it has answers. */
  text: z.string().nullable(),
  /** Users and groups that the text mentions, each once. */
  mentions: z.array(entityRefSchema),
  createdBy: z.string(),
  createdAt: timeSchema,
  editedAt: timeSchema.nullable(),
  resolvedBy: z.string().nullable(),
  resolvedAt: timeSchema.nullable(),
  deletedAt: timeSchema.nullable(),
});

/** Comments, the oldest first. */
export const commentPageSchema = pageOf(commentSchema);

export const commentQuerySchema = z.strictObject({
  part: documentPartSchema.optional(),
  ...pagingSchema(100),
});

export type DocumentPart = z.output<typeof documentPartSchema>;
export type Comment = z.output<typeof commentSchema>;
export type CommentInput = z.input<typeof commentInputSchema>;
export type CommentPatch = z.output<typeof commentPatchSchema>;
export type CommentPage = z.output<typeof commentPageSchema>;
export type CommentQuery = z.output<typeof commentQuerySchema>;
