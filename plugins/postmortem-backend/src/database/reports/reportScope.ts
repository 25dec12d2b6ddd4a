import type { ReportQuery } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { PostmortemFilter } from '../../permissions/filter';
import type { FoundTexts } from '../fullText';
import { numbersByEntities, numbersByTeam, type TeamScope } from '../scope';
import { isAnyOf } from '../sql';
import { visibleTo } from '../visibleTo';

/** Which postmortems a report is of, once the catalog has said what is whose. */
export interface ReportScope
  extends Pick<ReportQuery, 'status' | 'severity' | 'tag'> {
  visible?: PostmortemFilter;
  /** For each filter by entities, systems or domains: those, with their parts. */
  involving: string[][];
  team?: TeamScope;
  /** What the search for words found. */
  found?: FoundTexts;
}

/** A stretch of time; the end is not included. */
export interface Span {
  from: string;
  to: string;
}

/**
 * The postmortems of a report, as `postmortems as p`: of those whose incident
 * began within the time, where one is given.
 */
export function reportedPostmortems(
  knex: Knex,
  scope: ReportScope,
  span?: Span,
): Knex.QueryBuilder {
  const query = knex('postmortems as p').whereNull('p.deleted_at');
  if (span) {
    query
      .where('p.started_at', '>=', span.from)
      .where('p.started_at', '<', span.to);
  }
  visibleTo(knex, query, scope.visible);
  for (const entityRefs of scope.involving) {
    query.whereIn('p.number', numbersByEntities(knex, entityRefs));
  }
  if (scope.team) {
    query.whereIn('p.number', numbersByTeam(knex, scope.team));
  }
  if (scope.status) {
    query.where(isAnyOf(knex, 'p.status', scope.status));
  }
  if (scope.severity) {
    query.where(isAnyOf(knex, 'p.severity', scope.severity));
  }
  if (scope.tag) {
    const tags = scope.tag.map(tag => tag.trim().toLocaleLowerCase('en-US'));
    query.whereIn(
      'p.number',
      knex('postmortem_tags')
        .select('postmortem_number')
        .where(isAnyOf(knex, 'tag', tags)),
    );
  }
  scope.found?.narrow(query, 'p.number', { isCounted: true });
  return query;
}
