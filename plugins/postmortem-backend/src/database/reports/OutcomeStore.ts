import {
  earlierStateSchema,
  type EarlierState,
  type PostmortemStatus,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { toNumber } from '../sql';
import { visibleTo } from '../visibleTo';
import {
  reportedPostmortems,
  type ReportScope,
  type Span,
} from './reportScope';
import { daysBetweenSql, leastSql } from './reportSql';

type Row = Record<string, any>;

// In this order they tell most of an earlier incident, where there are several.
const STATES = earlierStateSchema.options;

/** How far postmortems of a report are. */
export interface WrittenCounts {
  bySeverity: Array<{
    severity: string | null;
    status: PostmortemStatus;
    n: number;
  }>;
  /** By days from the beginning of the impact, at most one more than asked. */
  published: Array<{ days: number; isPublished: boolean; n: number }>;
  reviews: { held: number; overdue: number; unplanned: number };
}

/** Counts what became of incidents. */
export class OutcomeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The repeats of a report, by how the items of the earlier incident stood on
   * the day on which it repeated.
   */
  async repeats(
    scope: ReportScope,
    span: Span,
  ): Promise<Map<EarlierState, number>> {
    const knex = this.#knex;
    const day = daysBetweenSql(knex, `'1970-01-01'`, 'p.started_at');
    const repeats = reportedPostmortems(knex, scope, span)
      .join('postmortem_related as r', 'r.postmortem_number', 'p.number')
      .where('r.relation', 'repeat_of')
      .select('p.number', 'r.related_id', knex.raw(`${day} as day`));
    const earlier = knex('postmortems as p')
      .whereNull('p.deleted_at')
      .whereRaw('p.id in (select related_id from r)')
      .select('p.id', 'p.number');
    visibleTo(knex, earlier, scope.visible);
    const rows: Row[] = await knex
      .with('r', repeats)
      .with('e', earlier)
      .with(
        'i',
        knex.raw(
          `select r.number, r.related_id, e.number as earlier,
            count(i.id) as items,
            sum(case when i.is_open = 1 or i.done_day > r.day then 1 else 0 end) as open,
            sum(case when i.status = 'wont_do' then 1 else 0 end) as given_up,
            sum(case when i.verdict = 'effective' and i.verified_day <= r.day then 1 else 0 end) as verified
          from r left join e on e.id = r.related_id
            left join postmortem_action_items i on i.postmortem_number = e.number and i.opened_day <= r.day
          group by r.number, r.related_id, e.number`,
        ),
      )
      .from(
        knex.raw(
          `(select number, min(case
              when earlier is null then 5
              when items = 0 then 4
              when open > 0 then 0
              when given_up > 0 then 1
              when verified < items then 2
              else 3 end) as state
            from i group by number) as x`,
        ),
      )
      .groupBy('state')
      .select('state', knex.raw('count(*) as n'));
    return new Map(
      rows.map(row => [STATES[toNumber(row.state)], toNumber(row.n)]),
    );
  }

  /** How many are written, when they were published, and their reviews. */
  async written(
    scope: ReportScope,
    span: Span,
    { asOf, maxDays }: { asOf: string; maxDays: number },
  ): Promise<WrittenCounts> {
    const knex = this.#knex;
    const days = leastSql(
      knex,
      daysBetweenSql(knex, 'started_at', 'until'),
      `${maxDays + 1}`,
    );
    const rows: Row[] = await knex
      .with(
        's',
        reportedPostmortems(knex, scope, span).select(
          'p.severity',
          'p.status',
          'p.started_at',
          'p.published_at',
          knex.raw('coalesce(p.published_at, ?) as until', [asOf]),
          'p.review_at',
          'p.held_at',
        ),
      )
      .select('*')
      .from(
        knex.raw(
          `(select 'status' as part, severity as a, status as b, 0 as days, count(*) as n from s group by severity, status
          union all select 'published', case when published_at is null then 'no' else 'yes' end, null, ${days}, count(*) from s where started_at <= ? group by 2, 4
          union all select 'review', case when held_at is not null then 'held' when review_at is null then 'unplanned' when review_at <= ? then 'overdue' else 'planned' end, null, 0, count(*) from s group by 2
          ) as parts`,
          [asOf, asOf],
        ),
      );
    const of = (part: string) => rows.filter(row => row.part === part);
    const reviews = (state: string) =>
      toNumber(of('review').find(row => row.a === state)?.n);
    return {
      bySeverity: of('status').map(row => ({
        severity: row.a,
        status: row.b,
        n: toNumber(row.n),
      })),
      published: of('published').map(row => ({
        days: toNumber(row.days),
        isPublished: row.a === 'yes',
        n: toNumber(row.n),
      })),
      reviews: {
        held: reviews('held'),
        overdue: reviews('overdue'),
        unplanned: reviews('unplanned'),
      },
    };
  }
}
