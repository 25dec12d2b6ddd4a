import {
  type ActionItemPriority,
  isFinished,
  type Verification,
} from 'backstage-plugin-postmortem-common';
import { SERVICE_KINDS } from '../../../entityKinds';
import { EntityPicker } from '../../EntityPicker';
import { MarkdownField } from '../../MarkdownField';
import { ITEM_TYPE_NAMES, TERM_NAMES, VERDICT_NAMES } from '../../ActionItem';
import { TimeField } from '../../TimeField';
import styles from '../EditPage.module.css';
import { useErrorAt } from '../EditorContext';
import { ChoiceField } from '../fields';
import { RowField } from '../rows';
import type { ActionItemRowProps } from './ActionItemRow';

const PRIORITY_NAMES: Record<ActionItemPriority, string> = {
  P0: 'P0, at once',
  P1: 'P1, next',
  P2: 'P2, planned',
  P3: 'P3, some day',
};

const NOT_VERIFIED: Verification = {
  verdict: 'pending',
  evidence: null,
  verifiedBy: null,
  verifiedAt: null,
};

function VerificationFields({ item, index, change }: ActionItemRowProps) {
  const path = `actionItems.${index}.verification`;
  const timeIssue = useErrorAt(`${path}.verifiedAt`);
  const { verification } = item;
  const set = (changes: Partial<Verification>) =>
    change(index, {
      verification: { ...(verification ?? NOT_VERIFIED), ...changes },
    });
  return (
    <>
      <ChoiceField
        label="Did it work?"
        names={VERDICT_NAMES}
        noneName="Not asked"
        value={verification?.verdict ?? null}
        onChange={verdict =>
          verdict ? set({ verdict }) : change(index, { verification: null })
        }
      />
      {verification && (
        <>
          <MarkdownField
            label="How we know"
            rows={2}
            value={verification.evidence}
            onChange={evidence => set({ evidence })}
          />
          <div className={styles.columns}>
            <EntityPicker
              label="Verified by"
              kinds={['user', 'group']}
              value={verification.verifiedBy}
              onChange={verifiedBy => set({ verifiedBy })}
            />
            <TimeField
              label="Verified at"
              value={verification.verifiedAt}
              onChange={verifiedAt => set({ verifiedAt })}
              errorMessage={timeIssue}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Everything of an action item beside its title, owner, day and status. */
export function ActionItemDetails(props: ActionItemRowProps) {
  const { item, index, change } = props;
  const path = `actionItems.${index}`;
  const verifyIssue = useErrorAt(`${path}.verifyAt`);
  const completedIssue = useErrorAt(`${path}.completedAt`);
  return (
    <div className={styles.stack}>
      <MarkdownField
        label="Description"
        rows={2}
        value={item.description}
        onChange={description => change(index, { description })}
      />
      {isFinished(item.status) && (
        <MarkdownField
          label={
            item.status === 'done'
              ? 'What shows that it is done'
              : 'Why it will not be done'
          }
          rows={2}
          value={item.resolutionNote}
          onChange={resolutionNote => change(index, { resolutionNote })}
        />
      )}
      <div className={styles.columns}>
        <ChoiceField
          label="Term"
          names={TERM_NAMES}
          value={item.term}
          onChange={term => term && change(index, { term })}
        />
        <ChoiceField
          label="Type"
          names={ITEM_TYPE_NAMES}
          value={item.type}
          onChange={type => type && change(index, { type })}
        />
        <ChoiceField
          label="Priority"
          names={PRIORITY_NAMES}
          noneName="None"
          value={item.priority}
          onChange={priority => change(index, { priority })}
        />
      </div>
      <div className={styles.columns}>
        <EntityPicker
          label="What it changes"
          kinds={SERVICE_KINDS}
          value={item.entityRef}
          onChange={entityRef => change(index, { entityRef })}
        />
        <RowField
          path={`${path}.trackerUrl`}
          label="Link to the tracker"
          placeholder="https://"
          value={item.trackerUrl}
          onChange={url => change(index, { trackerUrl: url || null })}
        />
      </div>
      <MarkdownField
        label="How we will know that it worked"
        rows={2}
        value={item.successCriterion}
        onChange={successCriterion => change(index, { successCriterion })}
      />
      <div className={styles.columns}>
        <TimeField
          label="When we will look"
          granularity="day"
          value={item.verifyAt}
          onChange={verifyAt => change(index, { verifyAt })}
          errorMessage={verifyIssue}
        />
        {item.status === 'done' && (
          <TimeField
            label="Done at"
            value={item.completedAt}
            onChange={completedAt => change(index, { completedAt })}
            errorMessage={completedIssue}
          />
        )}
      </div>
      <VerificationFields {...props} />
    </div>
  );
}
