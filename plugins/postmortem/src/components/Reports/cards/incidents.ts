import type {
  ReportGrouping,
  Trends,
} from 'backstage-plugin-postmortem-common';
import { severityLevel } from '../../shared';
import type { ColumnSeries } from '../charts/PeriodColumns';
import { periodLabel, refName } from '../format';
import {
  CATEGORY_STYLES,
  REST_STYLE,
  SEVERITY_STYLES,
  type SeriesStyle,
} from '../frame/fills';
import type { ChartTable } from '../frame/table';
import { DETECTION_NAMES, EXCLUSIVE_GROUPINGS } from '../names';

const NONE: Record<ReportGrouping, string> = {
  severity: 'No severity',
  team: 'No team',
  entity: 'No component',
  system: 'No system',
  trigger: 'No trigger named',
  factor: 'No factor named',
  detection: 'Not known',
};

/** The name of a group as people read it. */
export function groupName(groupBy: ReportGrouping, key: string | null): string {
  if (key === null) {
    return NONE[groupBy];
  }
  switch (groupBy) {
    case 'team':
      return refName(key, 'group');
    case 'entity':
      return refName(key);
    case 'system':
      return refName(key, 'system');
    case 'detection':
      return DETECTION_NAMES[key as keyof typeof DETECTION_NAMES] ?? key;
    default:
      return key;
  }
}

function severityStyle(
  key: string | null,
  severities: readonly string[],
): SeriesStyle {
  const level = severityLevel(key, severities);
  return level === null
    ? { color: 'var(--report-grey)', texture: 'cross' }
    : SEVERITY_STYLES[level];
}

/**
 * The parts of each column, the first one lowest. What has no style of its own
 * any more, and the groups that are left out, are one part together; groups
 * that overlap are no parts of anything.
 */
export function seriesOf(
  trends: Trends,
  severities: readonly string[],
): Array<ColumnSeries & { key?: string | null }> {
  const { groupBy, groups, periods } = trends;
  if (!EXCLUSIVE_GROUPINGS.includes(groupBy)) {
    return [
      {
        name: 'Incidents',
        style: CATEGORY_STYLES[0],
        values: periods.map(({ n }) => n),
      },
    ];
  }
  const shown =
    groupBy === 'severity' ? groups : groups.slice(0, CATEGORY_STYLES.length);
  const series = shown
    .filter(({ n }) => n > 0)
    .map((group, index) => ({
      key: group.key,
      name: groupName(groupBy, group.key),
      style:
        groupBy === 'severity'
          ? severityStyle(group.key, severities)
          : CATEGORY_STYLES[index],
      values: group.periods.map(({ n }) => n),
    }));
  const rest = periods.map(
    ({ n }, index) =>
      n - series.reduce((sum, { values }) => sum + values[index], 0),
  );
  return rest.some(n => n > 0)
    ? [...series, { name: 'All others', style: REST_STYLE, values: rest }]
    : series;
}

/**
 * The groups as they are listed: teams by name, since by their counts they
 * would be ranked without regard to how much they own.
 */
export function listedGroups({ groupBy, groups }: Trends): Trends['groups'] {
  return groupBy === 'team'
    ? [...groups].sort((a, b) =>
        groupName(groupBy, a.key).localeCompare(groupName(groupBy, b.key)),
      )
    : groups;
}

/** A row a period, a column a group. */
export function incidentsTable(
  trends: Trends,
  hrefOf: (index: number) => string,
): ChartTable {
  const { groupBy, periods, interval } = trends;
  const groups = listedGroups(trends);
  return {
    columns: [
      { name: 'Period' },
      { name: 'Incidents', digits: 0 },
      { name: 'Lower 95% limit', digits: 2 },
      { name: 'Upper 95% limit', digits: 2 },
      { name: 'Repeats', digits: 0 },
      ...groups.map(({ key }) => ({
        name: groupName(groupBy, key),
        digits: 0,
      })),
    ],
    rows: periods.map((period, index) => ({
      cells: [
        periodLabel(period, interval),
        period.n,
        period.limits.lower,
        period.limits.upper,
        period.repeats,
        ...groups.map(group => group.periods[index].n),
      ],
      href: period.n > 0 ? hrefOf(index) : undefined,
    })),
  };
}
