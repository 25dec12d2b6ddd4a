import {
  commentInputSchema,
  commentPageSchema,
  commentPatchSchema,
  commentQuerySchema,
  commentSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE, MERGE_PATCH_TYPE } from '../operation';

const params = { idOrKey: 'The id or the key, such as PM-42' };
const commentParams = { ...params, commentId: 'The id of the comment' };
const comment = { [JSON_TYPE]: commentSchema };

export const listComments = defineOperation({
  operationId: 'listComments',
  method: 'get',
  path: '/postmortems/{idOrKey}/comments',
  summary: 'Read the discussion',
  description:
    'The oldest first. A deleted comment is listed, without its text, as long as it has answers.',
  params,
  query: commentQuerySchema,
  responses: {
    200: {
      description: 'A page of comments',
      content: { [JSON_TYPE]: commentPageSchema },
    },
  },
  errors: [404],
  permissions: ['postmortem.read'],
});

export const createComment = defineOperation({
  operationId: 'createComment',
  method: 'post',
  path: '/postmortems/{idOrKey}/comments',
  summary: 'Comment',
  description:
    'On the whole document, a part or a field, or as an answer. Users and groups that the text mentions, as `@[Ana Ruiz](user:default/ana)` or `@user:default/ana`, are notified, of a restricted postmortem only those who may read it.',
  params,
  body: { contentTypes: [JSON_TYPE], schema: commentInputSchema },
  responses: { 201: { description: 'The comment', content: comment } },
  errors: [404, 413, 415],
  permissions: ['postmortem.read', 'postmortem.comment'],
  audit: { eventId: 'comment-create', severityLevel: 'low' },
});

export const changeComment = defineOperation({
  operationId: 'changeComment',
  method: 'patch',
  path: '/postmortems/{idOrKey}/comments/{commentId}',
  summary: 'Edit one’s own comment, or resolve or reopen any',
  params: commentParams,
  body: {
    contentTypes: [MERGE_PATCH_TYPE, JSON_TYPE],
    schema: commentPatchSchema,
  },
  responses: { 200: { description: 'The changed comment', content: comment } },
  errors: [404, 413, 415],
  permissions: ['postmortem.read', 'postmortem.comment'],
  audit: { eventId: 'comment-update', severityLevel: 'low' },
});

export const deleteComment = defineOperation({
  operationId: 'deleteComment',
  method: 'delete',
  path: '/postmortems/{idOrKey}/comments/{commentId}',
  summary: 'Delete one’s own comment',
  params: commentParams,
  responses: { 204: { description: 'It is deleted' } },
  errors: [404],
  permissions: ['postmortem.read', 'postmortem.comment'],
  audit: { eventId: 'comment-delete', severityLevel: 'low' },
});
