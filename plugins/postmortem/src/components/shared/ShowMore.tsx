import { Button } from '@backstage/ui';
import { type ReactNode, useState } from 'react';

/** The first of some rows, and a button that shows the others. */
export function ShowMore<T>(props: {
  items: readonly T[];
  /** How many are shown at first. */
  limit: number;
  /** Renders the rows that are to be shown, as one list. */
  children: (shown: readonly T[]) => ReactNode;
}) {
  const { items, limit, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  // A button that takes the place of one row saves nothing.
  const isShort = items.length <= limit + 1;
  return (
    <>
      {children(isShort || isOpen ? items : items.slice(0, limit))}
      {!isShort && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Show fewer' : `Show ${items.length - limit} more`}
        </Button>
      )}
    </>
  );
}
