import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** A short fact with its name before it. */
export function Labeled(props: { label: string; children: ReactNode }) {
  return (
    <div className={styles.labeled}>
      <Text as="div" variant="body-small" color="secondary">
        {props.label}
      </Text>
      <div className={styles.value}>{props.children}</div>
    </div>
  );
}
