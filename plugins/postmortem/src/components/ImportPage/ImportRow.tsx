import { Text } from '@backstage/ui';
import { memo } from 'react';
import type { Importer, ImportTarget } from './Importer';
import { type ImportItem, isPending, nameOf, titleOf } from './importItems';
import styles from './ImportPage.module.css';
import { RowActions } from './RowActions';
import { RowDetails } from './RowDetails';
import { RowState } from './RowState';

export interface ImportRowProps {
  item: ImportItem;
  /** The name of a document further up that seems to be the same. */
  twin: string | null;
  importer: Importer;
  target: ImportTarget;
  /** Whether an import runs. */
  isBusy: boolean;
}

/** One document: what it is, how far it has come, and what can be done. */
function Row(props: ImportRowProps) {
  const { item, twin, target } = props;
  const hasNoEntity =
    item.preview?.document.entities.length === 0 &&
    !item.entityRef &&
    !target.entityRef;
  return (
    <li className={styles.row}>
      <div className={styles.rowMain}>
        {isPending(item) ? (
          <RowDetails {...props} />
        ) : (
          <div className={`${styles.rowTitle} ${styles.rowPlain}`}>
            <Text weight="bold" as="p">
              {titleOf(item)}
            </Text>
            {titleOf(item) !== nameOf(item) && (
              <Text variant="body-small" color="secondary" as="p">
                {nameOf(item)}
              </Text>
            )}
          </div>
        )}
        {item.problem && (
          <Text as="p" className={`${styles.remark} ${styles.bad}`}>
            {item.problem}
          </Text>
        )}
        {isPending(item) && hasNoEntity && (
          <Text as="p" className={`${styles.remark} ${styles.careful}`}>
            It names no entity: choose one, or no page of the catalog will show
            it.
          </Text>
        )}
      </div>
      <div className={styles.rowSide}>
        <RowState item={item} twin={twin} />
        <RowActions {...props} />
      </div>
    </li>
  );
}

// One of two hundred changes at a time.
export const ImportRow = memo(Row);
