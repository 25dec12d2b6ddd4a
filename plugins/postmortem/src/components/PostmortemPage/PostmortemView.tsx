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
import { HistoryDialog, VersionBanner } from '../History';
import { FailureAlert, useAction } from '../shared';
import { TransitionDialogs, useTransition } from '../Workflow';
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
              onDeleted={onDeleted}
              onHistory={() => setShowsHistory(true)}
            />
          )
        }
      />
      <PostmortemBody
        postmortem={postmortem}
        canEdit={canEdit}
        onItemSaved={onItemSaved}
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
      <PrintFooter postmortem={postmortem} />
      <TransitionDialogs postmortem={postmortem} transition={transition} />
      <HistoryDialog
        postmortem={postmortem}
        isOpen={showsHistory}
        onClose={() => setShowsHistory(false)}
      />
    </BreadcrumbEntry>
  );
}
