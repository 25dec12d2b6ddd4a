import { postmortemCommentPermission } from 'backstage-plugin-postmortem-common';
import {
  changeComment,
  createComment,
  deleteComment,
  listComments,
} from '../api/operations/comments';
import type { CommentService } from '../comments/CommentService';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { authorOf } from '../service/author';
import type { Mount } from './mount';

/** Routes of the discussion. */
export function mountComments(
  mount: Mount,
  comments: CommentService,
  guard: PostmortemGuard,
): void {
  mount(listComments, async ({ params, query, credentials }) => ({
    json: await comments.list(
      await guard.find(params.idOrKey, credentials),
      query,
    ),
  }));
  mount(createComment, async ({ params, body, credentials }) => {
    const postmortem = await guard.find(
      params.idOrKey,
      credentials,
      postmortemCommentPermission,
    );
    return {
      status: 201,
      json: await comments.create(postmortem, body, authorOf(credentials)),
    };
  });
  mount(changeComment, async ({ params, body, credentials }) => {
    const postmortem = await guard.find(
      params.idOrKey,
      credentials,
      postmortemCommentPermission,
    );
    return {
      json: await comments.change(
        postmortem,
        params.commentId,
        body,
        authorOf(credentials),
      ),
    };
  });
  mount(deleteComment, async ({ params, credentials }) => {
    const postmortem = await guard.find(
      params.idOrKey,
      credentials,
      postmortemCommentPermission,
    );
    await comments.delete(postmortem, params.commentId, authorOf(credentials));
    return { status: 204 };
  });
}
