import { useApi } from '@backstage/core-plugin-api';
import type {
  Approvals,
  Postmortem,
  Review,
  ReviewInput,
} from 'backstage-plugin-postmortem-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { useMe } from '../shared';

/** What the reviewers say of a postmortem, and whether the reader is one. */
export interface Reviews {
  /** The newest first; undefined until they have been loaded. */
  reviews?: Review[];
  approvals?: Approvals;
  error?: Error;
  retry: () => void;
  /** Whether the reader may say what should change. */
  canReview: boolean;
  /** Whether the reader may approve: nobody does of their own. */
  canApprove: boolean;
  add: (review: Omit<ReviewInput, 'version'>) => Promise<void>;
}

/** @param canEdit - whether the reader may write, and so review */
export function useReviews(postmortem: Postmortem, canEdit: boolean): Reviews {
  const { id, version, createdBy, participants } = postmortem;
  const api = useApi(postmortemApiRef);
  const me = useMe()?.userRef;
  // A new version makes approvals of the one before it stale.
  const { value, error, retry } = useAsyncRetry(
    async () => api.listReviews(id),
    [api, id, version],
  );
  const isReviewer = participants.some(
    ({ entityRef, role }) =>
      entityRef === me && role?.toLocaleLowerCase('en-US') === 'reviewer',
  );
  const canReview = me !== undefined && (canEdit || isReviewer);
  return {
    reviews: value?.items,
    approvals: value?.approvals,
    error,
    retry,
    canReview,
    canApprove: canReview && me !== createdBy,
    add: async review => {
      await api.createReview(id, { ...review, version });
      retry();
    },
  };
}
