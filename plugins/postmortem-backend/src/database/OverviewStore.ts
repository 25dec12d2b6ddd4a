import type { Overview } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { PostmortemFilter } from '../permissions/filter';
import { postmortemKey } from './rows';
import { numbersByEntities, numbersByTeam, type TeamScope } from './scope';
import { isAnyOf, toNumber } from './sql';
import { visibleTo } from './visibleTo';

/** What an overview is of: one entity or one team. */
export type OverviewScope = { entityRef: string } | { team: TeamScope };

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

  #inScope(
    scope: OverviewScope,
    { visible }: OverviewStatsOptions,
  ): Knex.QueryBuilder {
    const query = this.#knex('postmortems as p')
      .whereNull('p.deleted_at')
      .whereIn(
        'p.number',
        'entityRef' in scope
          ? numbersByEntities(this.#knex, [scope.entityRef])
          : numbersByTeam(this.#knex, scope.team),
      );
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
