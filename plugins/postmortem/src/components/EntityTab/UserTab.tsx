import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { EmptyState, LoadError } from '../shared';
import { ActionItemsPanel } from './ActionItemsPanel';
import { PostmortemsSection } from './PostmortemsSection';
import { TabFrame } from './TabFrame';

const ACTION_ITEMS = 100;
const POSTMORTEMS = 10;

/** What a person has taken on, and the postmortems they had a part in. */
export function UserTab({ userRef }: { userRef: string }) {
  const api = useApi(postmortemApiRef);
  const { value, error, retry } = useAsyncRetry(async () => {
    const owner = { ownerRef: [userRef] };
    const [open, overdue, postmortems] = await Promise.all([
      api.listActionItems({ ...owner, state: 'open', limit: ACTION_ITEMS }),
      api.listActionItems({ ...owner, state: 'overdue', limit: 1 }),
      api.listPostmortems({ participantRef: [userRef], limit: POSTMORTEMS }),
    ]);
    return {
      items: open.items,
      counts: {
        openActionItems: open.totalItems,
        overdueActionItems: overdue.totalItems,
      },
      postmortems,
    };
  }, [api, userRef]);

  return (
    <TabFrame title="Postmortems">
      {error && (
        <LoadError
          what="The postmortems and action items"
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <Skeleton width="100%" height={240} />}
      {!error && value?.items.length === 0 && (
        <EmptyState
          title="No open action items"
          description="Action items of postmortems that this person owns are listed here until they are done."
        />
      )}
      {!error && value && value.items.length > 0 && (
        <ActionItemsPanel
          items={value.items}
          counts={value.counts}
          limit={20}
        />
      )}
      {!error && value && value.postmortems.items.length > 0 && (
        <PostmortemsSection
          postmortems={value.postmortems.items}
          total={value.postmortems.totalItems}
          filters={{ participantRef: userRef }}
        />
      )}
    </TabFrame>
  );
}
