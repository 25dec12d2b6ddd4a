import {
  overviewQuerySchema,
  overviewSchema,
  settingsSchema,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';
import { defineOperation, JSON_TYPE } from '../operation';

export const getOverview = defineOperation({
  operationId: 'getOverview',
  method: 'get',
  path: '/overview',
  summary:
    'Everything that the tab and the card of an entity, a team or a person show',
  description:
    'A system or a domain is shown with all its parts; an incident that involves several of them counts once. A team is shown with its child groups, and with what they own in the catalog now.',
  query: overviewQuerySchema,
  responses: {
    200: {
      description: 'The overview',
      content: { [JSON_TYPE]: overviewSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const getSettings = defineOperation({
  operationId: 'getSettings',
  method: 'get',
  path: '/settings',
  summary: 'What the portal is configured to',
  description:
    'The severities, most severe first, and what each step of the workflow requires.',
  responses: {
    200: {
      description: 'The settings',
      content: { [JSON_TYPE]: settingsSchema },
    },
  },
  permissions: [],
});

export const getOpenApi = defineOperation({
  operationId: 'getOpenApi',
  method: 'get',
  path: '/openapi.json',
  summary: 'This description',
  responses: {
    200: {
      description: 'OpenAPI 3.1',
      content: { [JSON_TYPE]: z.record(z.string(), z.unknown()) },
    },
  },
  permissions: [],
});
