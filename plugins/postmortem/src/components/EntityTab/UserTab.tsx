import { Flex } from '@backstage/ui';
import { PostmortemTable } from '../PostmortemTable';
import { EmptyState, LoadError, Panel } from '../shared';
import { ActionItemsPanel } from './ActionItemsPanel';
import { PostmortemsSection } from './PostmortemsSection';
import { TabFrame } from './TabFrame';
import { TabSkeleton } from './TabSkeleton';
import { useOverview } from './useOverview';

/** What a person has taken on: action items, reviews and drafts. */
export function UserTab({ userRef }: { userRef: string }) {
  const { value: overview, error, retry } = useOverview({ userRef });
  const user = overview?.user;
  return (
    <TabFrame title="Postmortems">
      {error && (
        <LoadError
          what="The postmortems and action items"
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !overview && <TabSkeleton />}
      {!error && overview && user && (
        <Flex direction="column" gap="5">
          {overview.actionItems.length === 0 ? (
            <EmptyState
              title="No open action items"
              description="Action items of postmortems that this person owns are listed here until they are done."
            />
          ) : (
            <ActionItemsPanel
              items={overview.actionItems}
              counts={overview.counts}
              limit={10}
              filters={{ ownerRef: userRef }}
            />
          )}
          {user.reviews.length > 0 && (
            <Panel title="Waiting for a review" detail={user.counts.reviews}>
              <PostmortemTable
                label="Waiting for a review"
                postmortems={user.reviews}
              />
            </Panel>
          )}
          {user.drafts.length > 0 && (
            <Panel title="Drafts" detail={user.counts.drafts}>
              <PostmortemTable label="Drafts" postmortems={user.drafts} />
            </Panel>
          )}
          {overview.postmortems.length > 0 && (
            <PostmortemsSection
              postmortems={overview.postmortems}
              total={overview.counts.postmortems}
              filters={{ participantRef: userRef }}
            />
          )}
        </Flex>
      )}
    </TabFrame>
  );
}
