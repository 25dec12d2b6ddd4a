import type { PatternsReport } from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { HeatTable } from '../charts/HeatTable';
import { number, refName } from '../format';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';

const SHOWN = 15;

type Cells = PatternsReport['flows']['teams']['cells'];

/**
 * Orders the ends of a matrix by how much goes through them, in the same order
 * for both sides, so that what stays where it began is on the diagonal.
 */
function ordered(cells: Cells): Array<string | null> {
  const sums = new Map<string | null, number>();
  const add = (ref: string | null, n: number) =>
    sums.set(ref, (sums.get(ref) ?? 0) + n);
  cells.forEach(({ from, to, n }) => {
    add(from, n);
    add(to, n);
  });
  return [...sums.entries()].sort(([, a], [, b]) => b - a).map(([ref]) => ref);
}

/** Where incidents come from and where they land, as a matrix. */
export function FlowsCard(props: {
  patterns: PatternsReport;
  finding: Finding | undefined;
  what: 'teams' | 'systems';
}) {
  const { patterns, finding, what } = props;
  const { flows } = patterns;
  const { cells, omittedCells } = flows[what];
  const drill = useDrill(patterns);
  const kind = what === 'teams' ? 'group' : 'system';
  const nameOf = (ref: string | null) =>
    ref === null
      ? `In no ${what === 'teams' ? 'team' : 'system'}`
      : refName(ref, kind);
  const hrefOf = (ref: string | null) =>
    drill.href(what === 'teams' ? { teamRef: ref } : { entityRef: ref });
  const all = ordered(cells);
  const from = all.filter(ref => cells.some(cell => cell.from === ref));
  const to = all.filter(ref => cells.some(cell => cell.to === ref));
  const rows = from.slice(0, SHOWN);
  const columns = to.slice(0, SHOWN);
  const valueOf = (row: string | null, column: string | null) =>
    cells.find(cell => cell.from === row && cell.to === column)?.n ?? 0;
  const most = cells.find(
    cell => cell.from !== null && cell.to !== null && cell.from !== cell.to,
  );
  return (
    <ReportCard
      anchor={what === 'teams' ? 'flows' : undefined}
      name={`From cause to affected, ${what}`}
      finding={
        (what === 'teams' && finding?.text) ||
        (most
          ? `Between systems, most go from ${nameOf(most.from)} to ${nameOf(
              most.to,
            )}: ${number(most.n)} of ${number(flows.n)} incidents`
          : 'No incident went from one system to another')
      }
      n={`n = ${number(flows.n)} with a cause and something else affected`}
      period={patterns}
      empty={
        cells.length === 0 &&
        'No incident of this time names a cause and something else that it affected.'
      }
      table={{
        columns: [
          { name: 'Cause in' },
          { name: 'Affected in' },
          { name: 'Incidents', digits: 0 },
        ],
        rows: cells.map(cell => ({
          cells: [nameOf(cell.from), nameOf(cell.to), cell.n],
          href: hrefOf(cell.from),
        })),
      }}
      notes={[
        `Rows are where the cause is, columns what else was affected; an incident counts once in each cell. Beside these, ${number(
          flows.withoutAffected,
        )} affected nothing else and ${number(
          flows.withoutCause,
        )} name no cause.`,
        'A click leads to the postmortems of the row: the list has no filter for two ends together.',
        (omittedCells > 0 || from.length > SHOWN || to.length > SHOWN) &&
          `The fullest rows and columns are shown${
            omittedCells > 0
              ? `; ${number(omittedCells)} emptier cells are left out`
              : ', the table has all'
          }.`,
      ]}
    >
      <HeatTable
        label={`Incidents from cause to affected, by ${what}`}
        rowsName="from ↓ to →"
        isUpright
        columns={columns.map(ref => ({ key: ref ?? '', name: nameOf(ref) }))}
        rows={rows.map(row => ({
          key: row ?? '',
          name: nameOf(row),
          href: row === null ? undefined : hrefOf(row),
          values: columns.map(column => valueOf(row, column)),
          hrefOf: () => (row === null ? undefined : hrefOf(row)),
        }))}
      />
    </ReportCard>
  );
}
