import {
  MAX_PAGE_SIZE,
  postmortemSchema,
  revisionPageSchema,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';
import { defineOperation, JSON_TYPE, MARKDOWN_TYPE } from '../operation';

const params = { idOrKey: 'The id or the key, such as PM-42' };

export const listRevisions = defineOperation({
  operationId: 'listRevisions',
  method: 'get',
  path: '/postmortems/{idOrKey}/revisions',
  summary: 'Who changed what, and when',
  description: 'The newest version first.',
  params,
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(100),
    cursor: z.string().min(1).max(4000).optional(),
  }),
  responses: {
    200: {
      description: 'A page of revisions',
      content: { [JSON_TYPE]: revisionPageSchema },
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});

export const getRevision = defineOperation({
  operationId: 'getRevision',
  method: 'get',
  path: '/postmortems/{idOrKey}/revisions/{version}',
  summary: 'Read a postmortem as it was',
  params: { ...params, version: 'The number of the version' },
  responses: {
    200: {
      description: 'The document at that version',
      content: { [JSON_TYPE]: postmortemSchema },
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});

export const exportPostmortem = defineOperation({
  operationId: 'exportPostmortem',
  method: 'get',
  path: '/postmortems/{idOrKey}/export',
  summary: 'Take a postmortem along',
  description:
    'As markdown that imports back to the same document, or as JSON.',
  params,
  query: z.strictObject({
    format: z.enum(['markdown', 'json']).default('markdown'),
  }),
  responses: {
    200: {
      description: 'The document as a file',
      content: { [MARKDOWN_TYPE]: z.string(), [JSON_TYPE]: postmortemSchema },
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});
