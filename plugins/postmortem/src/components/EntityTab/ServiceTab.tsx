import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Grid } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-postmortem-common';
import { involvedIn } from '../../links';
import { CreateActions, EmptyState, LoadError, NewPostmortem } from '../shared';
import { ActionItemsPanel } from './ActionItemsPanel';
import { Figures } from './Figures';
import { IncidentStrip } from './IncidentStrip';
import { LessonsPanel } from './LessonsPanel';
import { PostmortemsSection } from './PostmortemsSection';
import { TabFrame } from './TabFrame';
import { TabSkeleton } from './TabSkeleton';
import { useOverview } from './useOverview';

/** What to know before touching a component, API, resource, system or domain. */
export function ServiceTab({ entity }: { entity: Entity }) {
  const entityRef = stringifyEntityRef(entity);
  const involved = involvedIn(entity);
  const { value: overview, error, retry } = useOverview({ entityRef });

  return (
    <TabFrame
      title="Postmortems"
      actions={<CreateActions involved={involved} />}
    >
      {error && (
        <LoadError
          what="The postmortems of this page"
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !overview && <TabSkeleton />}
      {!error && overview && isEmpty(overview) && (
        <EmptyState
          title="No postmortems yet"
          description="When an incident involves this, its postmortem is shown here, with what was learned and what is still to be done. One that is already written can be imported."
          action={<NewPostmortem involved={involved} />}
        />
      )}
      {!error && overview && !isEmpty(overview) && (
        <>
          <IncidentStrip overview={overview} />
          <Figures overview={overview} />
          <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
            <LessonsPanel overview={overview} />
            <ActionItemsPanel
              items={overview.actionItems}
              counts={overview.counts}
              limit={5}
            />
          </Grid.Root>
          <PostmortemsSection
            postmortems={overview.postmortems}
            total={overview.counts.postmortems}
            filters={{ entityRef }}
            entityRef={entityRef}
          />
        </>
      )}
    </TabFrame>
  );
}

function isEmpty({ counts }: Overview): boolean {
  return counts.postmortems === 0 && counts.openActionItems === 0;
}
