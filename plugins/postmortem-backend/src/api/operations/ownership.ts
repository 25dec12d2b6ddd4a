import {
  actionItemBulkInputSchema,
  actionItemBulkResultSchema,
  actionItemSchema,
  ownershipGapPageSchema,
  ownershipGapQuerySchema,
  proposalAnswerInputSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE } from '../operation';

export const patchActionItems = defineOperation({
  operationId: 'patchActionItems',
  method: 'patch',
  path: '/action-items',
  summary: 'Change up to 100 action items at once',
  description:
    'Each item is changed by itself: the answer says of each whether it was, and why not. The items of one postmortem are one write to it.',
  body: { contentTypes: [JSON_TYPE], schema: actionItemBulkInputSchema },
  responses: {
    200: {
      description: 'What became of each item',
      content: { [JSON_TYPE]: actionItemBulkResultSchema },
    },
  },
  errors: [413, 415],
  permissions: ['postmortem.read', 'postmortem.update'],
  audit: { eventId: 'action-items-update', severityLevel: 'low' },
});

export const answerProposal = defineOperation({
  operationId: 'answerProposal',
  method: 'post',
  path: '/action-items/{id}/proposal',
  summary: 'Accept or decline an action item that is proposed to a team',
  description:
    'For members of the team that owns the entity that the item changes, and of the groups above it. An accepted item without an owner becomes the team’s; to decline one takes a reason. 409 when it does not wait for an answer.',
  params: { id: 'The id of the action item' },
  body: { contentTypes: [JSON_TYPE], schema: proposalAnswerInputSchema },
  responses: {
    200: {
      description: 'The action item',
      content: { [JSON_TYPE]: actionItemSchema },
    },
  },
  errors: [404, 409, 413, 415, 503],
  permissions: ['postmortem.read'],
  audit: { eventId: 'action-item-proposal-answer', severityLevel: 'low' },
});

export const listOwnershipGaps = defineOperation({
  operationId: 'listOwnershipGaps',
  method: 'get',
  path: '/ownership-gaps',
  summary: 'List what lost its owner or entity in the catalog',
  description:
    'As of the last sweep, those found last first. A gap is closed as soon as another ref stands in its place.',
  query: ownershipGapQuerySchema,
  responses: {
    200: {
      description: 'A page of gaps',
      content: { [JSON_TYPE]: ownershipGapPageSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});
