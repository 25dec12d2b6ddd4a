import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Text } from '@backstage/ui';
import type { ActionItemListEntry } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../api';
import { FailureAlert, ReasonForm, Time, useAction, useMe } from '../shared';
import styles from './ActionItem.module.css';

/**
 * What became of an item that changes another team's component: whom it was
 * proposed to and, for the members of that team, the ways to answer.
 */
export function Proposal(props: {
  item: ActionItemListEntry;
  /** Called once the team's answer is saved. */
  onAnswered: () => void;
}) {
  const { item, onAnswered } = props;
  const api = useApi(postmortemApiRef);
  const me = useMe();
  const { isRunning, failure, run } = useAction();
  const [isDeclining, setDeclining] = useState(false);
  const { proposal } = item;
  if (!proposal) {
    return null;
  }

  const answer = (verdict: 'accept' | 'decline', reason: string | null) =>
    run('The answer was not saved', async () => {
      await api.answerProposal(item.id, { answer: verdict, reason });
      onAnswered();
    });
  const team = <EntityRefLink entityRef={proposal.teamRef} hideIcon />;

  if (proposal.state !== 'proposed') {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {proposal.state === 'accepted' ? 'Accepted by ' : 'Declined by '}
        {team}
        {proposal.answeredAt && (
          <>
            , <Time at={proposal.answeredAt} />
          </>
        )}
        {proposal.reason && `: ${proposal.reason}`}
      </Text>
    );
  }
  return (
    <div className={styles.proposal}>
      <Text as="p" variant="body-small" color="secondary">
        Proposed to {team}, <Time at={proposal.proposedAt} />
      </Text>
      {failure && <FailureAlert failure={failure} />}
      {me?.ownershipRefs.includes(proposal.teamRef) && !isDeclining && (
        <div className={styles.buttons}>
          <Button
            size="small"
            isPending={isRunning}
            aria-label={`Accept ${item.title}`}
            onPress={() => answer('accept', null)}
          >
            Accept
          </Button>
          <Button
            size="small"
            variant="secondary"
            aria-label={`Decline ${item.title}`}
            onPress={() => setDeclining(true)}
          >
            Decline
          </Button>
        </div>
      )}
      {isDeclining && (
        <ReasonForm
          name={`Decline ${item.title}`}
          label={`Why “${item.title}” is declined`}
          description="The team that proposed it is told, and the reason stays with the item."
          missing="Give a reason."
          confirm="Decline"
          isRunning={isRunning}
          onConfirm={reason => answer('decline', reason)}
          onCancel={() => setDeclining(false)}
        />
      )}
    </div>
  );
}
