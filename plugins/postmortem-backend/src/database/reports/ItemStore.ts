import type { ActionItemType } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { toNumber, type Sql } from '../sql';
import {
  reportedPostmortems,
  type ReportScope,
  type Span,
} from './reportScope';
import { leastSql, periodSql } from './reportSql';

type Row = Record<string, any>;

/** What action items are counted over; items know days, not times. */
export interface ItemTime extends Span {
  asOf: string;
  /** The day of `asOf`. */
  today: number;
  /** On which day each period begins, ascending, and the last one ends. */
  days: number[];
}

/** Items by how many days after they were opened something happened. */
export interface ItemsByDays {
  /** The period in which they were opened, from 1. */
  period: number;
  /** At most one more than was asked for. */
  days: number;
  /** `unknown`: done, and nobody knows how many days after. */
  ended: 'done' | 'watched' | 'unknown';
  n: number;
}

/** Action items of a report, counted. */
export interface CountedItems {
  /** From 1; periods without any are left out. */
  opened: Map<number, number>;
  done: Map<number, number>;
  verified: Map<number, number>;
  /** By the number of their age group, from 0. */
  open: Array<{ age: number; n: number; overdue: number }>;
  types: Array<{ type: ActionItemType; period: number; n: number }>;
  byDays: ItemsByDays[];
  /** Done items of the incidents of the report. */
  effects: Array<{ type: ActionItemType; verdict: string | null; n: number }>;
}

const PARTS = [
  `select 'opened' as part, null as k, opened as period, 0 as days, null as state, sum(n) as n, 0 as m from g where opened > 0 group by opened`,
  `select 'done', null, done, 0, null, sum(n), 0 from g where done > 0 group by done`,
  `select 'verified', null, verified, 0, null, sum(n), 0 from g where verified > 0 group by verified`,
  `select 'open', null, age, 0, null, sum(n), sum(n * overdue) from g where is_open = 1 group by age`,
  `select 'type', type, opened, 0, null, sum(n), 0 from g where opened > 0 group by type, opened`,
  `select 'days', null, opened, days, ended, sum(n), 0 from g where opened > 0 group by opened, days, ended`,
  `select 'effect', type, 0, 0, verdict, sum(n), 0 from g where in_report = 1 and status = 'done' group by type, verdict`,
].join(' union all ');

/** Counts action items. */
export class ItemStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Counts the items of all incidents that pass the filters, in one statement.
   *
   * @param maxDays - up to how many days after the opening each is told apart
   * @param ages - where the age groups of open items begin, in days
   */
  async count(
    scope: ReportScope,
    time: ItemTime,
    maxDays: number,
    ages: number[],
  ): Promise<CountedItems> {
    const knex = this.#knex;
    const items = this.#itemsSql(time, maxDays, ages);
    const rows: Row[] = await knex
      .with(
        's',
        reportedPostmortems(knex, scope).select(
          'p.number',
          knex.raw(
            `case when p.started_at >= ? and p.started_at < ? then 1 else 0 end as in_report`,
            [time.from, time.to],
          ),
        ),
      )
      .with('g', knex.raw(items.sql, items.bindings))
      .select('*')
      .from(knex.raw(`(${PARTS}) as parts`));
    return readItems(rows);
  }

  /** The items, as many alike counted together. */
  #itemsSql(time: ItemTime, maxDays: number, ages: number[]): Sql {
    const knex = this.#knex;
    const last = time.days.length;
    const periodOf = (column: string): Sql => {
      const { sql, bindings } = periodSql(knex, column, time.days);
      // What comes after the last period is as little of the report.
      return { sql: `nullif(${sql}, ${last})`, bindings };
    };
    const opened = periodOf('i.opened_day');
    const done = periodOf('i.done_day');
    const verified = periodOf('i.verified_day');
    const age = periodSql(knex, `${time.today} - i.opened_day`, ages.slice(1));
    const watched = leastSql(
      knex,
      `coalesce(i.done_day, ${time.today}) - i.opened_day`,
      `${maxDays + 1}`,
    );
    return {
      sql: `select type, status, is_open, verdict, in_report, opened, done, verified, age, overdue, days, ended, count(*) as n
        from (
          select i.type, i.status, i.is_open, s.in_report,
            case when i.status = 'done' then i.verdict end as verdict,
            ${opened.sql} as opened, ${done.sql} as done, ${verified.sql} as verified,
            case when i.is_open = 1 then ${age.sql} end as age,
            case when i.overdue_from <= ? then 1 else 0 end as overdue,
            ${watched} as days,
            case when i.status <> 'done' then 'watched'
              when i.done_day >= i.opened_day then 'done'
              else 'unknown' end as ended
          from s join postmortem_action_items i on i.postmortem_number = s.number
        ) j
        group by type, status, is_open, verdict, in_report, opened, done, verified, age, overdue, days, ended`,
      bindings: [
        ...opened.bindings,
        ...done.bindings,
        ...verified.bindings,
        ...age.bindings,
        time.asOf,
      ],
    };
  }
}

function readItems(rows: Row[]): CountedItems {
  const of = (part: string) => rows.filter(row => row.part === part);
  const byPeriod = (part: string) =>
    new Map(of(part).map(row => [toNumber(row.period), toNumber(row.n)]));
  return {
    opened: byPeriod('opened'),
    done: byPeriod('done'),
    verified: byPeriod('verified'),
    open: of('open').map(row => ({
      age: toNumber(row.period),
      n: toNumber(row.n),
      overdue: toNumber(row.m),
    })),
    types: of('type').map(row => ({
      type: row.k,
      period: toNumber(row.period),
      n: toNumber(row.n),
    })),
    byDays: of('days').map(row => ({
      period: toNumber(row.period),
      days: toNumber(row.days),
      ended: row.state,
      n: toNumber(row.n),
    })),
    effects: of('effect').map(row => ({
      type: row.k,
      verdict: row.state,
      n: toNumber(row.n),
    })),
  };
}
