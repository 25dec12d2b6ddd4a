import {
  entityRefSchema,
  groupRefSchema,
  importResultSchema,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';
import { defineOperation, JSON_TYPE, MARKDOWN_TYPE } from '../operation';

function repeatable<T extends z.ZodType>(item: T) {
  return z
    .preprocess(
      value => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(item).min(1).max(100),
    )
    .optional();
}

export const importPostmortem = defineOperation({
  operationId: 'importPostmortem',
  method: 'post',
  path: '/import',
  summary: 'Import a postmortem from markdown',
  description:
    'Nothing of the document is lost: what is not understood goes to `notes`, with a warning. `entityRef` names the causes where the document names no entity, and affected ones otherwise; `teamRef` adds responsible teams. `dryRun=true` stores nothing.',
  query: z.strictObject({
    dryRun: z.enum(['true', 'false']).default('false'),
    entityRef: repeatable(entityRefSchema),
    teamRef: repeatable(groupRefSchema),
  }),
  body: { contentTypes: [MARKDOWN_TYPE], schema: z.string() },
  responses: {
    200: {
      description: 'What a dry run understood',
      content: { [JSON_TYPE]: importResultSchema },
    },
    201: {
      description: 'What was understood and stored',
      content: { [JSON_TYPE]: importResultSchema },
      headers: ['ETag', 'Location'],
    },
  },
  errors: [409, 413, 415],
  permissions: ['postmortem.create'],
  audit: { eventId: 'import', severityLevel: 'medium' },
});
