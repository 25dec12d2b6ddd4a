import {
  MAX_DOCUMENTS_PAGE_SIZE,
  postmortemInputSchema,
  postmortemPageSchema,
  postmortemQuerySchema,
  postmortemSchema,
  transitionSchema,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';
import { defineOperation, JSON_TYPE, MERGE_PATCH_TYPE } from '../operation';

/** Any JSON object; what it adds up to is checked after the merge. */
export const mergePatchSchema = z.record(z.string(), z.unknown());

const params = { idOrKey: 'The id or the key, such as PM-42' };
const document = { [JSON_TYPE]: postmortemSchema };

export const listPostmortems = defineOperation({
  operationId: 'listPostmortems',
  method: 'get',
  path: '/postmortems',
  summary: 'List postmortems',
  description:
    'Those that the caller may see and that match every parameter given; a parameter given several times matches any of its values. `teamRef` means the group and all its child groups: their responsible postmortems, and those of every entity they own in the catalog now. `participantRef` finds what somebody began or took part in. `from` and `to` are about the beginning of the impact; `to` given as a day includes that day. Postmortems without a beginning come last. `q` finds all of its words, each one or the beginning of one, in any text of a postmortem; words in quotation marks as they follow each other. With `include=document`, `documents` has the whole of each item, and a page at most 20 of them.',
  query: postmortemQuerySchema
    .refine(
      ({ from, to }) => !from || !to || from.slice(0, 10) <= to.slice(0, 10),
      { path: ['from'], message: 'is later than to; swap the two' },
    )
    .refine(
      ({ include, limit }) => !include || limit <= MAX_DOCUMENTS_PAGE_SIZE,
      {
        path: ['limit'],
        message: `is more than ${MAX_DOCUMENTS_PAGE_SIZE}, the most that whole documents come in`,
      },
    ),
  responses: {
    200: {
      description: 'A page of summaries',
      content: { [JSON_TYPE]: postmortemPageSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const createPostmortem = defineOperation({
  operationId: 'createPostmortem',
  method: 'post',
  path: '/postmortems',
  summary: 'Write a new postmortem',
  description:
    'It starts as a draft of the caller. Without `teams`, the owners of its `cause` entities are responsible.',
  body: {
    contentTypes: [JSON_TYPE],
    schema: mergePatchSchema,
    documented: postmortemInputSchema,
  },
  responses: {
    201: {
      description: 'The stored postmortem',
      content: document,
      headers: ['ETag', 'Location'],
    },
  },
  errors: [409, 413, 415],
  permissions: ['postmortem.create'],
  audit: { eventId: 'create', severityLevel: 'medium' },
});

export const getPostmortem = defineOperation({
  operationId: 'getPostmortem',
  method: 'get',
  path: '/postmortems/{idOrKey}',
  summary: 'Read a postmortem',
  params,
  responses: {
    200: {
      description: 'The whole document',
      content: document,
      headers: ['ETag'],
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});

export const patchPostmortem = defineOperation({
  operationId: 'patchPostmortem',
  method: 'patch',
  path: '/postmortems/{idOrKey}',
  summary: 'Change a postmortem',
  description:
    'A JSON merge patch (RFC 7396) of the document. Fields that the server keeps may be repeated but not changed. A patch that changes nothing leaves the version as it is.',
  params,
  body: {
    contentTypes: [MERGE_PATCH_TYPE, JSON_TYPE],
    schema: mergePatchSchema,
  },
  ifMatch: 'required',
  responses: {
    200: {
      description: 'The changed document',
      content: document,
      headers: ['ETag'],
    },
  },
  errors: [404, 409, 412, 413, 415, 428],
  permissions: ['postmortem.read', 'postmortem.update'],
  audit: { eventId: 'update', severityLevel: 'medium' },
});

export const deletePostmortem = defineOperation({
  operationId: 'deletePostmortem',
  method: 'delete',
  path: '/postmortems/{idOrKey}',
  summary: 'Delete a postmortem',
  description: 'It leaves every list, and can be restored.',
  params,
  ifMatch: 'optional',
  responses: { 204: { description: 'It is deleted' } },
  errors: [404, 412],
  permissions: ['postmortem.read', 'postmortem.delete'],
  audit: { eventId: 'delete', severityLevel: 'high' },
});

export const restorePostmortem = defineOperation({
  operationId: 'restorePostmortem',
  method: 'post',
  path: '/postmortems/{idOrKey}/restore',
  summary: 'Restore a deleted postmortem',
  params,
  responses: {
    200: {
      description: 'The restored document',
      content: document,
      headers: ['ETag'],
    },
  },
  errors: [404, 409],
  permissions: ['postmortem.read', 'postmortem.delete'],
  audit: { eventId: 'restore', severityLevel: 'high' },
});

export const transitionPostmortem = defineOperation({
  operationId: 'transitionPostmortem',
  method: 'post',
  path: '/postmortems/{idOrKey}/transitions',
  summary: 'Take the next step, or go back',
  description:
    'draft, in_review, published, closed; forward one step at a time, back to any with a reason. `GET /settings` says what each step requires; to be closed, every action item must be done, or wont_do with a `resolutionNote`. A refusal (409) lists all that is missing, and which of it can be waived by a caller with `postmortem.waive`. Waivers of points that are not missing are ignored; the others stay in the document.',
  params,
  body: { contentTypes: [JSON_TYPE], schema: transitionSchema },
  ifMatch: 'optional',
  responses: {
    200: {
      description: 'The document after the step',
      content: document,
      headers: ['ETag'],
    },
  },
  errors: [404, 409, 412, 413, 415],
  permissions: ['postmortem.read', 'postmortem.update', 'postmortem.waive'],
  audit: { eventId: 'transition', severityLevel: 'medium' },
});
