import {
  lessonPageSchema,
  lessonQuerySchema,
  overviewQuerySchema,
  overviewSchema,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';
import { defineOperation, JSON_TYPE } from '../operation';

export const listLessons = defineOperation({
  operationId: 'listLessons',
  method: 'get',
  path: '/lessons',
  summary: 'List lessons',
  description: 'Those of the newest incident first.',
  query: lessonQuerySchema,
  responses: {
    200: {
      description: 'A page of lessons',
      content: { [JSON_TYPE]: lessonPageSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const getOverview = defineOperation({
  operationId: 'getOverview',
  method: 'get',
  path: '/overview',
  summary: 'Everything that the tab and the card of an entity or a team show',
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
