import { ButtonIcon } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import styles from './RowList.module.css';

/** What a row can ask of its list. */
export interface RowActions {
  move(place: number, by: -1 | 1): void;
  remove(place: number): void;
}

interface RowProps {
  row: object;
  /** Its place in the document's list. */
  index: number;
  /** Its place among the rows that are shown. */
  place: number;
  isLast: boolean;
  /** The row by a few of its words. */
  name: string;
  isOrdered: boolean;
  actions: RowActions;
  /** Draws the fields of a row from nothing but the row and its place. */
  render: (row: any, index: number) => ReactNode;
}

/** Whether Enter was pressed in the text of a row, and not to begin a line. */
function endsLine({ key, shiftKey, target, nativeEvent }: KeyboardEvent) {
  return (
    key === 'Enter' &&
    !shiftKey &&
    !nativeEvent.isComposing &&
    target instanceof HTMLTextAreaElement &&
    target.closest('[data-line]') !== null
  );
}

/** Goes to the text of the next row, or to the line for a new one. */
function focusNext(row: HTMLElement): void {
  const next =
    row.nextElementSibling?.querySelector<HTMLElement>(
      '[data-line] textarea',
    ) ?? row.closest('section')?.querySelector<HTMLElement>('form input');
  next?.focus();
}

function RowImpl(props: RowProps) {
  const { row, index, place, isLast, name, isOrdered, actions, render } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isMove =
      isOrdered &&
      event.altKey &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown');
    if (isMove) {
      event.preventDefault();
      event.stopPropagation();
      actions.move(place, event.key === 'ArrowUp' ? -1 : 1);
    } else if (endsLine(event)) {
      event.preventDefault();
      focusNext(event.currentTarget);
    }
  };
  return (
    <li className={styles.row} aria-label={name} onKeyDownCapture={onKeyDown}>
      <div className={styles.content}>{render(row, index)}</div>
      <div className={styles.actions}>
        {isOrdered && (
          <>
            <ButtonIcon
              size="small"
              variant="tertiary"
              aria-label={`Move up: ${name}`}
              icon={<RiArrowUpLine aria-hidden />}
              isDisabled={place === 0}
              onPress={() => actions.move(place, -1)}
            />
            <ButtonIcon
              size="small"
              variant="tertiary"
              aria-label={`Move down: ${name}`}
              icon={<RiArrowDownLine aria-hidden />}
              isDisabled={isLast}
              onPress={() => actions.move(place, 1)}
            />
          </>
        )}
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={`Delete: ${name}`}
          icon={<RiDeleteBinLine aria-hidden />}
          onPress={() => actions.remove(place)}
        />
      </div>
    </li>
  );
}

/**
 * A row of a list: its fields, and the ways to move and delete it. It is drawn
 * again only when it has changed: typing in one of a hundred must not redraw
 * all.
 */
export const Row = memo(
  RowImpl,
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.place === after.place &&
    before.isLast === after.isLast,
);
