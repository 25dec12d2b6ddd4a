import Tooltip from '@material-ui/core/Tooltip';
import { Text } from '@backstage/ui';
import { formatDay, formatDue } from '../shared';
import styles from './ActionItem.module.css';

/** How an item's deadline stands: `3 days late`, `in 9 days`, `was 3 Dec`. */
export function ActionItemDue(props: {
  dueAt: string | null;
  isOpen: boolean;
  isOverdue: boolean;
}) {
  const { dueAt, isOpen, isOverdue } = props;
  if (!dueAt) {
    return (
      <Text color="secondary" className={styles.due}>
        no date
      </Text>
    );
  }
  return (
    <Tooltip title={formatDay(dueAt)}>
      <time
        dateTime={dueAt.slice(0, 10)}
        className={isOverdue ? `${styles.due} ${styles.late}` : styles.due}
      >
        {isOpen ? formatDue(dueAt) : `was ${formatDay(dueAt)}`}
      </time>
    </Tooltip>
  );
}
