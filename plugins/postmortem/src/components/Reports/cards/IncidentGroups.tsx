import type { Trends } from 'backstage-plugin-postmortem-common';
import { HeatTable } from '../charts/HeatTable';
import { number, range } from '../format';
import { useDrill } from '../frame/ReportContext';
import { GROUPING_NAMES } from '../names';
import { heatColumns } from './heatColumns';
import { listedGroups } from './incidents';

/** Groups that overlap, a row each: incidents by period. */
export function IncidentGroups(props: {
  trends: Trends;
  nameOf: (key: string | null) => string;
}) {
  const { trends, nameOf } = props;
  const { groupBy, periods, interval } = trends;
  const groups = listedGroups(trends);
  const drill = useDrill(trends);
  const behind = (key: string | null) => ({
    ...((groupBy === 'entity' || groupBy === 'system') && { entityRef: key }),
    ...(groupBy === 'team' && { teamRef: key }),
  });
  return (
    <HeatTable
      label={`Incidents by ${GROUPING_NAMES[groupBy]}`}
      rowsName={GROUPING_NAMES[groupBy]}
      columns={heatColumns(periods, interval)}
      after={['All', '95% interval']}
      rows={groups.map(group => ({
        key: `${group.kind} ${group.key}`,
        name: nameOf(group.key),
        href: drill.href(behind(group.key)),
        values: group.periods.map(({ n }) => n),
        hrefOf: at =>
          drill.href({
            ...behind(group.key),
            start: periods[at].start,
            end: periods[at].end,
          }),
        after: [number(group.n), range(group.limits)],
      }))}
    />
  );
}
