import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import {
  type ActionItemListEntry,
  actionItemStatusSchema,
  isFinished,
} from 'backstage-plugin-postmortem-common';
import { type DragEvent, useId, useState } from 'react';
import {
  ActionItemDue,
  ActionItemState,
  ItemFollowUp,
  ITEM_STATUS_NAMES,
  Proposal,
} from '../ActionItem';
import { ItemTitle } from './ItemTable';
import styles from './ActionItemsPage.module.css';
import type { PageEditing } from './usePageEditing';

// Only cards of this board are taken, not a text that somebody drags along.
const CARD = 'application/x-postmortem-action-item';

interface ItemBoardProps {
  items: readonly ActionItemListEntry[];
  editing: PageEditing;
  isStale: boolean;
  onAnswered: () => void;
}

/**
 * Action items as cards, a column for each status. A card is moved by its
 * status button, or dragged.
 */
export function ItemBoard(props: ItemBoardProps) {
  const { items, isStale } = props;
  return (
    <div className={styles.board} aria-busy={isStale}>
      {actionItemStatusSchema.options.map(status => (
        <Column
          key={status}
          {...props}
          status={status}
          items={items.filter(
            item => props.editing.shown(item).status === status,
          )}
          all={items}
        />
      ))}
    </div>
  );
}

function Column(
  props: ItemBoardProps & {
    status: ActionItemListEntry['status'];
    all: readonly ActionItemListEntry[];
  },
) {
  const { status, items, all, editing } = props;
  const id = useId();
  const [isOver, setOver] = useState(false);
  const isCard = (event: DragEvent) =>
    editing.isAllowed && event.dataTransfer.types.includes(CARD);
  return (
    <section
      aria-labelledby={id}
      className={isOver ? `${styles.column} ${styles.over}` : styles.column}
      onDragOver={event => {
        if (isCard(event)) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        setOver(false);
        const dropped = all.find(
          item => item.id === event.dataTransfer.getData(CARD),
        );
        if (dropped && editing.shown(dropped).status !== status) {
          event.preventDefault();
          editing.setStatus(dropped, status);
        }
      }}
    >
      <Text as="h3" id={id} variant="body-medium" weight="bold">
        {ITEM_STATUS_NAMES[status]}{' '}
        <Text color="secondary" className={styles.columnCount}>
          {items.length}
        </Text>
      </Text>
      <ul className={styles.cards}>
        {items.map(item => (
          <ItemCard key={item.id} {...props} item={item} />
        ))}
      </ul>
    </section>
  );
}

function ItemCard(props: ItemBoardProps & { item: ActionItemListEntry }) {
  const { editing, onAnswered } = props;
  const item = editing.shown(props.item);
  return (
    <li
      className={styles.card}
      draggable={editing.isAllowed && !editing.closingOf(item)}
      onDragStart={event => {
        event.dataTransfer.setData(CARD, item.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <div className={styles.cardTitle}>
        <ItemTitle item={item} />
      </div>
      <div className={styles.cardFacts}>
        <ActionItemState
          item={item}
          onChange={
            editing.isAllowed
              ? status => editing.setStatus(item, status)
              : undefined
          }
        />
        <span className={styles.cardOwner}>
          {item.ownerRef ? (
            <EntityRefLink entityRef={item.ownerRef} hideIcon />
          ) : (
            <Text color="secondary">no owner</Text>
          )}
        </span>
        <ActionItemDue
          dueAt={item.dueAt}
          isOpen={!isFinished(item.status)}
          isOverdue={item.overdue}
        />
      </div>
      <ItemFollowUp
        item={item}
        editing={editing}
        failureTitle="The change was not saved"
      />
      <Proposal item={item} onAnswered={onAnswered} />
    </li>
  );
}
