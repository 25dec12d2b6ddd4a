import { Link } from '@backstage/ui';
import styles from './ReportCard.module.css';
import { cellText, type ChartTable } from './table';

/** The figures of a chart; the first cell of a row leads to what is behind. */
export function DataTable(props: { label: string; table: ChartTable }) {
  const { label, table } = props;
  return (
    // It scrolls in both directions, by the keyboard too.
    <div
      className={styles.tableFrame}
      role="group"
      aria-label={`${label}, as a table`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {table.columns.map(({ name, digits }) => (
              <th
                key={name}
                scope="col"
                className={digits === undefined ? undefined : styles.number}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ cells, href }, row) => (
            <tr key={`${row} ${cells[0]}`}>
              {cells.map((cell, index) => {
                const { name, digits } = table.columns[index];
                const text = cellText(cell, digits);
                return index === 0 ? (
                  <th key={name} scope="row">
                    {href ? <Link href={href}>{text}</Link> : text}
                  </th>
                ) : (
                  <td
                    key={name}
                    className={digits === undefined ? undefined : styles.number}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
