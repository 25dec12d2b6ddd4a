import { TeamView } from '../TeamView';
import { CreateActions, EmptyState, LoadError, NewPostmortem } from '../shared';
import { TabFrame } from './TabFrame';
import { TabSkeleton } from './TabSkeleton';
import { useOverview } from './useOverview';

/** What a team owes, and what happened to what it owns. */
export function TeamTab(props: { teamRef: string; title?: string }) {
  const { teamRef, title = 'Postmortems' } = props;
  const { value: overview, error, retry } = useOverview({ teamRef });
  const involved = { teamRef };
  const isEmpty =
    overview?.counts.postmortems === 0 &&
    overview.counts.openActionItems === 0 &&
    overview.team?.counts.proposed === 0 &&
    overview.team.counts.lessonsWaiting === 0;

  return (
    <TabFrame title={title} actions={<CreateActions involved={involved} />}>
      {error && (
        <LoadError
          what="The postmortems of this team"
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !overview && <TabSkeleton />}
      {!error && isEmpty && (
        <EmptyState
          title="No postmortems yet"
          description="Here is what the team and its child teams owe after incidents: action items, lessons, and the postmortems that they are responsible for or that involve what they own."
          action={<NewPostmortem involved={involved} />}
        />
      )}
      {!error && overview?.team && !isEmpty && (
        <TeamView
          teamRef={teamRef}
          overview={overview}
          team={overview.team}
          onChanged={retry}
        />
      )}
    </TabFrame>
  );
}
