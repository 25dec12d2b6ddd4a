import { useApi } from '@backstage/core-plugin-api';
import type {
  Comment,
  CommentInput,
  PostmortemApi,
} from 'backstage-plugin-postmortem-common';
import { useCallback, useEffect, useMemo, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';

async function loadAll(api: PostmortemApi, id: string): Promise<Comment[]> {
  const comments: Comment[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listComments(id, { cursor });
    comments.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return comments;
}

/** The discussion of a postmortem, and how to take part in it. */
export interface CommentList {
  /** Oldest first; undefined until they have been loaded. */
  comments?: Comment[];
  error?: Error;
  retry: () => void;
  add: (comment: CommentInput) => Promise<void>;
  edit: (comment: Comment, text: string) => Promise<void>;
  setResolved: (comment: Comment, resolved: boolean) => Promise<void>;
  remove: (comment: Comment) => Promise<void>;
}

/** Loads the discussion, and again whenever the reader comes back to it. */
export function useCommentList(postmortemId: string): CommentList {
  const api = useApi(postmortemApiRef);
  const [comments, setComments] = useState<Comment[]>();
  const { error, retry } = useAsyncRetry(
    async () => setComments(await loadAll(api, postmortemId)),
    [api, postmortemId],
  );
  useEffect(() => {
    window.addEventListener('focus', retry);
    return () => window.removeEventListener('focus', retry);
  }, [retry]);

  const show = useCallback(
    (changed: Comment) =>
      setComments((others = []) =>
        others.some(({ id }) => id === changed.id)
          ? others.map(other => (other.id === changed.id ? changed : other))
          : [...others, changed],
      ),
    [],
  );
  return useMemo(
    () => ({
      comments,
      error,
      retry,
      add: async comment =>
        show(await api.createComment(postmortemId, comment)),
      edit: async ({ id }, text) =>
        show(await api.changeComment(postmortemId, id, { text })),
      setResolved: async ({ id }, resolved) =>
        show(await api.changeComment(postmortemId, id, { resolved })),
      remove: async ({ id }) => {
        await api.deleteComment(postmortemId, id);
        // What has answers stays as a deleted comment, as the backend lists it.
        setComments(await loadAll(api, postmortemId));
      },
    }),
    [api, postmortemId, comments, error, retry, show],
  );
}
