import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { EmptyState, LoadError } from '../shared';
import { ActionItemsPanel } from './ActionItemsPanel';
import { TabFrame } from './TabFrame';

const SHOWN = 100;

/** The open action items that a person has taken on. */
export function UserTab({ userRef }: { userRef: string }) {
  const api = useApi(postmortemApiRef);
  const { value, error, retry } = useAsyncRetry(async () => {
    const owner = { ownerRef: [userRef] };
    const [open, overdue] = await Promise.all([
      api.listActionItems({ ...owner, state: 'open', limit: SHOWN }),
      api.listActionItems({ ...owner, state: 'overdue', limit: 1 }),
    ]);
    return {
      items: open.items,
      counts: {
        openActionItems: open.totalItems,
        overdueActionItems: overdue.totalItems,
      },
    };
  }, [api, userRef]);

  return (
    <TabFrame title="Postmortems">
      {error && (
        <LoadError what="The action items" error={error} onRetry={retry} />
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
    </TabFrame>
  );
}
