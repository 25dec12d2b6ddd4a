import type { Overview } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { PostmortemFilter } from '../permissions/filter';
import { postmortemKey } from './rows';
import {
  numbersByEntities,
  numbersByParticipants,
  numbersByTeam,
  type TeamScope,
} from './scope';
import { isAnyOf, toNumber } from './sql';
import { visibleTo } from './visibleTo';

/** What an overview is of: entities, a team, or what a person took part in. */
export type OverviewScope =
  | { entityRefs: string[] }
  | { team: TeamScope }
  | { participantRef: string };

export interface OverviewStatsOptions {
  visible?: PostmortemFilter;
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

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async stats(
    scope: OverviewScope,
    options: OverviewStatsOptions,
  ): Promise<OverviewStats> {
    const [counts, lastSevere, marks] = await Promise.all([
      this.#counts(scope, options),
      this.#lastSevere(scope, options),
      this.#marks(scope, options),
    ]);
    return { ...counts, lastSevere, marks };
  }

  /** The incidents of a team by the month in which they began, and severity. */
  async byMonth(
    team: TeamScope,
    options: Pick<OverviewStatsOptions, 'visible' | 'since'>,
  ): Promise<Array<{ month: string; severity: string | null; count: number }>> {
    const month = this.#knex.raw('substr(p.started_at, 1, 7)');
    const rows: Array<Record<string, any>> = await this.#inScope(
      { team },
      options,
    )
      .where('p.started_at', '>=', options.since)
      .groupByRaw('1, 2')
      .orderByRaw('1, 2')
      .select({ month }, 'p.severity', {
        total: this.#knex.raw('count(*)'),
      });
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
    visible: PostmortemFilter | undefined,
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
      .limit(limit);
    visibleTo(this.#knex, query, visible);
    const rows: Array<{ number: number }> = await query.select('p.number');
    return rows.map(({ number }) => number);
  }

  #inScope(
    scope: OverviewScope,
    { visible }: Pick<OverviewStatsOptions, 'visible'>,
  ): Knex.QueryBuilder {
    const query = this.#knex('postmortems as p').whereNull('p.deleted_at');
    if ('participantRef' in scope) {
      const { participantRef } = scope;
      query.where(mine =>
        mine
          .where({ 'p.created_by': participantRef })
          .orWhereIn(
            'p.number',
            numbersByParticipants(this.#knex, [participantRef]),
          ),
      );
    } else {
      query.whereIn(
        'p.number',
        'entityRefs' in scope
          ? numbersByEntities(this.#knex, scope.entityRefs)
          : numbersByTeam(this.#knex, scope.team),
      );
    }
    visibleTo(this.#knex, query, visible);
    return query;
  }

  async #counts(scope: OverviewScope, options: OverviewStatsOptions) {
    const rows: Array<Record<string, any>> = await this.#inScope(scope, options)
      .select('p.severity')
      .select(
        this.#knex.raw('count(*) as total'),
        this.#knex.raw(
          `sum(case when p.status = 'draft' then 1 else 0 end) as drafts`,
        ),
        this.#knex.raw(
          'sum(case when p.started_at >= ? then 1 else 0 end) as recent',
          [options.since],
        ),
      )
      .groupBy('p.severity');
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

  async #lastSevere(scope: OverviewScope, options: OverviewStatsOptions) {
    const row = await this.#inScope(scope, options)
      .whereNotNull('p.started_at')
      .where(isAnyOf(this.#knex, 'p.severity', options.severe))
      .orderByRaw(`coalesce(p.started_at, '') desc, p.number desc`)
      .first('p.id', 'p.number', 'p.severity', 'p.started_at');
    return row
      ? {
          id: row.id as string,
          key: postmortemKey(row.number),
          severity: row.severity as string,
          startedAt: row.started_at as string,
        }
      : null;
  }

  async #marks(scope: OverviewScope, options: OverviewStatsOptions) {
    const rows: Array<Record<string, any>> = await this.#inScope(scope, options)
      .where('p.started_at', '>=', options.since)
      .orderByRaw(`coalesce(p.started_at, '') desc, p.number desc`)
      .limit(MAX_MARKS)
      .select('p.id', 'p.number', 'p.title', 'p.severity', 'p.started_at');
    return rows.map(row => ({
      id: row.id,
      key: postmortemKey(row.number),
      title: row.title,
      severity: row.severity,
      startedAt: row.started_at,
    }));
  }
}
