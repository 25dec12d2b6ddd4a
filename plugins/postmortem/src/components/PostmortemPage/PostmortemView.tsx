import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Flex } from '@backstage/ui';
import {
  postmortemDeletePermission,
  postmortemUpdatePermission,
  type ActionItem,
  type Postmortem,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import useTitle from 'react-use/esm/useTitle';
import { usePostmortemLinks } from '../../links';
import { CommentsProvider } from '../Comments';
import { HistoryDialog, VersionBanner } from '../History';
import { FailureAlert, useAction } from '../shared';
import {
  ReviewDialog,
  TransitionDialogs,
  useReviews,
  useTransition,
} from '../Workflow';
import { PostmortemActions } from './actions/PostmortemActions';
import { PostmortemBody } from './PostmortemBody';
import { PostmortemHeader } from './PostmortemHeader';
import { PrintFooter } from './PrintFooter';
import { useScrollToHash } from './useScrollToHash';

/** A loaded postmortem, with what its reader may do. */
export function PostmortemView(props: {
  postmortem: Postmortem;
  /** Whether it is an earlier version, which only can be read. */
  isRevision: boolean;
  onChanged: (postmortem: Postmortem) => void;
  onItemSaved: (item: ActionItem) => void;
  onDeleted: () => void;
}) {
  const { postmortem, isRevision, onChanged, onItemSaved, onDeleted } = props;
  const { id, key, title } = postmortem;
  const appTitle = useApi(configApiRef).getOptionalString('app.title');
  const links = usePostmortemLinks();
  const update = usePermission({
    permission: postmortemUpdatePermission,
    resourceRef: id,
  });
  const remove = usePermission({
    permission: postmortemDeletePermission,
    resourceRef: id,
  });
  const action = useAction();
  const transition = useTransition(postmortem, onChanged);
  const [isReviewing, setReviewing] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  useTitle([`${key} ${title}`, appTitle].filter(Boolean).join(' | '), {
    restoreOnUnmount: true,
  });
  useScrollToHash();

  const failure =
    action.failure ??
    // What is asked in a dialog fails there.
    (transition.refusal || transition.stepBack
      ? undefined
      : transition.failure);
  const canEdit = update.allowed && !isRevision;
  const reviews = useReviews(postmortem, canEdit);
  return (
    <BreadcrumbEntry entry={{ label: key, href: links.postmortem(key) }}>
      <PostmortemHeader
        postmortem={postmortem}
        actions={
          !isRevision && (
            <PostmortemActions
              postmortem={postmortem}
              canEdit={canEdit}
              canDelete={remove.allowed}
              action={action}
              transition={transition}
              onReview={
                postmortem.status === 'in_review' && reviews.canReview
                  ? () => setReviewing(true)
                  : undefined
              }
              onDeleted={onDeleted}
              onHistory={() => setShowsHistory(true)}
            />
          )
        }
      />
      {/* An earlier version is only read. */}
      <CommentsProvider postmortemId={id} isOff={isRevision}>
        <PostmortemBody
          postmortem={postmortem}
          canEdit={canEdit}
          reviews={reviews}
          onItemSaved={onItemSaved}
          onChanged={onChanged}
          notice={
            (isRevision || failure) && (
              <Flex direction="column" gap="3">
                {isRevision && (
                  <VersionBanner
                    postmortem={postmortem}
                    canRestore={update.allowed}
                  />
                )}
                {failure && <FailureAlert failure={failure} />}
              </Flex>
            )
          }
        />
      </CommentsProvider>
      <PrintFooter postmortem={postmortem} />
      <TransitionDialogs postmortem={postmortem} transition={transition} />
      {isReviewing && (
        <ReviewDialog
          postmortemKey={key}
          reviews={reviews}
          onClose={() => setReviewing(false)}
        />
      )}
      <HistoryDialog
        postmortem={postmortem}
        isOpen={showsHistory}
        onClose={() => setShowsHistory(false)}
      />
    </BreadcrumbEntry>
  );
}
