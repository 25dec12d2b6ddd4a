import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Grid } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-postmortem-common';
import { involvedIn } from '../../links';
import {
  CreateActions,
  EmptyState,
  LoadError,
  NewPostmortem,
  useStandsFor,
} from '../shared';
import { ActionItemsPanel } from './ActionItemsPanel';
import { Figures } from './Figures';
import { IncidentStrip } from './IncidentStrip';
import { LessonsFromElsewhere, LessonsPanel } from './LessonsPanel';
import { PostmortemsSection } from './PostmortemsSection';
import { TabFrame } from './TabFrame';
import { TabSkeleton } from './TabSkeleton';
import { useOverview } from './useOverview';

/** What to know before touching a component, API, resource, system or domain. */
export function ServiceTab({ entity }: { entity: Entity }) {
  const entityRef = stringifyEntityRef(entity);
  const involved = involvedIn(entity);
  const { value: overview, error, retry } = useOverview({ entityRef });
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('group:'));
  const canAnswer = useStandsFor(
    overview?.lessonsFromElsewhere.length ? owners : [],
  );

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
            <LessonsPanel entityRef={entityRef} overview={overview} />
            <ActionItemsPanel
              items={overview.actionItems}
              counts={overview.counts}
              limit={5}
              filters={{ entityRef }}
            />
          </Grid.Root>
          <LessonsFromElsewhere
            entityRef={entityRef}
            overview={overview}
            canAnswer={({ reach }) =>
              canAnswer && reach?.entityRef === entityRef
            }
            onAnswered={retry}
          />
          <PostmortemsSection
            postmortems={overview.postmortems}
            total={overview.counts.postmortems}
            filters={{ entityRef }}
            // The role of a part is not that of the whole.
            entityRef={overview.entities > 1 ? undefined : entityRef}
          />
        </>
      )}
    </TabFrame>
  );
}

function isEmpty({ counts }: Overview): boolean {
  return (
    counts.postmortems === 0 &&
    counts.openActionItems === 0 &&
    counts.lessonsFromElsewhere === 0
  );
}
