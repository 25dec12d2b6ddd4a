import { Button, Text } from '@backstage/ui';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Row, type RowActions } from './Row';
import styles from './RowList.module.css';
import type { Rows } from './useRows';

/** Rows that are drawn at once; more are drawn when asked for. */
const SHOWN = 50;

/**
 * The rows of a list. Alt with an arrow key moves the row that has the focus;
 * what is deleted can be put back.
 */
export function RowList<R extends object>(props: {
  /** What a row is called: "entry". */
  noun: string;
  rows: Rows<R>;
  /** Those to show, when a list is shown in groups. */
  filter?: (row: R) => boolean;
  /** Whether the order means something. */
  isOrdered?: boolean;
  /** Whether rows are so large that a line has to part them. */
  isSeparate?: boolean;
  /** The row by a few of its words. */
  nameOf: (row: R) => string;
  /** Draws a row from nothing but the row and its place. */
  renderRow: (row: R, index: number) => ReactNode;
}) {
  const { noun, rows, filter = () => true, isOrdered = true } = props;
  const { isSeparate, nameOf, renderRow } = props;
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

  // A new row is at the end: it has to be seen.
  const count = useRef(entries.length);
  useEffect(() => {
    if (entries.length > count.current) {
      setShownCount(shown => (entries.length > shown ? Infinity : shown));
    }
    count.current = entries.length;
  }, [entries.length]);

  const latest = useRef<RowActions>();
  latest.current = {
    move: (place, by) => {
      const target = entries[place + by];
      if (target) {
        focused.current = document.activeElement;
        rows.swap(entries[place].index, target.index);
      }
    },
    remove: place => {
      rows.remove(entries[place].index);
      const next = list.current?.children[place === 0 ? 1 : place - 1];
      next?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    },
  };
  const actions = useMemo<RowActions>(
    () => ({
      move: (place, by) => latest.current?.move(place, by),
      remove: place => latest.current?.remove(place),
    }),
    [],
  );
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
          {entries.slice(0, shownCount).map(({ row, index }, place) => (
            <Row
              key={'id' in row ? String(row.id) : index}
              row={row}
              index={index}
              place={place}
              isLast={place === entries.length - 1}
              name={nameOf(row) || `${noun} ${place + 1}`}
              isOrdered={isOrdered}
              actions={actions}
              render={renderRow}
            />
          ))}
        </ul>
      )}
      {entries.length > shownCount && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setShownCount(Infinity)}
        >
          Show all {entries.length}
        </Button>
      )}
      <div role="status" className={styles.undo}>
        {wasRemovedHere && (
          <>
            <Text variant="body-small">
              Deleted “{nameOf(rows.removed!) || noun}”.
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
