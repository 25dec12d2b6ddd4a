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
import { FailureAlert } from './actions/FailureAlert';
import { PostmortemActions } from './actions/PostmortemActions';
import { useAction } from './actions/useAction';
import { HistoryDialog } from './history/HistoryDialog';
import { VersionBanner } from './history/VersionBanner';
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
  const [showsHistory, setShowsHistory] = useState(false);
  useTitle([`${key} ${title}`, appTitle].filter(Boolean).join(' | '), {
    restoreOnUnmount: true,
  });
  useScrollToHash();

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
              onChanged={onChanged}
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
          (isRevision || action.failure) && (
            <Flex direction="column" gap="3">
              {isRevision && <VersionBanner postmortem={postmortem} />}
              {action.failure && (
                <FailureAlert failure={action.failure} postmortemKey={key} />
              )}
            </Flex>
          )
        }
      />
      <PrintFooter postmortem={postmortem} />
      <HistoryDialog
        postmortem={postmortem}
        isOpen={showsHistory}
        onClose={() => setShowsHistory(false)}
      />
    </BreadcrumbEntry>
  );
}
