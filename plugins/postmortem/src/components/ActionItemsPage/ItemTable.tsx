import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Checkbox, Link, Text } from '@backstage/ui';
import {
  type ActionItemListEntry,
  type ActionItemPriority,
  isFinished,
} from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import {
  ActionItemDue,
  ActionItemState,
  ItemFollowUp,
  ITEM_STATUS_NAMES,
  ITEM_TYPE_NAMES,
  Proposal,
} from '../ActionItem';
import { EntityPicker } from '../EntityPicker';
import { CardTable } from '../shared';
import { DueField } from './DueField';
import { InlineField } from './InlineField';
import styles from './ActionItemsPage.module.css';
import type { PageEditing } from './usePageEditing';

interface ItemTableProps {
  items: readonly ActionItemListEntry[];
  editing: PageEditing;
  isStale: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (ids: string[], isChosen: boolean) => void;
  onAnswered: () => void;
}

/** Action items, one a row, changed where they stand. */
export function ItemTable(props: ItemTableProps) {
  const { items, editing, isStale, chosen, onChoose } = props;
  const ids = items.map(({ id }) => id);
  const chosenHere = ids.filter(id => chosen.has(id)).length;
  return (
    <CardTable
      label="Action items"
      isStale={isStale}
      head={
        <>
          {editing.isAllowed && (
            <th scope="col" className={styles.check}>
              <Checkbox
                aria-label="Choose all on this page"
                isSelected={chosenHere > 0 && chosenHere === ids.length}
                isIndeterminate={chosenHere > 0 && chosenHere < ids.length}
                onChange={isChosen => onChoose(ids, isChosen)}
              />
            </th>
          )}
          <th scope="col">Action item</th>
          <th scope="col">Status</th>
          <th scope="col">Owner</th>
          <th scope="col">Due</th>
        </>
      }
    >
      {items.map(item => (
        <ItemRow key={item.id} {...props} item={item} />
      ))}
    </CardTable>
  );
}

function ItemRow(props: ItemTableProps & { item: ActionItemListEntry }) {
  const { editing, chosen, onChoose, onAnswered } = props;
  const item = editing.shown(props.item);
  const isOpen = !isFinished(item.status);
  return (
    <tr className={styles.item} data-item={item.id}>
      {editing.isAllowed && (
        <td className={styles.check}>
          <Checkbox
            aria-label={`Choose ${item.title}`}
            isSelected={chosen.has(item.id)}
            onChange={isChosen => onChoose([item.id], isChosen)}
          />
        </td>
      )}
      <th scope="row" className={styles.title}>
        <ItemTitle item={item} />
        <ItemFollowUp
          item={item}
          editing={editing}
          failureTitle="The change was not saved"
        />
        <Proposal item={item} onAnswered={onAnswered} />
      </th>
      <td className={styles.status}>
        <ActionItemState
          item={item}
          onChange={
            editing.isAllowed
              ? status => editing.setStatus(item, status)
              : undefined
          }
        />
      </td>
      <td className={styles.owner}>
        <InlineField
          label={`Change the owner of ${item.title}`}
          isEditable={editing.isAllowed}
          value={<Owner item={item} />}
        >
          {close => (
            <EntityPicker
              label={`Owner of ${item.title}`}
              isLabelHidden
              kinds={['user', 'group']}
              value={item.missingRef === item.ownerRef ? null : item.ownerRef}
              onChange={ownerRef => {
                editing.change(item, { ownerRef });
                close();
              }}
            />
          )}
        </InlineField>
      </td>
      <td className={styles.dueCell}>
        <InlineField
          label={`Change the day on which ${item.title} is due`}
          isEditable={editing.isAllowed && isOpen}
          value={
            <ActionItemDue
              dueAt={item.dueAt}
              isOpen={isOpen}
              isOverdue={item.overdue}
            />
          }
        >
          {close => (
            <DueField
              label={`Due day of ${item.title}`}
              value={item.dueAt}
              onSave={dueAt => {
                editing.change(item, { dueAt });
                close();
              }}
            />
          )}
        </InlineField>
      </td>
    </tr>
  );
}

function Owner({ item }: { item: ActionItemListEntry }) {
  if (item.ownerRef === null) {
    return <Text color="secondary">no owner</Text>;
  }
  if (item.missingRef === item.ownerRef) {
    return (
      <span className={styles.missing}>
        {item.ownerRef} is not in the catalog any more
      </span>
    );
  }
  return <EntityRefLink entityRef={item.ownerRef} hideIcon />;
}

/** What is to be done, and where it comes from. */
export function ItemTitle({ item }: { item: ActionItemListEntry }) {
  const links = usePostmortemLinks();
  const priority: ActionItemPriority | null = item.priority;
  return (
    <>
      <Link
        href={links.actionItem(item.postmortem.key, item.id)}
        color="primary"
        standalone
        className={styles.link}
      >
        {item.title}
      </Link>
      <Text as="p" variant="body-small" color="secondary">
        {[priority, ITEM_TYPE_NAMES[item.type]].filter(Boolean).join(' · ')}
        {item.entityRef && (
          <>
            {' · '}
            {item.missingRef === item.entityRef ? (
              <span className={styles.missing}>
                {item.entityRef} is not in the catalog any more
              </span>
            ) : (
              <EntityRefLink entityRef={item.entityRef} hideIcon />
            )}
          </>
        )}
        {' · '}
        <Link href={links.postmortem(item.postmortem.key)}>
          {item.postmortem.key}
        </Link>{' '}
        {item.postmortem.title}
      </Text>
      {isFinished(item.status) && (
        <Text as="p" variant="body-small" color="secondary">
          {item.resolutionNote ?? item.trackerUrl
            ? `${ITEM_STATUS_NAMES[item.status]}: ${
                item.resolutionNote ?? item.trackerUrl
              }`
            : 'Nothing says what shows it.'}
        </Text>
      )}
    </>
  );
}
