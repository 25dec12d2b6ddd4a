import type { Knex } from 'knex';
import type { PostmortemFilter } from '../permissions/filter';
import type { ReadBatch } from './ReadBatch';
import { isAnyOf, isAnyOfAlike } from './sql';

/**
 * What a team stands for: the group and its child groups, and the entities
 * that any of them owns in the catalog now.
 */
export interface TeamScope {
  groupRefs: string[];
  entityRefs: string[];
  /** The people who are members of any of the groups. */
  memberRefs?: string[];
}

/** What a list is narrowed to, beyond the filters of the query. */
export interface ListOptions {
  visible?: PostmortemFilter;
  /** What the query's `teamRef` stands for in the catalog now. */
  team?: TeamScope;
  now: string;
  /** What it is read together with. */
  batch?: ReadBatch;
}

/** A condition for some entities: what there is of one is little, of any. */
export function ofEntities(
  knex: Knex,
  column: string,
  entityRefs: string[],
): Knex.Raw {
  return entityRefs.length === 1
    ? isAnyOfAlike(knex, column, entityRefs)
    : isAnyOf(knex, column, entityRefs);
}

/** Numbers of the postmortems that involve one of the entities. */
export function numbersByEntities(
  knex: Knex,
  entityRefs: string[],
): Knex.QueryBuilder {
  return knex('postmortem_entities')
    .select('postmortem_number')
    .where(ofEntities(knex, 'entity_ref', entityRefs));
}

/** Numbers of the postmortems in which one of the people or groups took part. */
export function numbersByParticipants(
  knex: Knex,
  entityRefs: string[],
): Knex.QueryBuilder {
  return knex('postmortem_participants')
    .select('postmortem_number')
    .where(isAnyOf(knex, 'entity_ref', entityRefs));
}

/**
 * Numbers of the postmortems of a team, each once: those that somebody made it
 * responsible for, and those that involve what it owns now. Teams that were
 * only looked up as the owners at that time stay in the record, and count no
 * more than any other former owner.
 */
export function numbersByTeam(
  knex: Knex,
  { groupRefs, entityRefs }: TeamScope,
): Knex.QueryBuilder {
  const byTeam = knex('postmortem_teams')
    .select('postmortem_number')
    .whereRaw('from_catalog = 0')
    .where(isAnyOf(knex, 'team_ref', groupRefs));
  return entityRefs.length === 0
    ? byTeam.distinct()
    : byTeam.union(numbersByEntities(knex, entityRefs));
}
