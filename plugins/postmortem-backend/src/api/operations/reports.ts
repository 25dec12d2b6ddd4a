import {
  durationsReportSchema,
  followThroughReportSchema,
  patternsReportSchema,
  reportQuerySchema,
  snapshotCreatedSchema,
  snapshotInputSchema,
  snapshotSchema,
  trendsQuerySchema,
  trendsSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE } from '../operation';

const OF_WHAT =
  'Of the incidents that began at `from` or later and before `to`, pass the filters, are not deleted and may be seen. Without times, of the last twelve months and the current period. A team stands for its child groups and what they own in the catalog now, a system or a domain for its parts.';

export const getTrends = defineOperation({
  operationId: 'getTrends',
  method: 'get',
  path: '/reports/trends',
  summary: 'How many incidents began, by period and by group',
  description: `${OF_WHAT} Counts come with their exact 95 % Poisson interval, and are compared with the time before by the conditional exact test for two Poisson rates, at a level of 0.05. An incident counts once in each group that it belongs to, and once in the totals.`,
  query: trendsQuerySchema,
  responses: {
    200: {
      description: 'The counts',
      content: { [JSON_TYPE]: trendsSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const getPatterns = defineOperation({
  operationId: 'getPatterns',
  method: 'get',
  path: '/reports/patterns',
  summary:
    'Where it hurts, what sets it off, how it is found out and what it costs',
  description: `${OF_WHAT} Teams are told with the components that they own in the catalog now, in the order of the lower limit of their rates. Systems and teams of the flows are those of the catalog now.`,
  query: reportQuerySchema,
  responses: {
    200: {
      description: 'The figures',
      content: { [JSON_TYPE]: patternsReportSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const getDurations = defineOperation({
  operationId: 'getDurations',
  method: 'get',
  path: '/reports/durations',
  summary:
    'How long detection, acknowledgement, mitigation and resolution took',
  description: `${OF_WHAT} Minutes from the beginning of the impact. The intervals of the medians and 90th percentiles are distribution-free, at 95 %.`,
  query: reportQuerySchema,
  responses: {
    200: {
      description: 'The figures, and the incidents one by one',
      content: { [JSON_TYPE]: durationsReportSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const getFollowThrough = defineOperation({
  operationId: 'getFollowThrough',
  method: 'get',
  path: '/reports/follow-through',
  summary: 'What becomes of action items, fixes and postmortems',
  description: `${OF_WHAT} Action items are those of all incidents that pass the filters, whenever these began. Shares within a number of days are estimated after Kaplan and Meier; what was given up counts as not done.`,
  query: reportQuerySchema,
  responses: {
    200: {
      description: 'The figures',
      content: { [JSON_TYPE]: followThroughReportSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const createSnapshot = defineOperation({
  operationId: 'createSnapshot',
  method: 'post',
  path: '/reports/snapshots',
  summary: 'Keep the figures of all reports as they are now',
  description:
    'As the caller sees them. The snapshot can be read by those who may see every postmortem that it tells of.',
  body: { contentTypes: [JSON_TYPE], schema: snapshotInputSchema },
  responses: {
    201: {
      description: 'Where the figures are kept',
      headers: ['Location'],
      content: { [JSON_TYPE]: snapshotCreatedSchema },
    },
  },
  errors: [413, 415, 503],
  permissions: ['postmortem.read'],
  audit: { eventId: 'report-snapshot-create', severityLevel: 'low' },
});

export const getSnapshot = defineOperation({
  operationId: 'getSnapshot',
  method: 'get',
  path: '/reports/snapshots/{id}',
  summary: 'Figures of reports as they were kept',
  description:
    'For those who may see every postmortem that they tell of, as of now; there is none for others.',
  params: { id: 'The id of the snapshot' },
  responses: {
    200: {
      description: 'The figures',
      content: { [JSON_TYPE]: snapshotSchema },
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});
