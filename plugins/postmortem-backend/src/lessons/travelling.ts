import type { Knex } from 'knex';
import type { SortKey } from '../database/keyset';
import { candidates } from './candidates';
import { rankSql, reachRankSql } from './ranking';
import type { Reach } from './ReachResolver';

/** Where a query over the lessons that travel has what of each. */
export interface TravellingColumns {
  lessonId: string;
  entity: string;
  path: string;
  addressed: string;
}

/** The columns of {@link travellingLessons}. */
export function travellingColumns({ scope }: Reach): TravellingColumns {
  return scope === 'waiting'
    ? {
        lessonId: 'a.lesson_id',
        entity: 'a.entity',
        path: 'a.path',
        addressed: '1',
      }
    : {
        lessonId: 'l.id',
        entity: 'a.entity',
        path: 'n.path',
        addressed: '(case when a.lesson_id is null then 0 else 1 end)',
      };
}

/** The order of {@link travellingLessons}. */
export function travellingKeys(reach: Reach): SortKey[] {
  const { lessonId, entity, path, addressed } = travellingColumns(reach);
  const rank = reachRankSql(reach.paths, path, addressed);
  const keys: SortKey[] = [
    { sql: `(n.rank + ${rank})`, direction: 'desc', type: 'number' },
    { sql: lessonId, direction: 'asc', type: 'string' },
  ];
  return reach.scope === 'waiting'
    ? [...keys, { sql: entity, direction: 'asc', type: 'string' }]
    : keys;
}

/**
 * The lessons that come to the entities of a reach. The postmortems are
 * narrowed and ranked first, as each has several lessons.
 *
 * @param narrow - leaves out postmortems of the query over `postmortems as p`
 */
export function travellingLessons(
  knex: Knex,
  reach: Reach,
  severities: string[],
  narrow: (postmortems: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  const { addressed, sources } = candidates(knex, reach);
  const postmortems = knex
    .from(knex.raw(`(${sources.sql}) as s`, sources.bindings))
    .join('postmortems as p', 'p.number', 's.postmortem_number')
    .select('p.number', 's.path', knex.raw(`${rankSql(severities)} as rank`));
  narrow(postmortems);
  const list = knex
    .withMaterialized('a', knex.raw(addressed.sql, addressed.bindings))
    .withMaterialized('n', postmortems)
    .from('n');
  return reach.scope === 'waiting'
    ? list.join('a', 'a.postmortem_number', 'n.number')
    : list
        .join('postmortem_lessons as l', 'l.postmortem_number', 'n.number')
        .leftJoin('a', 'a.lesson_id', 'l.id')
        .whereRaw('(n.path is not null or a.lesson_id is not null)');
}
