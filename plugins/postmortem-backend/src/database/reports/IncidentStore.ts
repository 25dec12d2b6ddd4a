import type { Knex } from 'knex';
import { FoundTexts, POSTMORTEM_TEXTS } from '../fullText';
import { toNumber, type Sql } from '../sql';
import {
  countedIncidents,
  groupedSql,
  readGroups,
  type CountedGroups,
  type CountedTime,
  type Grouping,
} from './incidentGroups';
import {
  reportedPostmortems,
  type ReportScope,
  type Span,
} from './reportScope';

type Row = Record<string, any>;

/** What is known of the incidents of one period, and of how many it is. */
export interface KnownSum {
  known: number;
  sum: number;
}

/** The incidents of a report, counted. */
export interface CountedIncidents {
  n: number;
  repeats: number;
  periods: Array<{ n: number; repeats: number }>;
  /** In the time before. */
  previous: number;
  /** One for each of the groupings that were asked for. */
  groupings: CountedGroups[];
  /** Users that were affected, by period. */
  users: KnownSum[];
  /** Costs by period, for each currency. */
  money: Array<{ currency: string; periods: KnownSum[] }>;
}

const TOTALS: Sql[] = [
  {
    sql: `select 'period' as part, null as k, period, count(*) as n, sum(repeats) as repeats, 0 as causes, 0 as groups, 0 as named, cast(null as double precision) as amount
      from s group by period`,
    bindings: [],
  },
  {
    sql: `select 'users', null, period, count(users_affected), 0, 0, 0, 0, sum(users_affected)
      from s where period > 0 group by period`,
    bindings: [],
  },
  {
    sql: `select 'money', financial_currency, period, count(*), 0, 0, 0, 0, sum(financial_amount)
      from s where period > 0 and financial_amount is not null group by financial_currency, period`,
    bindings: [],
  },
];

/** Counts incidents. */
export class IncidentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What a search for words finds. */
  async find(q: string): Promise<FoundTexts> {
    return FoundTexts.find(this.#knex, POSTMORTEM_TEXTS, q);
  }

  /** Counts the incidents of a report, in one statement. */
  async count(
    scope: ReportScope,
    time: CountedTime,
    groupings: Grouping[],
  ): Promise<CountedIncidents> {
    const knex = this.#knex;
    const parts = groupings.map(grouping => groupedSql(knex, grouping));
    const selects = [
      ...TOTALS,
      ...parts.flatMap(part =>
        part.selects.map(({ sql, bindings }) => ({
          sql: `select t.*, null from (${sql}) t`,
          bindings,
        })),
      ),
    ];
    const ctes = parts.flatMap(part => part.ctes);
    const rows: Row[] = await knex
      .with('s', countedIncidents(knex, scope, time))
      .select('*')
      .from(
        knex.raw(
          `(${ctes.length > 0 ? `with ${joined(ctes, ', ')} ` : ''}${joined(
            selects,
            ' union all ',
          )}) as parts`,
          [...ctes, ...selects].flatMap(({ bindings }) => bindings),
        ),
      );
    return readCounts(rows, groupings, time.starts.length);
  }

  /** The entities of the incidents of a report, those in most of them first. */
  async entityRefs(
    scope: ReportScope,
    span: Span,
    limit: number,
  ): Promise<string[]> {
    const rows: Row[] = await this.#knex('postmortem_entities as e')
      .whereIn(
        'e.postmortem_number',
        reportedPostmortems(this.#knex, scope, span).select('p.number'),
      )
      .groupBy('e.entity_ref')
      .orderByRaw('count(*) desc, e.entity_ref')
      .limit(limit)
      .select('e.entity_ref');
    return rows.map(row => row.entity_ref);
  }
}

function joined(parts: Sql[], separator: string): string {
  return parts.map(({ sql }) => sql).join(separator);
}

function readCounts(
  rows: Row[],
  groupings: Grouping[],
  periods: number,
): CountedIncidents {
  const of = (part: string) => rows.filter(row => row.part === part);
  const at = (part: Row[], period: number) =>
    part.find(row => toNumber(row.period) === period);
  const each = Array.from({ length: periods }, (_, index) => index + 1);
  const totals = of('period');
  const counts = each.map(period => ({
    n: toNumber(at(totals, period)?.n),
    repeats: toNumber(at(totals, period)?.repeats),
  }));
  const knownOf = (part: Row[]): KnownSum[] =>
    each.map(period => ({
      known: toNumber(at(part, period)?.n),
      sum: toNumber(at(part, period)?.amount),
    }));
  const money = of('money');
  return {
    n: counts.reduce((sum, { n }) => sum + n, 0),
    repeats: counts.reduce((sum, { repeats }) => sum + repeats, 0),
    periods: counts,
    previous: toNumber(at(totals, 0)?.n),
    groupings: groupings.map(({ by }) => readGroups(rows, by, periods)),
    users: knownOf(of('users')),
    money: [...new Set(money.map(row => row.k as string))]
      .sort()
      .map(currency => ({
        currency,
        periods: knownOf(money.filter(row => row.k === currency)),
      })),
  };
}
