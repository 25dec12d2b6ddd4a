import {
  presenceInputSchema,
  presenceSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE } from '../operation';

const params = { idOrKey: 'The id or the key, such as PM-42' };
const presence = { [JSON_TYPE]: presenceSchema };

export const getPresence = defineOperation({
  operationId: 'getPresence',
  method: 'get',
  path: '/postmortems/{idOrKey}/presence',
  summary: 'Who has it open',
  params,
  responses: {
    200: { description: 'The windows in which it is open', content: presence },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});

export const beatPresence = defineOperation({
  operationId: 'beatPresence',
  method: 'post',
  path: '/postmortems/{idOrKey}/presence',
  summary: 'Say that one has it open',
  description:
    'It counts for 20 seconds; send it again before. Those who are present get signals on the channel `postmortem:<id>` when others come, move or leave and when a version is written.',
  params,
  body: { contentTypes: [JSON_TYPE], schema: presenceInputSchema },
  responses: {
    200: { description: 'The windows in which it is open', content: presence },
  },
  errors: [404, 413, 415],
  permissions: ['postmortem.read'],
});

export const leavePresence = defineOperation({
  operationId: 'leavePresence',
  method: 'delete',
  path: '/postmortems/{idOrKey}/presence/{clientId}',
  summary: 'Say that one has closed it',
  params: { ...params, clientId: 'What the window calls itself' },
  responses: { 204: { description: 'It is not open there' } },
  errors: [404],
  permissions: ['postmortem.read'],
});
