import { z } from 'zod';
import { pagingSchema, searchedPageOf } from './paging';
import { actionItemContentSchema, actionItemSchema } from './actionItem';
import { lessonSchema } from './parts';
import { visibilitySchema } from './postmortem';
import {
  entityRefSchema,
  groupRefSchema,
  textSchema,
  timeSchema,
} from './primitives';
import { repeatable, searchText } from './queries';

/**
 * Whose lessons: `self` of the named entities, `dependencies` of what they
 * depend on within two hops and what was addressed to them, `system` of the
 * other parts of their systems, `waiting` those that were addressed to the
 * entities (of a team: to any that it owns) and have no answer yet.
 */
export const lessonScopeSchema = z.enum([
  'self',
  'dependencies',
  'system',
  'waiting',
]);

export const lessonQuerySchema = z
  .strictObject({
    entityRef: repeatable(entityRefSchema),
    teamRef: repeatable(groupRefSchema),
    scope: lessonScopeSchema.default('self'),
    q: searchText,
    ...pagingSchema(20),
  })
  .refine(
    ({ scope, entityRef, teamRef }) => scope === 'self' || entityRef || teamRef,
    {
      message: 'needs an entityRef or a teamRef that lessons come to',
      path: ['scope'],
    },
  );

/** How a lesson comes to an entity. */
export const lessonReachSchema = z.strictObject({
  via: z.enum(['self', 'dependency', 'system', 'audience']),
  /** The entity that is reached. */
  entityRef: entityRefSchema,
  /**
   * From the entity that is reached to the one the lesson comes from, both
   * included: `[payments, ledger, ledger-db]`.
   */
  path: z.array(entityRefSchema),
  /** Hops along the path; 0 for the entity's own. */
  hops: z.int().nonnegative(),
  /** What ranks it high, the weightiest first. */
  reasons: z.array(z.enum(['severe', 'recent', 'close', 'addressed'])),
});

export const lessonVerdictSchema = z.enum([
  'applies',
  'already_covered',
  'does_not_apply',
]);

/** What a component's team says of a lesson that reaches it. */
export const lessonAnswerSchema = z.strictObject({
  lessonId: z.uuid(),
  entityRef: entityRefSchema,
  verdict: lessonVerdictSchema,
  reason: textSchema,
  /** The item that was made of it, where it applies. */
  actionItemId: z.uuid().nullable(),
  answeredBy: z.string(),
  answeredAt: timeSchema,
});

/** How often a lesson was answered in which way. */
export const lessonAnswerCountsSchema = z.strictObject({
  applies: z.int(),
  already_covered: z.int(),
  does_not_apply: z.int(),
});

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
  /** How it comes to the entities of the query; null for lists of all. */
  reach: lessonReachSchema.nullable(),
  /** The answer of the entity that it reaches. */
  answer: lessonAnswerSchema.nullable(),
  answers: lessonAnswerCountsSchema,
});
export const lessonPageSchema = searchedPageOf(lessonListEntrySchema);

/**
 * An answer. A lesson that applies makes an action item of the lesson's
 * postmortem, about the entity and owned by its team unless said otherwise;
 * the other verdicts need a reason.
 */
export const lessonAnswerInputSchema = z
  .strictObject({
    entityRef: entityRefSchema,
    verdict: lessonVerdictSchema,
    reason: textSchema.default(null),
    actionItem: actionItemContentSchema
      .pick({
        title: true,
        description: true,
        term: true,
        type: true,
        priority: true,
        ownerRef: true,
        dueAt: true,
      })
      .nullable()
      .default(null),
  })
  .refine(({ verdict, reason }) => verdict === 'applies' || reason !== null, {
    path: ['reason'],
    message: 'Say why',
  })
  .refine(
    ({ verdict, actionItem }) =>
      (verdict === 'applies') === (actionItem !== null),
    {
      path: ['actionItem'],
      message: 'A lesson that applies needs an action item, no other has one',
    },
  );

/** What an answer did. */
export const lessonAnsweredSchema = z.strictObject({
  answer: lessonAnswerSchema,
  actionItem: actionItemSchema.nullable(),
});

/** The answers to the lessons of one postmortem. */
export const postmortemLessonAnswersSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      lessonId: z.uuid(),
      answers: z.array(lessonAnswerSchema),
      /** How many entities it was addressed to. */
      addressed: z.int(),
      /** Those of them that have not answered; the first 100. */
      missing: z.array(entityRefSchema),
      missingCount: z.int(),
    }),
  ),
});

export type LessonScope = z.output<typeof lessonScopeSchema>;
export type LessonQuery = z.output<typeof lessonQuerySchema>;
export type LessonReach = z.output<typeof lessonReachSchema>;
export type LessonVerdict = z.output<typeof lessonVerdictSchema>;
export type LessonAnswer = z.output<typeof lessonAnswerSchema>;
export type LessonAnswerInput = z.input<typeof lessonAnswerInputSchema>;
export type LessonAnswered = z.output<typeof lessonAnsweredSchema>;
export type PostmortemLessonAnswers = z.output<
  typeof postmortemLessonAnswersSchema
>;
export type LessonListEntry = z.output<typeof lessonListEntrySchema>;
export type LessonPage = z.output<typeof lessonPageSchema>;
