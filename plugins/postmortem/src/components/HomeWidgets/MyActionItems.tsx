import { Link, Text } from '@backstage/ui';
import { usePostmortemLinks } from '../../links';
import { ActionItemDue } from '../ActionItem';
import styles from './HomeWidgets.module.css';
import { Widget } from './Widget';

const FIRST = 5;

/** What whoever is signed in has promised, the overdue first. */
export function MyActionItems() {
  const links = usePostmortemLinks();
  return (
    <Widget
      what="Your action items"
      isEmpty={({ counts }) => counts.openActionItems === 0}
      emptyText="Nothing open. Action items of postmortems that you own are listed here until they are done."
    >
      {({ userRef, counts, actionItems }) => (
        <>
          <ul className={styles.list}>
            {actionItems.slice(0, FIRST).map(item => (
              <li key={item.id} className={styles.row}>
                <div className={styles.text}>
                  <Link
                    href={links.actionItem(item.postmortem.key, item.id)}
                    className={styles.title}
                  >
                    {item.title}
                  </Link>
                  <Text as="p" variant="body-small" color="secondary">
                    {[item.postmortem.key, item.priority]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </div>
                <ActionItemDue
                  isOpen
                  dueAt={item.dueAt}
                  isOverdue={item.overdue}
                />
              </li>
            ))}
          </ul>
          <p className={styles.foot}>
            <Link
              href={links.actionItems({ ownerRef: userRef!, state: 'open' })}
            >
              All {counts.openActionItems} open
            </Link>
            {counts.overdueActionItems > 0 && (
              <strong className={styles.late}>
                , {counts.overdueActionItems} overdue
              </strong>
            )}
          </p>
        </>
      )}
    </Widget>
  );
}
