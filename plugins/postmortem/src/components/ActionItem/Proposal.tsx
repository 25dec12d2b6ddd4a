import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Text, TextAreaField } from '@backstage/ui';
import type { ActionItemListEntry } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { postmortemApiRef } from '../../api';
import { FailureAlert, Time, useAction } from '../shared';
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
  const identity = useApi(identityApiRef);
  const { value: mine = [] } = useAsync(
    async () => (await identity.getBackstageIdentity()).ownershipEntityRefs,
    [identity],
  );
  const { isRunning, failure, run } = useAction();
  const [isDeclining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [isRefused, setRefused] = useState(false);
  const { proposal } = item;
  if (!proposal) {
    return null;
  }

  const answer = (verdict: 'accept' | 'decline') =>
    run('The answer was not saved', async () => {
      await api.answerProposal(item.id, {
        answer: verdict,
        reason: reason.trim() || null,
      });
      onAnswered();
    });
  const decline = () => {
    if (reason.trim() === '') {
      setRefused(true);
    } else {
      answer('decline');
    }
  };
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
      {mine.includes(proposal.teamRef) && !isDeclining && (
        <div className={styles.buttons}>
          <Button
            size="small"
            isPending={isRunning}
            aria-label={`Accept ${item.title}`}
            onPress={() => answer('accept')}
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
        <div
          className={styles.form}
          role="group"
          aria-label={`Decline ${item.title}`}
        >
          <TextAreaField
            // Somebody has just asked for it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            isRequired
            label={`Why “${item.title}” is declined`}
            description="The team that proposed it is told, and the reason stays with the item."
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={setReason}
            validationBehavior="aria"
            validate={() =>
              isRefused && reason.trim() === '' ? 'Give a reason.' : null
            }
          />
          <div className={styles.buttons}>
            <Button size="small" isPending={isRunning} onPress={decline}>
              Decline
            </Button>
            <Button
              size="small"
              variant="secondary"
              onPress={() => setDeclining(false)}
            >
              Cancel
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
