import {
  MAX_PAGE_SIZE,
  postmortemSchema,
  revisionPageSchema,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';
import {
  CALENDAR_TYPE,
  defineOperation,
  HTML_TYPE,
  JSON_TYPE,
  MARKDOWN_TYPE,
} from '../operation';

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

export const restoreRevision = defineOperation({
  operationId: 'restoreRevision',
  method: 'post',
  path: '/postmortems/{idOrKey}/revisions/{version}/restore',
  summary: 'Bring back what was written at a version',
  description:
    'As a new version on top; nothing in between is lost. Status and visibility stay as they are.',
  params: { ...params, version: 'The number of the version' },
  ifMatch: 'required',
  responses: {
    200: {
      description: 'The document after it',
      content: { [JSON_TYPE]: postmortemSchema },
      headers: ['ETag'],
    },
  },
  errors: [404, 409, 412, 413, 428],
  permissions: ['postmortem.read', 'postmortem.update'],
  audit: { eventId: 'revision-restore', severityLevel: 'medium' },
});

export const exportPostmortem = defineOperation({
  operationId: 'exportPostmortem',
  method: 'get',
  path: '/postmortems/{idOrKey}/export',
  summary: 'Take a postmortem along',
  description:
    'For people inside (`audience=internal`) as markdown that imports back to the same document, or as JSON. For people outside, only what was written for them (`externalVersion`), as markdown or as a page of HTML.',
  params,
  query: z
    .strictObject({
      format: z.enum(['markdown', 'json', 'html']).default('markdown'),
      audience: z.enum(['internal', 'external']).default('internal'),
    })
    .refine(
      ({ format, audience }) =>
        format !== (audience === 'internal' ? 'html' : 'json'),
      {
        path: ['format'],
        message:
          'is markdown or json for audience=internal, markdown or html for audience=external',
      },
    ),
  responses: {
    200: {
      description: 'The document as a file',
      content: {
        [MARKDOWN_TYPE]: z.string(),
        [JSON_TYPE]: postmortemSchema,
        [HTML_TYPE]: z.string(),
      },
    },
  },
  errors: [404, 409],
  permissions: ['postmortem.read'],
});

export const getReviewCalendar = defineOperation({
  operationId: 'getReviewCalendar',
  method: 'get',
  path: '/postmortems/{idOrKey}/review.ics',
  summary: 'The review meeting as a calendar file',
  description:
    'A later version of the document updates the same event in a calendar.',
  params,
  responses: {
    200: {
      description: 'One event (RFC 5545)',
      content: { [CALENDAR_TYPE]: z.string() },
    },
  },
  errors: [404, 409],
  permissions: ['postmortem.read'],
});
