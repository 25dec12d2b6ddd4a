import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import type {
  ActionItemListEntry,
  Overview,
} from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import { ActionItemDue } from '../ActionItem';
import { Panel, ShowMore } from '../shared';
import styles from './ActionItemsPanel.module.css';

type Counts = Pick<
  Overview['counts'],
  'openActionItems' | 'overdueActionItems'
>;

/** What is still to be done, the overdue first, each with who does it. */
export function ActionItemsPanel(props: {
  items: readonly ActionItemListEntry[];
  counts: Counts;
  /** How many are shown at first. */
  limit: number;
  /** The filters that give all of them. */
  filters?: Record<string, string>;
}) {
  const { items, counts, limit, filters } = props;
  const links = usePostmortemLinks();
  return (
    <Panel
      title="Action items"
      detail={describe(items.length, counts)}
      action={
        filters && (
          <Link href={links.actionItems({ ...filters, state: 'open' })}>
            All action items
          </Link>
        )
      }
    >
      {items.length === 0 ? (
        <Text as="p" color="secondary">
          Nothing open. Action items are written in the postmortems.
        </Text>
      ) : (
        <ShowMore items={items} limit={limit}>
          {shown => (
            <ul className={styles.list}>
              {shown.map(item => (
                <ActionItemRow key={item.id} item={item} />
              ))}
            </ul>
          )}
        </ShowMore>
      )}
    </Panel>
  );
}

function describe(shown: number, counts: Counts): string {
  const { openActionItems: open, overdueActionItems: overdue } = counts;
  return [
    shown < open ? `${shown} of ${open} open` : `${open} open`,
    overdue > 0 && `${overdue} overdue`,
  ]
    .filter(Boolean)
    .join(', ');
}

function ActionItemRow({ item }: { item: ActionItemListEntry }) {
  const links = usePostmortemLinks();
  const { postmortem, title, priority, status, ownerRef, overdue } = item;
  return (
    <li className={styles.item}>
      <span className={styles.mark}>
        {overdue && <RiErrorWarningLine aria-hidden size={16} />}
      </span>
      <div className={styles.title}>
        <Link
          href={links.actionItem(postmortem.key, item.id)}
          color="primary"
          standalone
          className={styles.link}
        >
          {title}
        </Link>
        <Text as="p" variant="body-small" color="secondary">
          {[postmortem.key, priority, status === 'in_progress' && 'in progress']
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <span className={styles.owner}>
        {ownerRef ? (
          <EntityRefLink entityRef={ownerRef} hideIcon />
        ) : (
          <Text color="secondary">no owner</Text>
        )}
      </span>
      <span className={styles.due}>
        <ActionItemDue dueAt={item.dueAt} isOpen isOverdue={overdue} />
      </span>
    </li>
  );
}
