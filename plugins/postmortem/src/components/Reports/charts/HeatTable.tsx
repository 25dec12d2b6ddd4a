import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './HeatTable.module.css';

/** A row of a heat map. */
export interface HeatRow {
  key: string;
  name: ReactNode;
  /** Where the name leads to. */
  href?: string;
  /** One for each of the columns. */
  values: number[];
  /** Where each of them leads to. */
  hrefOf?: (column: number) => string | undefined;
  /** After the last column, one for each of `after`. */
  after?: ReactNode[];
}

const STEPS = 5;

/**
 * Counts by row and column; the more, the stronger the cell. It is a table,
 * and the counts stand in it, so that no color has to be read.
 */
export function HeatTable(props: {
  label: string;
  /** What the rows are, above their names. */
  rowsName: string;
  /** Whether the names of the columns, which are long, stand upright. */
  isUpright?: boolean;
  /** Whether it shares the width with something else. */
  isDense?: boolean;
  columns: Array<{ key: string; name: string; isPartial?: boolean }>;
  rows: HeatRow[];
  after?: string[];
}) {
  const { label, rowsName, columns, rows, after = [] } = props;
  const highest = Math.max(1, ...rows.flatMap(({ values }) => values));
  const levelOf = (value: number) =>
    value === 0 ? 0 : Math.max(1, Math.ceil((value / highest) * STEPS));
  return (
    // It scrolls, by the keyboard too.
    <div
      className={
        props.isDense ? `${styles.frame} ${styles.dense}` : styles.frame
      }
      role="group"
      aria-label={`${label}, as a heat map`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {rowsName}
            </th>
            {columns.map(({ key, name, isPartial }) => (
              <th key={key} scope="col" className={styles.column}>
                {props.isUpright ? (
                  <span className={styles.upright} title={name}>
                    {name}
                  </span>
                ) : (
                  name
                )}
                {isPartial && <span className={styles.state}>so far</span>}
              </th>
            ))}
            {after.map(name => (
              <th key={name} scope="col" className={styles.after}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <th scope="row" className={styles.name}>
                {row.href ? <Link href={row.href}>{row.name}</Link> : row.name}
              </th>
              {row.values.map((value, at) => {
                const href = value > 0 ? row.hrefOf?.(at) : undefined;
                return (
                  <td
                    key={columns[at].key}
                    className={styles.cell}
                    data-level={levelOf(value)}
                    data-partial={columns[at].isPartial || undefined}
                  >
                    {href ? (
                      <Link
                        href={href}
                        color="primary"
                        className={styles.link}
                        standalone
                      >
                        {value}
                      </Link>
                    ) : (
                      value || <span className={styles.none}>·</span>
                    )}
                  </td>
                );
              })}
              {row.after?.map((text, at) => (
                <td key={after[at]} className={styles.after}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
