import type { Overview } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { PreparedReader } from './PreparedReader';
import { ReadBatch, readRows } from './ReadBatch';
import { postmortemKey } from './rows';
import {
  numbersByEntities,
  numbersByParticipants,
  numbersByTeam,
  type ListOptions,
  type TeamScope,
} from './scope';
import { anyOfSql, IN_TEXT, toNumber } from './sql';
import { joinFewPostmortems, visibleTo } from './visibleTo';

/** What an overview is of: entities, a team, or what a person took part in. */
export type OverviewScope =
  | { entityRefs: string[] }
  | { team: TeamScope }
  | { participantRef: string };

export interface OverviewStatsOptions
  extends Pick<ListOptions, 'visible' | 'batch'> {
  /** The start of the last 12 months. */
  since: string;
  /** The names that count as severe. */
  severe: string[];
}

/** The figures of an overview; the same number of statements for any scope. */
export type OverviewStats = Pick<Overview['counts'], 'postmortems' | 'drafts'> &
  Pick<
    Overview['counts'],
    'incidentsLast12Months' | 'bySeverityLast12Months'
  > & {
    lastSevere: Omit<NonNullable<Overview['lastSevere']>, 'daysAgo'> | null;
    marks: Overview['marks'];
  };

const MAX_MARKS = 100;

/** Counts and marks for overviews. */
export class OverviewStore {
  readonly #knex: Knex;
  readonly #prepared: PreparedReader;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#prepared = new PreparedReader(knex);
  }

  /**
   * For what is read together.
   *
   * @param isLarge - as what a team has is, for which a plan of its own is the
   * better one
   */
  newBatch(isLarge: boolean): ReadBatch {
    return new ReadBatch(this.#knex, isLarge ? undefined : this.#prepared);
  }

  async stats(
    scope: OverviewScope,
    options: OverviewStatsOptions,
  ): Promise<OverviewStats> {
    const knex = this.#knex;
    const scoped = this.#inScope(scope, options).select(
      'p.number',
      'p.severity',
      'p.status',
      'p.started_at',
    );
    const severe = anyOfSql(knex, 'severity', options.severe);
    // One look at what is in scope: who may see it is asked only once.
    const query = knex
      .with('s', scoped)
      .select('parts.*', 'p.id', 'p.title')
      .from(
        knex.raw(
          `(select 'severity' as part, severity, count(*) as total,
            sum(case when status = 'draft' then 1 else 0 end) as drafts,
            sum(case when started_at >= ? then 1 else 0 end) as recent,
            null as number, null as started_at
          from s group by severity
          union all
          select * from (select 'severe', severity, 0, 0, 0, number, started_at
            from s where started_at is not null and ${severe.sql}
            order by started_at desc, number desc limit 1) l
          union all
          select * from (select 'mark', severity, 0, 0, 0, number, started_at
            from s where started_at >= ?
            order by started_at desc, number desc limit ${MAX_MARKS}) m) parts`,
          [options.since, ...severe.bindings, options.since],
        ),
      )
      .leftJoin('postmortems as p', 'p.number', 'parts.number')
      .orderByRaw('parts.started_at desc, parts.number desc');
    const rows = await readRows(query, options.batch);
    const of = (part: string) => rows.filter(row => row.part === part);
    const [last] = of('severe');
    return {
      ...countsOf(of('severity')),
      lastSevere: last
        ? { ...incidentOf(last), severity: last.severity }
        : null,
      marks: of('mark').map(row => ({
        ...incidentOf(row),
        title: row.title,
        severity: row.severity,
      })),
    };
  }

  /** The incidents of a team by the month in which they began, and severity. */
  async byMonth(
    team: TeamScope,
    options: Omit<OverviewStatsOptions, 'severe'>,
  ): Promise<Array<{ month: string; severity: string | null; count: number }>> {
    const month = this.#knex.raw('substr(p.started_at, 1, 7)');
    const query = this.#inScope({ team }, options)
      .where('p.started_at', '>=', options.since)
      .groupByRaw('1, 2')
      .orderByRaw('1, 2')
      .select({ month }, 'p.severity', {
        total: this.#knex.raw('count(*)'),
      });
    const rows = await readRows(query, options.batch);
    return rows.map(row => ({
      month: row.month,
      severity: row.severity,
      count: toNumber(row.total),
    }));
  }

  /**
   * Numbers of the published postmortems whose incidents began within one of
   * the spans; the latest first.
   */
  async startedWithin(
    spans: Array<{ from: string; before: string }>,
    limit: number,
    { visible, batch }: Pick<ListOptions, 'visible' | 'batch'>,
  ): Promise<number[]> {
    const query = this.#knex('postmortems as p')
      .whereNull('p.deleted_at')
      .whereIn('p.status', ['published', 'closed'])
      .where(any =>
        spans.forEach(({ from, before }) =>
          any.orWhere(span =>
            span
              .where('p.started_at', '>=', from)
              .where('p.started_at', '<', before),
          ),
        ),
      )
      .orderByRaw(`coalesce(p.started_at, '') desc, p.number desc`)
      .limit(limit, IN_TEXT);
    visibleTo(this.#knex, query, visible);
    const rows = await readRows(query.select('p.number'), batch);
    return rows.map(({ number }) => number);
  }

  #inScope(
    scope: OverviewScope,
    { visible }: Pick<OverviewStatsOptions, 'visible'>,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const narrow = (postmortems: Knex.QueryBuilder) => {
      postmortems.whereNull('p.deleted_at');
      visibleTo(knex, postmortems, visible);
    };
    if ('entityRefs' in scope) {
      const numbers = numbersByEntities(knex, scope.entityRefs).distinct();
      const few = knex.from(numbers.as('e'));
      joinFewPostmortems(
        knex,
        few,
        'e.postmortem_number',
        ['p.severity', 'p.status', 'p.started_at'],
        narrow,
      );
      return few;
    }
    const query = knex('postmortems as p');
    narrow(query);
    if ('participantRef' in scope) {
      const { participantRef } = scope;
      return query.where(mine =>
        mine
          .where({ 'p.created_by': participantRef })
          .orWhereIn('p.number', numbersByParticipants(knex, [participantRef])),
      );
    }
    return query.whereIn('p.number', numbersByTeam(knex, scope.team));
  }
}

function countsOf(rows: Array<Record<string, any>>) {
  const sum = (column: string) =>
    rows.reduce((total, row) => total + toNumber(row[column]), 0);
  return {
    postmortems: sum('total'),
    drafts: sum('drafts'),
    incidentsLast12Months: sum('recent'),
    bySeverityLast12Months: rows
      .map(row => ({
        severity: row.severity as string | null,
        count: toNumber(row.recent),
      }))
      .filter(({ count }) => count > 0),
  };
}

function incidentOf(row: Record<string, any>) {
  return {
    id: row.id as string,
    key: postmortemKey(row.number),
    startedAt: row.started_at as string,
  };
}
