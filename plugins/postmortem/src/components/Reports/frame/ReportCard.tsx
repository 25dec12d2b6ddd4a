import {
  Button,
  Card,
  CardBody,
  CardHeader,
  Text,
  ToggleButton,
} from '@backstage/ui';
import { RiDownloadLine, RiTableLine } from '@remixicon/react';
import { type ReactNode, useContext, useId, useState } from 'react';
import { download, toCsv } from './csv';
import { DataTable } from './DataTable';
import styles from './ReportCard.module.css';
import { ReportContext } from './ReportContext';
import type { ChartTable } from './table';

/**
 * A chart: what it shows in words, of how many, the picture, and the same
 * figures as a table and as CSV.
 */
export function ReportCard(props: {
  /** What is shown, in two or three words: "Incidents by month". */
  name: string;
  /** What it comes to, in a sentence without a full stop. */
  finding: string;
  /** Of how many it is, such as `n = 22`. */
  n: string;
  /** How to read it, what was tested, what is left out. */
  notes?: Array<string | false | null | undefined>;
  /** What can be chosen for this chart alone. */
  controls?: ReactNode;
  /** Shown in place of the chart where there is nothing to draw. */
  empty?: string | false;
  table: ChartTable;
  /** Figures that need a table of their own, with a CSV file of their own. */
  details?: {
    name: string;
    /** On the button that downloads it. */
    label: string;
    table: ChartTable;
    isAlwaysShown?: boolean;
  };
  /** Goes into the name of the CSV file. */
  period: { from: string; to: string };
  isWide?: boolean;
  /** The address of the card within the page. */
  anchor?: string;
  children: ReactNode;
}) {
  const { name, finding, n, notes = [], controls, empty, table } = props;
  const { details, anchor, period } = props;
  const id = useId();
  const { tables } = useContext(ReportContext);
  const [isTable, setTable] = useState(false);
  return (
    <Card
      id={anchor}
      role="region"
      aria-labelledby={id}
      className={props.isWide ? `${styles.card} ${styles.wide}` : styles.card}
    >
      <CardHeader>
        <div className={styles.head}>
          <div className={styles.title}>
            <Text as="p" variant="body-small" color="secondary">
              {name} · {n}
            </Text>
            <Text as="h4" id={id} variant="body-large" weight="bold">
              {finding}
            </Text>
          </div>
          {!empty && (
            <div className={styles.buttons}>
              {!tables && (
                <ToggleButton
                  size="small"
                  isSelected={isTable}
                  onChange={setTable}
                  aria-label={`${name}: show the table`}
                  iconStart={<RiTableLine aria-hidden />}
                >
                  Table
                </ToggleButton>
              )}
              <CsvButton name={name} table={table} period={period} />
              {details && (
                <CsvButton
                  name={details.name}
                  label={details.label}
                  table={details.table}
                  period={period}
                />
              )}
            </div>
          )}
        </div>
        {controls && <div className={styles.controls}>{controls}</div>}
      </CardHeader>
      <CardBody>
        {empty ? (
          <Text as="p" color="secondary" className={styles.empty}>
            {empty}
          </Text>
        ) : (
          <>
            {(!isTable || tables) && props.children}
            {(isTable || tables) && <DataTable label={name} table={table} />}
            {details && (isTable || tables || details.isAlwaysShown) && (
              <>
                <Text
                  as="p"
                  variant="body-small"
                  weight="bold"
                  className={styles.detailsName}
                >
                  {details.name}
                </Text>
                <DataTable label={details.name} table={details.table} />
              </>
            )}
          </>
        )}
        {(empty ? [] : notes.filter(Boolean)).map(note => (
          <Text
            key={String(note)}
            as="p"
            variant="body-small"
            color="secondary"
            className={styles.note}
          >
            {note}
          </Text>
        ))}
      </CardBody>
    </Card>
  );
}

function CsvButton(props: {
  name: string;
  label?: string;
  table: ChartTable;
  period: { from: string; to: string };
}) {
  const { name, label = 'CSV', table, period } = props;
  return (
    <Button
      size="small"
      variant="tertiary"
      aria-label={`${name}: download as CSV`}
      iconStart={<RiDownloadLine aria-hidden />}
      onPress={() => download(fileName(name, period), toCsv(table))}
    >
      {label}
    </Button>
  );
}

function fileName(name: string, { from, to }: { from: string; to: string }) {
  const words = name.toLocaleLowerCase('en-US').replace(/[^a-z0-9]+/g, '-');
  return `${words}-${from.slice(0, 10)}-${to.slice(0, 10)}.csv`;
}
