import {
  reviewInputSchema,
  reviewPageSchema,
  reviewQuerySchema,
  reviewSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE } from '../operation';

const params = { idOrKey: 'The id or the key, such as PM-42' };

export const listReviews = defineOperation({
  operationId: 'listReviews',
  method: 'get',
  path: '/postmortems/{idOrKey}/reviews',
  summary: 'What the reviewers say',
  description:
    'The newest first, and how far they are: an approval counts until the text is changed.',
  params,
  query: reviewQuerySchema,
  responses: {
    200: {
      description: 'A page of reviews',
      content: { [JSON_TYPE]: reviewPageSchema },
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});

export const createReview = defineOperation({
  operationId: 'createReview',
  method: 'post',
  path: '/postmortems/{idOrKey}/reviews',
  summary: 'Approve, or ask for changes',
  description:
    'By participants with the role `reviewer`, and by whoever may update it. Nobody approves of their own. `version` is the one that was read.',
  params,
  body: { contentTypes: [JSON_TYPE], schema: reviewInputSchema },
  responses: {
    201: { description: 'The review', content: { [JSON_TYPE]: reviewSchema } },
  },
  errors: [404, 413, 415],
  permissions: ['postmortem.read', 'postmortem.update'],
  audit: { eventId: 'review-create', severityLevel: 'medium' },
});
