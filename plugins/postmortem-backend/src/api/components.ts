import {
  actionItemInputSchema,
  actionItemListEntrySchema,
  actionItemPageSchema,
  actionItemSchema,
  commentPageSchema,
  commentSchema,
  entityRefSchema,
  groupRefSchema,
  hintEntrySchema,
  hintListSchema,
  importResultSchema,
  lessonListEntrySchema,
  lessonPageSchema,
  missingPointSchema,
  overviewSchema,
  ownerRefSchema,
  postmortemInputSchema,
  postmortemPageSchema,
  postmortemSchema,
  postmortemSummarySchema,
  presenceSchema,
  reviewPageSchema,
  reviewSchema,
  revisionPageSchema,
  revisionSchema,
  settingsSchema,
  timeSchema,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';

export type JsonSchema = Record<string, any>;

// Schemas that are the same in both directions.
const SHARED: Record<string, z.ZodType> = {
  Time: timeSchema,
  EntityRef: entityRefSchema,
  OwnerRef: ownerRefSchema,
  GroupRef: groupRefSchema,
};

// Schemas of answers, by the name they have in the description.
const ANSWERS: Record<string, z.ZodType> = {
  ...SHARED,
  Postmortem: postmortemSchema,
  PostmortemSummary: postmortemSummarySchema,
  PostmortemPage: postmortemPageSchema,
  ActionItem: actionItemSchema,
  ActionItemListEntry: actionItemListEntrySchema,
  ActionItemPage: actionItemPageSchema,
  LessonListEntry: lessonListEntrySchema,
  LessonPage: lessonPageSchema,
  Overview: overviewSchema,
  Revision: revisionSchema,
  RevisionPage: revisionPageSchema,
  Comment: commentSchema,
  CommentPage: commentPageSchema,
  Presence: presenceSchema,
  Review: reviewSchema,
  ReviewPage: reviewPageSchema,
  HintEntry: hintEntrySchema,
  HintList: hintListSchema,
  ImportResult: importResultSchema,
  MissingPoint: missingPointSchema,
  Settings: settingsSchema,
};

// Schemas of what callers send.
const REQUESTS: Record<string, z.ZodType> = {
  ...SHARED,
  PostmortemInput: postmortemInputSchema,
  ActionItemInput: actionItemInputSchema,
};

const ERROR: JsonSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        issues: {
          type: 'array',
          description: 'Each wrong field of a request, and what to mend',
          items: { $ref: '#/components/schemas/FieldIssue' },
        },
      },
    },
    request: {
      type: 'object',
      properties: { method: { type: 'string' }, url: { type: 'string' } },
    },
    response: {
      type: 'object',
      properties: { statusCode: { type: 'integer' } },
    },
    current: {
      description: 'With 412: the document as it is now',
      $ref: '#/components/schemas/Postmortem',
    },
    missing: {
      type: 'array',
      description: 'With 409 of a transition: all that is missing for it',
      items: { $ref: '#/components/schemas/MissingPoint' },
    },
  },
};

const FIELD_ISSUE: JsonSchema = {
  type: 'object',
  required: ['path', 'message'],
  additionalProperties: false,
  properties: { path: { type: 'string' }, message: { type: 'string' } },
};

/** A reference to a named schema. */
export function refTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

function withoutMeta(schema: JsonSchema): JsonSchema {
  const { $schema, $id, ...rest } = schema;
  return rest;
}

function named(
  schemas: Record<string, z.ZodType>,
  io: 'input' | 'output',
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  Object.entries(schemas).forEach(([id, schema]) =>
    registry.add(schema, { id }),
  );
  const generated = z.toJSONSchema(registry, {
    io,
    uri: id => refTo(id).$ref,
    unrepresentable: 'any',
  });
  return Object.fromEntries(
    Object.entries(generated.schemas).map(([id, schema]) => [
      id,
      withoutMeta(schema),
    ]),
  );
}

/** A schema: by its name where it has one, else in place. */
export function describe(
  schema: z.ZodType,
  io: 'input' | 'output',
): JsonSchema {
  const names = io === 'input' ? REQUESTS : ANSWERS;
  const name = Object.keys(names).find(key => names[key] === schema);
  return name
    ? refTo(name)
    : withoutMeta(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
}

/** All named schemas of the description. */
export function componentSchemas(): Record<string, JsonSchema> {
  return {
    ...named(ANSWERS, 'output'),
    ...named(REQUESTS, 'input'),
    Error: ERROR,
    FieldIssue: FIELD_ISSUE,
  };
}
