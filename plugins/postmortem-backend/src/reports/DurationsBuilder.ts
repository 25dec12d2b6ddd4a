import {
  MAX_DURATION_POINTS,
  type DurationMetric,
  type DurationsReport,
  type Quantile,
} from 'backstage-plugin-postmortem-common';
import {
  quantileRanks,
  type QuantileRanks,
} from 'backstage-plugin-postmortem-common/statistics';
import {
  METRICS,
  type DurationStore,
  type KnownDurations,
  type RankQuery,
} from '../database/reports/DurationStore';
import type { ReportScope } from '../database/reports/reportScope';
import { headerOf, type ReportTime } from './reportTime';

type Figures = DurationsReport['metrics'][number]['periods'][number];

const QUANTILES = { median: 0.5, p90: 0.9 } as const;

/** The durations of a metric, in a period or, at 0, in all of the report. */
interface Group {
  metric: DurationMetric;
  period: number;
  n: number;
  known: number;
}

/** How long detection, acknowledgement, mitigation and resolution took. */
export class DurationsBuilder {
  readonly #durations: DurationStore;

  constructor(options: { durations: DurationStore }) {
    this.#durations = options.durations;
  }

  async build(scope: ReportScope, time: ReportTime): Promise<DurationsReport> {
    const starts = time.periods.map(({ start }) => start);
    const timed = { from: time.from, to: time.to, starts };
    const [known, items] = await Promise.all([
      this.#durations.known(scope, timed),
      this.#durations.points(scope, time, MAX_DURATION_POINTS),
    ]);
    const groups = groupsOf(known);
    const rankOf = await this.#durations.ranked(
      scope,
      timed,
      groups.flatMap(ranksOf),
    );
    const n = known.reduce((sum, period) => sum + period.n, 0);
    return {
      ...headerOf(time, n),
      periods: time.periods,
      metrics: METRICS.map(metric => {
        const [all, ...periods] = groups
          .filter(group => group.metric === metric)
          .map(group => figuresOf(group, rankOf));
        return { metric, ...all, periods };
      }),
      points: { isSample: n > items.length, items },
    };
  }
}

function groupsOf(known: KnownDurations[]): Group[] {
  return METRICS.flatMap(metric => {
    const periods = known.map((period, index) => ({
      metric,
      period: index + 1,
      n: period.n,
      known: period.known[metric],
    }));
    const sum = (name: 'n' | 'known') =>
      periods.reduce((total, period) => total + period[name], 0);
    return [
      { metric, period: 0, n: sum('n'), known: sum('known') },
      ...periods,
    ];
  });
}

function quantilesOf({ known }: Group): QuantileRanks[] {
  return known === 0
    ? []
    : Object.values(QUANTILES).map(share => quantileRanks(known, share));
}

function ranksOf(group: Group): RankQuery[] {
  const { metric, period } = group;
  return quantilesOf(group)
    .flatMap(({ value, limits }) => [
      ...value,
      ...(limits ? [limits.lower, limits.upper] : []),
    ])
    .map(rank => ({ metric, period, rank }));
}

function figuresOf(
  group: Group,
  durationOf: (query: RankQuery) => number,
): Figures {
  const { metric, period, n, known } = group;
  const at = (rank: number) => durationOf({ metric, period, rank });
  const [median, p90] = quantilesOf(group).map(
    ({ value: [lower, upper], limits }): Quantile => ({
      value: (at(lower) + at(upper)) / 2,
      limits: limits
        ? { lower: at(limits.lower), upper: at(limits.upper) }
        : null,
    }),
  );
  return {
    n: known,
    missing: n - known,
    median: median ?? null,
    p90: p90 ?? null,
  };
}
