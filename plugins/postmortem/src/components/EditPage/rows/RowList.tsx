import { Button, ButtonIcon, Text } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import styles from './RowList.module.css';
import type { Rows } from './useRows';

interface RowContentProps<Row> {
  row: Row;
  index: number;
  render: (row: Row, index: number) => ReactNode;
}

/**
 * A row is drawn again only when it has changed: what it draws depends on the
 * row and its place alone, and typing in one of a hundred must not redraw all.
 */
const RowContent = memo(
  ({ row, index, render }: RowContentProps<any>) => <>{render(row, index)}</>,
  (before, after) => before.row === after.row && before.index === after.index,
);

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

/** Rows that are drawn at once; more are drawn when asked for. */
const SHOWN = 100;

/**
 * The rows of a list. Alt with an arrow key moves the row that has the focus;
 * what is deleted can be put back.
 */
export function RowList<Row extends object>(props: {
  /** What a row is called: "entry". */
  noun: string;
  rows: Rows<Row>;
  /** Those to show, when a list is shown in groups. */
  filter?: (row: Row) => boolean;
  /** Whether the order means something. */
  isOrdered?: boolean;
  /** Whether rows are so large that a line has to part them. */
  isSeparate?: boolean;
  /** The row by a few of its words. */
  nameOf: (row: Row) => string;
  /** Draws a row from nothing but the row and its place. */
  renderRow: (row: Row, index: number) => ReactNode;
}) {
  const { noun, rows, filter = () => true, isOrdered = true } = props;
  const { isSeparate } = props;
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<Element | null>(null);
  const [shownCount, setShownCount] = useState(SHOWN);

  // The browser takes the focus from a row when it is put elsewhere.
  useLayoutEffect(() => {
    if (focused.current instanceof HTMLElement) {
      focused.current.focus();
      focused.current = null;
    }
  }, [rows.rows]);

  const entries = rows.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => filter(row));

  const move = (place: number, by: -1 | 1) => {
    const target = entries[place + by];
    if (target) {
      focused.current = document.activeElement;
      rows.swap(entries[place].index, target.index);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, place: number) => {
    const isMove =
      isOrdered &&
      event.altKey &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown');
    if (isMove) {
      event.preventDefault();
      event.stopPropagation();
      move(place, event.key === 'ArrowUp' ? -1 : 1);
    } else if (endsLine(event)) {
      event.preventDefault();
      focusNext(event.currentTarget);
    }
  };
  const remove = (place: number) => {
    rows.remove(entries[place].index);
    const next = list.current?.children[place === 0 ? 1 : place - 1];
    next?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  };
  const wasRemovedHere = rows.removed !== null && filter(rows.removed);

  return (
    <>
      {entries.length > 0 && (
        <ul
          className={
            isSeparate ? `${styles.rows} ${styles.separate}` : styles.rows
          }
          ref={list}
        >
          {entries.slice(0, shownCount).map(({ row, index }, place) => {
            const name = props.nameOf(row) || `${noun} ${place + 1}`;
            return (
              // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <li
                key={'id' in row ? String(row.id) : index}
                className={styles.row}
                aria-label={name}
                onKeyDownCapture={event => onKeyDown(event, place)}
              >
                <div className={styles.content}>
                  <RowContent
                    row={row}
                    index={index}
                    render={props.renderRow}
                  />
                </div>
                <div className={styles.actions}>
                  {isOrdered && (
                    <>
                      <ButtonIcon
                        size="small"
                        variant="tertiary"
                        aria-label={`Move up: ${name}`}
                        icon={<RiArrowUpLine aria-hidden />}
                        isDisabled={place === 0}
                        onPress={() => move(place, -1)}
                      />
                      <ButtonIcon
                        size="small"
                        variant="tertiary"
                        aria-label={`Move down: ${name}`}
                        icon={<RiArrowDownLine aria-hidden />}
                        isDisabled={place === entries.length - 1}
                        onPress={() => move(place, 1)}
                      />
                    </>
                  )}
                  <ButtonIcon
                    size="small"
                    variant="tertiary"
                    aria-label={`Delete: ${name}`}
                    icon={<RiDeleteBinLine aria-hidden />}
                    onPress={() => remove(place)}
                  />
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {entries.length > shownCount && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setShownCount(entries.length)}
        >
          Show all {entries.length}
        </Button>
      )}
      <div role="status" className={styles.undo}>
        {wasRemovedHere && (
          <>
            <Text variant="body-small">
              Deleted “{props.nameOf(rows.removed!) || noun}”.
            </Text>
            <Button size="small" variant="tertiary" onPress={rows.undo}>
              Undo
            </Button>
          </>
        )}
      </div>
    </>
  );
}
