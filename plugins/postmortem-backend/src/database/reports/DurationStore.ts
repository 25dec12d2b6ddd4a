import type {
  DurationMetric,
  DurationsReport,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { postmortemKey } from '../rows';
import { isPostgres, toNumber, toNumberOrNull, type Sql } from '../sql';
import {
  reportedPostmortems,
  type ReportScope,
  type Span,
} from './reportScope';
import { periodSql } from './reportSql';

type Row = Record<string, any>;

/** Where each duration is kept, in whole minutes. */
const COLUMNS: Record<DurationMetric, string> = {
  timeToDetect: 'time_to_detect',
  timeToAcknowledge: 'time_to_acknowledge',
  timeToMitigate: 'time_to_mitigate',
  timeToResolve: 'time_to_resolve',
};

/** Every metric, in the order in which things happen. */
export const METRICS = Object.keys(COLUMNS) as DurationMetric[];

/** What the durations of a report are counted over. */
export interface DurationTime extends Span {
  /** When each period begins, ascending. */
  starts: string[];
}

/** How many incidents there are, and of how many a duration is known. */
export interface KnownDurations {
  n: number;
  known: Record<DurationMetric, number>;
}

/** A rank that is asked for, the shortest duration being 1. */
export interface RankQuery {
  metric: DurationMetric;
  /** From 1; 0 for all of the report. */
  period: number;
  rank: number;
}

/** Counts and ranks durations. */
export class DurationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By period. */
  async known(
    scope: ReportScope,
    time: DurationTime,
  ): Promise<KnownDurations[]> {
    const period = periodSql(this.#knex, 'p.started_at', time.starts);
    const rows: Row[] = await reportedPostmortems(this.#knex, scope, time)
      .select(
        this.#knex.raw(`${period.sql} as period`, period.bindings),
        this.#knex.raw('count(*) as n'),
        ...METRICS.map(metric =>
          this.#knex.raw('count(??) as ??', [`p.${COLUMNS[metric]}`, metric]),
        ),
      )
      .groupByRaw('1');
    return time.starts.map((_, index) => {
      const row = rows.find(each => toNumber(each.period) === index + 1);
      return {
        n: toNumber(row?.n),
        known: Object.fromEntries(
          METRICS.map(metric => [metric, toNumber(row?.[metric])]),
        ) as Record<DurationMetric, number>,
      };
    });
  }

  /**
   * The durations of the ranks, in minutes. They are looked up in how often
   * each number of minutes occurs, so that not every incident is sorted.
   */
  async ranked(
    scope: ReportScope,
    time: DurationTime,
    ranks: RankQuery[],
  ): Promise<(query: RankQuery) => number> {
    const knex = this.#knex;
    const period = periodSql(knex, 'p.started_at', time.starts);
    const wanted = ranksSql(knex, ranks);
    const incidents = reportedPostmortems(knex, scope, time).select(
      knex.raw(`${period.sql} as period`, period.bindings),
      ...Object.values(COLUMNS).map(column => `p.${column}`),
    );
    const histogram = METRICS.map(
      (metric, index) =>
        `select ${index} as metric, period, ${COLUMNS[metric]} as minutes, count(*) as n from s where ${COLUMNS[metric]} is not null group by period, ${COLUMNS[metric]}`,
    ).join(' union all ');
    const rows: Row[] = await knex
      .with('s', incidents)
      .with('h', knex.raw(histogram))
      .with(
        'a',
        knex.raw(
          `select metric, period, minutes, n from h
           union all select metric, 0, minutes, sum(n) from h group by metric, minutes`,
        ),
      )
      .with(
        'c',
        knex.raw(
          `select metric, period, minutes, n,
             sum(n) over (partition by metric, period order by minutes) as upto from a`,
        ),
      )
      .with('w', knex.raw(wanted.sql, wanted.bindings))
      .select('w.metric', 'w.period', 'w.ranked', 'c.minutes')
      .from('w')
      .joinRaw(
        `join c on c.metric = w.metric and c.period = w.period
           and w.ranked <= c.upto and w.ranked > c.upto - c.n`,
      );
    const minutes = new Map(
      rows.map(row => [
        `${row.metric}/${row.period}/${row.ranked}`,
        toNumber(row.minutes),
      ]),
    );
    return query => minutes.get(keyOf(query))!;
  }

  /**
   * The incidents one by one, the oldest first: of more than `limit`, those
   * with the lowest ids, which are random and stay the same.
   */
  async points(
    scope: ReportScope,
    span: Span,
    limit: number,
  ): Promise<DurationsReport['points']['items']> {
    const knex = this.#knex;
    const sample = reportedPostmortems(knex, scope, span)
      .select('p.number')
      .orderBy('p.id')
      .limit(limit);
    const rows: Row[] = await knex
      .with('s', sample)
      .from('s')
      .join('postmortems as p', 'p.number', 's.number')
      .orderBy([{ column: 'p.started_at' }, { column: 'p.number' }])
      .select(
        'p.number',
        'p.id',
        'p.title',
        'p.severity',
        'p.started_at',
        ...Object.values(COLUMNS).map(column => `p.${column}`),
      );
    return rows.map(row => ({
      id: row.id,
      key: postmortemKey(row.number),
      title: row.title,
      severity: row.severity,
      startedAt: row.started_at,
      timeToDetect: toNumberOrNull(row.time_to_detect),
      timeToAcknowledge: toNumberOrNull(row.time_to_acknowledge),
      timeToMitigate: toNumberOrNull(row.time_to_mitigate),
      timeToResolve: toNumberOrNull(row.time_to_resolve),
    }));
  }
}

function keyOf({ metric, period, rank }: RankQuery): string {
  return `${METRICS.indexOf(metric)}/${period}/${rank}`;
}

function ranksSql(knex: Knex, ranks: RankQuery[]): Sql {
  const metrics = ranks.map(({ metric }) => METRICS.indexOf(metric));
  const periods = ranks.map(({ period }) => period);
  const wanted = ranks.map(({ rank }) => rank);
  return isPostgres(knex)
    ? {
        sql: 'select distinct metric, period, ranked from unnest(?::int[], ?::int[], ?::bigint[]) as u(metric, period, ranked)',
        bindings: [metrics, periods, wanted],
      }
    : {
        sql: `select distinct json_extract(value, '$[0]') as metric, json_extract(value, '$[1]') as period, json_extract(value, '$[2]') as ranked from json_each(?)`,
        bindings: [
          JSON.stringify(
            ranks.map((_, index) => [
              metrics[index],
              periods[index],
              wanted[index],
            ]),
          ),
        ],
      };
}
