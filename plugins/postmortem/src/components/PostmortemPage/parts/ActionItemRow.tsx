import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { RiAlarmWarningLine } from '@remixicon/react';
import {
  type ActionItem,
  type ActionItemStatus,
  isFinished,
} from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { formatDue, Markdown, Time } from '../../shared';
import { ITEM_TYPE_NAMES, VERDICT_NAMES } from '../../ActionItem';
import { ActionItemState } from '../../ActionItem';
import { Labeled } from './Labeled';
import styles from './parts.module.css';

const NOTE_LABELS: Record<ActionItemStatus, string> = {
  open: 'Note',
  in_progress: 'Note',
  done: 'What shows it',
  wont_do: 'Why not',
};

function Due({ item }: { item: ActionItem }) {
  if (item.dueAt === null) {
    return <>no due date</>;
  }
  const isOpen = !isFinished(item.status);
  const due = formatDue(item.dueAt);
  if (!isOpen) {
    return (
      <>
        was due <Time at={item.dueAt} as="day" />
      </>
    );
  }
  const isLate = due.endsWith('late');
  return (
    <span className={isLate ? styles.overdue : undefined}>
      {isLate && <RiAlarmWarningLine aria-hidden size={14} />}
      <span>
        due <Time at={item.dueAt} as="day" />, {due}
      </span>
    </span>
  );
}

function Verification({ item }: { item: ActionItem }) {
  const { verification, verifyAt } = item;
  if (!verification && !verifyAt) {
    return null;
  }
  return (
    <Labeled label="Verification">
      {verification ? VERDICT_NAMES[verification.verdict] : 'Not verified yet'}
      {verification?.verifiedBy && (
        <>
          {', by '}
          <EntityRefLink entityRef={verification.verifiedBy} hideIcon />
        </>
      )}
      {verification?.verifiedAt && (
        <>
          {', '}
          <Time at={verification.verifiedAt} as="day" />
        </>
      )}
      {!verification?.verifiedAt && verifyAt && (
        <>
          {', to be checked '}
          <Time at={verifyAt} as="day" />
        </>
      )}
      {verification?.evidence && <Markdown text={verification.evidence} />}
    </Labeled>
  );
}

function facts(item: ActionItem): ReactNode[] {
  return [
    item.ownerRef ? (
      <EntityRefLink key="owner" entityRef={item.ownerRef} />
    ) : (
      'no owner'
    ),
    <Due key="due" item={item} />,
    item.priority,
    ITEM_TYPE_NAMES[item.type],
    item.entityRef && <EntityRefLink key="entity" entityRef={item.entityRef} />,
    item.trackerUrl && (
      <Link key="tracker" href={item.trackerUrl} target="_blank" rel="noopener">
        Tracker
      </Link>
    ),
  ].filter(Boolean);
}

/** One action item, with its state as it is now. */
export function ActionItemRow(props: {
  item: ActionItem;
  onChange?: (status: ActionItemStatus) => void;
  /** What went wrong when the status was changed. */
  problem?: ReactNode;
}) {
  const { item, onChange, problem } = props;
  return (
    <li className={styles.row} id={`action-item-${item.id}`}>
      <div className={styles.itemHead}>
        <Text as="div" weight="bold" className={styles.itemTitle}>
          {item.title}
        </Text>
        <ActionItemState item={item} onChange={onChange} />
      </div>
      <ul className={styles.itemFacts}>
        {facts(item).map((fact, index) => (
          <li key={index}>{fact}</li>
        ))}
      </ul>
      {problem}
      {item.description && <Markdown text={item.description} />}
      {item.resolutionNote && (
        <Labeled label={NOTE_LABELS[item.status]}>
          <Markdown text={item.resolutionNote} />
        </Labeled>
      )}
      {item.successCriterion && (
        <Labeled label="It has worked when">
          <Markdown text={item.successCriterion} />
        </Labeled>
      )}
      <Verification item={item} />
    </li>
  );
}
