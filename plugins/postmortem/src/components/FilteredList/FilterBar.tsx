import { Button } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { type ReactNode, useId, useState } from 'react';
import styles from './FilteredList.module.css';

/** A search and some filters in a row, and below it those asked for less. */
export function FilterBar(props: {
  label: string;
  /** Whether some of the filters below the row are in use: never hidden. */
  usesMore: boolean;
  /** Beside the button that opens them. */
  buttons?: ReactNode;
  more: ReactNode;
  /** How the filters below the row are laid out where there is room. */
  moreClassName: string;
  /** The search first. */
  children: ReactNode;
}) {
  const { label, usesMore, buttons, more, moreClassName, children } = props;
  const moreId = useId();
  const [isOpen, setIsOpen] = useState(usesMore);
  return (
    <div role="search" aria-label={label} className={styles.filters}>
      <div className={styles.row}>
        {children}
        <div className={styles.buttons}>
          {buttons}
          <Button
            variant="secondary"
            iconStart={<RiFilter3Line aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={moreId}
            onPress={() => setIsOpen(!isOpen)}
          >
            More filters
          </Button>
        </div>
      </div>
      <div id={moreId} hidden={!isOpen}>
        {isOpen && (
          <div className={`${styles.more} ${moreClassName}`}>{more}</div>
        )}
      </div>
    </div>
  );
}
