import {
  actionItemPageSchema,
  actionItemQuerySchema,
  actionItemSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE, MERGE_PATCH_TYPE } from '../operation';
import { mergePatchSchema } from './postmortems';

export const listActionItems = defineOperation({
  operationId: 'listActionItems',
  method: 'get',
  path: '/action-items',
  summary: 'List action items',
  description:
    'Of the postmortems that the caller may see. `entityRef`: of postmortems that involve it, and those that change it. `teamRef`: of the postmortems of the group, its child groups and what they own, and those that one of the groups owns. `state`: `open` is neither done nor wont_do, `overdue` is open and past its date (a date at midnight UTC counts until the end of that day), `done` is no longer open.',
  query: actionItemQuerySchema,
  responses: {
    200: {
      description: 'A page of action items',
      content: { [JSON_TYPE]: actionItemPageSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const patchActionItem = defineOperation({
  operationId: 'patchActionItem',
  method: 'patch',
  path: '/action-items/{id}',
  summary: 'Change an action item',
  description:
    'A JSON merge patch (RFC 7396) of one item. It is a write to its postmortem, whose version (in If-Match and ETag) it increases.',
  params: { id: 'The id of the action item' },
  body: {
    contentTypes: [MERGE_PATCH_TYPE, JSON_TYPE],
    schema: mergePatchSchema,
  },
  ifMatch: 'optional',
  responses: {
    200: {
      description: 'The changed action item',
      content: { [JSON_TYPE]: actionItemSchema },
      headers: ['ETag'],
    },
  },
  errors: [404, 409, 412, 413, 415],
  permissions: ['postmortem.read', 'postmortem.update'],
  audit: { eventId: 'action-item-update', severityLevel: 'low' },
});
