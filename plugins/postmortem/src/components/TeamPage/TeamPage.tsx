import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Container, Text } from '@backstage/ui';
import { useParams } from '../../routing';
import { ReportSwitch } from '../EntityTab/ReportSwitch';
import { TeamTab } from '../EntityTab/TeamTab';

/** A team's page of its own: what it owes and is learning. */
export function TeamPage() {
  const { namespace = 'default', name = '' } = useParams();
  const teamRef = stringifyEntityRef({ kind: 'group', namespace, name });
  return (
    <Container>
      <Text as="p" color="secondary">
        Team <EntityRefLink entityRef={teamRef} hideIcon />, with its child
        teams
      </Text>
      <ReportSwitch filter="teamRef" entityRef={teamRef}>
        <TeamTab key={teamRef} teamRef={teamRef} title="What the team owes" />
      </ReportSwitch>
    </Container>
  );
}
