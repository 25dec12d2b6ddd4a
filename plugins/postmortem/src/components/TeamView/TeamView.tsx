import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Grid, Link, Text } from '@backstage/ui';
import type { Overview, TeamDuties } from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import { Proposal } from '../ActionItem';
import { ActionItemsPanel, PostmortemsSection } from '../EntityTab/panels';
import { LessonRows } from '../Lessons';
import { PostmortemTable } from '../PostmortemTable';
import { Panel, useStandsFor } from '../shared';
import { Duties } from './Duties';
import { IncidentMonths } from './IncidentMonths';
import styles from './TeamView.module.css';

/** What a team owes and is learning, its child groups included. */
export function TeamView(props: {
  teamRef: string;
  overview: Overview;
  team: TeamDuties;
  /** Called when something was answered. */
  onChanged: () => void;
}) {
  const { teamRef, overview, team, onChanged } = props;
  const canAnswer = useStandsFor(
    team.lessonsWaiting.length > 0 ? [teamRef] : [],
  );
  return (
    <>
      <Duties
        teamRef={teamRef}
        counts={team.counts}
        open={overview.counts.openActionItems}
      />
      <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
        <ActionItemsPanel
          items={overview.actionItems}
          counts={overview.counts}
          limit={8}
          filters={{ teamRef }}
        />
        <div className={styles.stack}>
          {team.proposed.length > 0 && (
            <Panel title="Proposed to the team" detail={team.counts.proposed}>
              <ProposedItems items={team.proposed} onChanged={onChanged} />
            </Panel>
          )}
          {team.lessonsWaiting.length > 0 && (
            <Panel
              title="Lessons that wait for an answer"
              detail={team.counts.lessonsWaiting}
            >
              <LessonRows
                lessons={team.lessonsWaiting}
                pageRef={null}
                limit={3}
                canAnswer={() => canAnswer}
                onAnswered={onChanged}
              />
            </Panel>
          )}
          <IncidentMonths
            months={team.incidentsByMonth}
            severities={overview.severities}
          />
        </div>
      </Grid.Root>
      {team.reviewsDue.length > 0 && (
        <Panel title="Reviews that are due" detail={team.counts.reviewsDue}>
          <PostmortemTable
            label="Reviews that are due"
            postmortems={team.reviewsDue}
          />
        </Panel>
      )}
      {team.staleDrafts.length > 0 && (
        <Panel
          title="Drafts that nobody has touched for two weeks"
          detail={team.counts.staleDrafts}
        >
          <PostmortemTable
            label="Drafts that nobody has touched for two weeks"
            postmortems={team.staleDrafts}
          />
        </Panel>
      )}
      <PostmortemsSection
        postmortems={overview.postmortems}
        total={overview.counts.postmortems}
        filters={{ teamRef }}
      />
    </>
  );
}

function ProposedItems(props: {
  items: TeamDuties['proposed'];
  onChanged: () => void;
}) {
  const { items, onChanged } = props;
  const links = usePostmortemLinks();
  return (
    <ul className={styles.list}>
      {items.map(item => (
        <li key={item.id} className={styles.item}>
          <Link
            href={links.actionItem(item.postmortem.key, item.id)}
            className={styles.link}
          >
            {item.title}
          </Link>
          {item.entityRef && (
            <Text as="p" variant="body-small" color="secondary">
              about <EntityRefLink entityRef={item.entityRef} hideIcon />, from{' '}
              {item.postmortem.key} {item.postmortem.title}
            </Text>
          )}
          <Proposal item={item} onAnswered={onChanged} />
        </li>
      ))}
    </ul>
  );
}
