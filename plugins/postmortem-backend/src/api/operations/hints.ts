import {
  hintDismissalInputSchema,
  hintDismissalSchema,
  hintListSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE } from '../operation';

const params = { idOrKey: 'The id or the key, such as PM-42' };
const hintParams = { ...params, hintId: 'The id of the hint' };

export const listHints = defineOperation({
  operationId: 'listHints',
  method: 'get',
  path: '/postmortems/{idOrKey}/hints',
  summary: 'Advice on how it is written',
  description:
    'Deterministic, in English, and never in the way of anything. Dismissed hints are listed with their dismissal.',
  params,
  responses: {
    200: {
      description: 'The hints, by rule and by their place in the document',
      content: { [JSON_TYPE]: hintListSchema },
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});

export const dismissHint = defineOperation({
  operationId: 'dismissHint',
  method: 'post',
  path: '/postmortems/{idOrKey}/hints/{hintId}/dismissals',
  summary: 'Say that a hint does not fit',
  description: 'For everybody, and as long as the passage stays the same.',
  params: hintParams,
  body: { contentTypes: [JSON_TYPE], schema: hintDismissalInputSchema },
  responses: {
    201: {
      description: 'The dismissal',
      content: { [JSON_TYPE]: hintDismissalSchema },
    },
  },
  errors: [404, 413, 415],
  permissions: ['postmortem.read', 'postmortem.update'],
});

export const undismissHint = defineOperation({
  operationId: 'undismissHint',
  method: 'delete',
  path: '/postmortems/{idOrKey}/hints/{hintId}/dismissals',
  summary: 'Take a dismissal back',
  params: hintParams,
  responses: { 204: { description: 'The hint is no longer dismissed' } },
  errors: [404],
  permissions: ['postmortem.read', 'postmortem.update'],
});
