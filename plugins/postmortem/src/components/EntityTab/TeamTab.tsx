import { CreateActions, EmptyState, LoadError, NewPostmortem } from '../shared';
import { ActionItemsPanel } from './ActionItemsPanel';
import { Figures } from './Figures';
import { IncidentStrip } from './IncidentStrip';
import { LessonsPanel } from './LessonsPanel';
import { PostmortemsSection } from './PostmortemsSection';
import { TabFrame } from './TabFrame';
import { TabSkeleton } from './TabSkeleton';
import { useOverview } from './useOverview';

/** What a team owes, and what happened to what it owns. */
export function TeamTab({ teamRef }: { teamRef: string }) {
  const { value: overview, error, retry } = useOverview({ teamRef });
  const involved = { teamRef };

  return (
    <TabFrame
      title="Postmortems"
      actions={<CreateActions involved={involved} />}
    >
      {error && (
        <LoadError
          what="The postmortems of this team"
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !overview && <TabSkeleton />}
      {!error && overview && overview.counts.postmortems === 0 && (
        <EmptyState
          title="No postmortems yet"
          description="Here is what the team and its child teams owe after incidents: action items, lessons, and the postmortems that they are responsible for or that involve what they own."
          action={<NewPostmortem involved={involved} />}
        />
      )}
      {!error && overview && overview.counts.postmortems > 0 && (
        <>
          <Figures overview={overview} />
          <ActionItemsPanel
            items={overview.actionItems}
            counts={overview.counts}
            limit={10}
          />
          <IncidentStrip overview={overview} />
          <LessonsPanel overview={overview} />
          <PostmortemsSection
            postmortems={overview.postmortems}
            total={overview.counts.postmortems}
            filters={{ teamRef }}
          />
        </>
      )}
    </TabFrame>
  );
}
