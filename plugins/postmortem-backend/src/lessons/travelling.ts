import type { Knex } from 'knex';
import type { SortKey } from '../database/keyset';
import { IN_TEXT } from '../database/sql';
import { joinFewPostmortems } from '../database/visibleTo';
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
  const rank = reachRankSql(path, addressed);
  const keys: SortKey[] = [
    { sql: `(n.rank + ${rank})`, direction: 'desc', type: 'number' },
    { sql: lessonId, direction: 'asc', type: 'string' },
  ];
  return reach.scope === 'waiting'
    ? [...keys, { sql: entity, direction: 'asc', type: 'string' }]
    : keys;
}

// How many lessons there are in all, of the query below: each postmortem knows
// how many it has, of which all come where there is a path, else the addressed.
const TOTAL = `(select coalesce(sum(n.lesson_count), 0) from n where n.path is not null)
  + (select count(*) from a join n on n.number = a.postmortem_number where n.path is null)`;

/** The number of {@link travellingLessons}; undefined where it takes counting. */
export function travellingTotal(
  knex: Knex,
  { scope }: Reach,
): Knex.Raw | undefined {
  return scope === 'waiting' ? undefined : knex.raw(TOTAL);
}

/**
 * The lessons that come to the entities of a reach. The postmortems are
 * narrowed and ranked first, as each has several lessons.
 *
 * @param options.first - leaves out what cannot be among so many of the first
 * @param options.narrow - leaves out postmortems of the query over
 * `postmortems as p`
 */
export function travellingLessons(
  knex: Knex,
  reach: Reach,
  {
    severities,
    first,
    narrow,
  }: {
    severities: string[];
    first?: number;
    narrow: (postmortems: Knex.QueryBuilder) => void;
  },
): Knex.QueryBuilder {
  const { addressed, sources } = candidates(knex, reach);
  const postmortems = knex
    .from(knex.raw(`(${sources.sql}) as s`, sources.bindings))
    .select('p.number', 's.path', 'p.lesson_count', {
      rank: knex.raw(rankSql(severities)),
    });
  joinFewPostmortems(
    knex,
    postmortems,
    's.postmortem_number',
    ['p.started_at', 'p.severity', 'p.lesson_count'],
    narrow,
  );
  const list = knex
    .withMaterialized('a', knex.raw(addressed.sql, addressed.bindings))
    .withMaterialized('n', postmortems)
    .from('n');
  if (reach.scope === 'waiting') {
    return list.join('a', 'a.postmortem_number', 'n.number');
  }
  list
    .join('postmortem_lessons as l', 'l.postmortem_number', 'n.number')
    .leftJoin('a', 'a.lesson_id', 'l.id')
    .whereRaw('(n.path is not null or a.lesson_id is not null)');
  if (first !== undefined) {
    // Those of so many postmortems are enough, whatever is addressed apart.
    const rank = `n.rank + ${reachRankSql('n.path', '0')}`;
    const cut = knex
      .from('n')
      .whereRaw('n.path is not null and n.lesson_count > 0')
      .orderByRaw(`${rank} desc`)
      .offset(first - 1, IN_TEXT)
      .limit(1, IN_TEXT)
      .select(knex.raw(rank));
    list.where(top =>
      top
        .whereRaw(`${rank} >= coalesce(?, 0)`, [cut])
        .orWhereIn('n.number', knex.from('a').select('postmortem_number')),
    );
  }
  return list;
}
