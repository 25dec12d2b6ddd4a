import type {
  ReportGrouping,
  Trends,
} from 'backstage-plugin-postmortem-common';
import type {
  CountedGroup,
  CountedTime,
  Places,
} from '../database/reports/incidentGroups';
import type { IncidentStore } from '../database/reports/IncidentStore';
import type { ReportScope } from '../database/reports/reportScope';
import { comparisonWithBefore, latestComparison, limitsOf } from './figures';
import { headerOf, timeBefore, type ReportTime } from './reportTime';

/** How many groups an answer has. */
const MAX_GROUPS = 500;

/** What the incidents of a report, and those before it, are counted over. */
export function countedTime(time: ReportTime): CountedTime {
  return {
    from: time.from,
    to: time.to,
    starts: time.periods.map(({ start }) => start),
    previousFrom: timeBefore(time).from,
  };
}

/** How many incidents began, by period and by group. */
export class TrendsBuilder {
  readonly #incidents: IncidentStore;
  readonly #severities: string[];

  constructor(options: { incidents: IncidentStore; severities: string[] }) {
    this.#incidents = options.incidents;
    this.#severities = options.severities;
  }

  async build(
    scope: ReportScope,
    time: ReportTime,
    groupBy: ReportGrouping,
    systems: Places,
  ): Promise<Trends> {
    const counted = await this.#incidents.count(scope, countedTime(time), [
      { by: groupBy, top: MAX_GROUPS, systems },
    ]);
    const { n, repeats, previous, periods } = counted;
    const [{ groups, total }] = counted.groupings;
    return {
      ...headerOf(time, n),
      groupBy,
      periods: time.periods.map((period, index) => ({
        ...period,
        ...periods[index],
        limits: limitsOf(periods[index].n),
      })),
      groups: this.#ordered(groups, groupBy).map(group => ({
        key: group.key,
        kind: group.kind as Trends['groups'][number]['kind'],
        n: group.n,
        repeats: group.repeats,
        limits: limitsOf(group.n),
        periods: group.periods,
      })),
      omittedGroups: total - groups.length,
      totals: {
        n,
        repeats,
        limits: limitsOf(n),
        comparison: comparisonWithBefore(n, previous, time),
        latestPeriod: latestComparison(time.periods, periods, time.asOf),
      },
    };
  }

  #ordered(groups: CountedGroup[], groupBy: ReportGrouping): CountedGroup[] {
    if (groupBy !== 'severity') {
      return groups;
    }
    const rank = ({ key }: CountedGroup) => {
      const index = key === null ? -1 : this.#severities.indexOf(key);
      return index === -1 ? this.#severities.length : index;
    };
    return [...groups].sort((a, b) => rank(a) - rank(b));
  }
}
