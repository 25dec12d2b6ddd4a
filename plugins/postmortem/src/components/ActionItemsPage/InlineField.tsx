import { Button } from '@backstage/ui';
import { RiPencilLine } from '@remixicon/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './ActionItemsPage.module.css';

/** A value in a row that becomes a field when somebody wants to change it. */
export function InlineField(props: {
  /** What the button does, for those who do not see where it stands. */
  label: string;
  value: ReactNode;
  isEditable: boolean;
  /** The field; calls `close` once it is done. */
  children: (close: () => void) => ReactNode;
}) {
  const { label, value, isEditable, children } = props;
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);

  // The focus goes to the field, and back to the button.
  useEffect(() => {
    if (isOpen || wasOpen.current) {
      place.current
        ?.querySelector<HTMLElement>(isOpen ? 'input, textarea' : 'button')
        ?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (!isEditable) {
    return <>{value}</>;
  }
  const close = () => setOpen(false);
  return (
    <div ref={place} className={styles.inline}>
      {isOpen ? (
        <div className={styles.inlineField}>
          {children(close)}
          <Button size="small" variant="tertiary" onPress={close}>
            Cancel
          </Button>
        </div>
      ) : (
        <>
          {value}
          <button
            type="button"
            className={styles.pencil}
            aria-label={label}
            onClick={() => setOpen(true)}
          >
            <RiPencilLine aria-hidden size={14} />
          </button>
        </>
      )}
    </div>
  );
}
