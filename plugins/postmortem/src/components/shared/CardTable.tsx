import type { ReactNode } from 'react';
import styles from './CardTable.module.css';

/** A table whose rows become cards in a narrow place. */
export function CardTable(props: {
  /** What is in the table, for those who cannot see where it stands. */
  label: string;
  /** Whether newer rows are on their way. */
  isStale: boolean;
  /** The cells of the head. */
  head: ReactNode;
  /** The rows. */
  children: ReactNode;
}) {
  const { label, isStale, head, children } = props;
  return (
    <div className={styles.container}>
      <table aria-label={label} aria-busy={isStale} className={styles.table}>
        <thead className={styles.head}>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
