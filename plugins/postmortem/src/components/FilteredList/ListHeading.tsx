import { Button, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './FilteredList.module.css';

/** What is listed, how many, and the way back to all of it. */
export function ListHeading(props: {
  title: string;
  /** How many there are; nothing while that is not known. */
  total: ReactNode;
  isFiltered: boolean;
  onClear: () => void;
  /** At the end of the line. */
  children: ReactNode;
}) {
  const { title, total, isFiltered, onClear, children } = props;
  return (
    <div className={styles.heading}>
      <Text as="h2" variant="title-small" weight="bold">
        {title}
      </Text>
      <Text role="status" color="secondary" className={styles.total}>
        {total}
      </Text>
      <div className={styles.clear}>
        {isFiltered && (
          <Button size="small" variant="tertiary" onPress={onClear}>
            Clear filters
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}
