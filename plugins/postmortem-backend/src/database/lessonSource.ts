import type { LessonQuery } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { Reach } from '../lessons/ReachResolver';
import { travellingLessons, travellingTotal } from '../lessons/travelling';
import { orderByKeys, type SortKey } from './keyset';
import { numbersByEntities, numbersByTeam, type ListOptions } from './scope';
import { IN_TEXT } from './sql';
import { joinFewPostmortems, visibleTo } from './visibleTo';

/** The newest incident first; within one postmortem, the order it is written in. */
export const LESSON_ORDER: SortKey[] = [
  { sql: `coalesce(p.started_at, '')`, direction: 'desc', type: 'string' },
  { sql: 'p.number', direction: 'desc', type: 'number' },
  { sql: 'l.position', direction: 'asc', type: 'number' },
];

/** What lessons are asked for, once the catalog has said what it means. */
export interface LessonListOptions extends ListOptions {
  /** For every scope but `self`. */
  reach?: Reach;
  /** Leaves out the lessons of these entities themselves. */
  notOf?: string[];
}

type Filters = Pick<LessonQuery, 'entityRef'>;

type Narrow = (postmortems: Knex.QueryBuilder) => void;

function narrowing(knex: Knex, { visible, notOf }: LessonListOptions): Narrow {
  return postmortems => {
    postmortems.whereNull('p.deleted_at');
    visibleTo(knex, postmortems, visible);
    if (notOf) {
      postmortems.whereNotIn('p.number', numbersByEntities(knex, notOf));
    }
  };
}

/** The postmortems of entities or of a team; undefined where it is of all. */
function fewPostmortems(
  knex: Knex,
  { entityRef }: Filters,
  options: LessonListOptions,
): Knex.QueryBuilder | undefined {
  const { team } = options;
  if (!team && !entityRef) {
    return undefined;
  }
  const narrow = narrowing(knex, options);
  const numbers = team
    ? numbersByTeam(knex, team)
    : numbersByEntities(knex, entityRef!).distinct();
  const few = knex.from(numbers.as('e'));
  joinFewPostmortems(
    knex,
    few,
    'e.postmortem_number',
    ['p.started_at', 'p.lesson_count'],
    postmortems => {
      narrow(postmortems);
      if (team && entityRef) {
        postmortems.whereIn('p.number', numbersByEntities(knex, entityRef));
      }
    },
  );
  return few;
}

/**
 * How many lessons {@link matchingLessons} has, as their postmortems know;
 * undefined where that takes a look at them all.
 */
export function totalOfLessons(
  knex: Knex,
  query: Filters,
  options: LessonListOptions,
): Knex.Raw | undefined {
  if (options.reach) {
    return travellingTotal(knex, options.reach);
  }
  const few = fewPostmortems(knex, query, options);
  return (
    few &&
    knex.raw('?', [few.select(knex.raw('coalesce(sum(p.lesson_count), 0)'))])
  );
}

/**
 * The lessons `l` of postmortems `p`, or those that come to the entities of a
 * reach.
 *
 * @param options.severities - the names, most severe first
 * @param options.first - leaves out what cannot be among so many of the first,
 * in {@link LESSON_ORDER} or in that of a reach
 */
export function matchingLessons(
  knex: Knex,
  query: Filters,
  options: LessonListOptions & { severities: string[]; first?: number },
): Knex.QueryBuilder {
  const { reach, first, severities } = options;
  const narrow = narrowing(knex, options);
  if (reach) {
    return travellingLessons(knex, reach, {
      severities,
      first,
      narrow: postmortems => {
        narrow(postmortems);
        // What is still written, or under review, is not handed on.
        postmortems.whereIn('p.status', ['published', 'closed']);
      },
    });
  }
  const few = fewPostmortems(knex, query, options);
  if (!few) {
    const all = knex('postmortem_lessons as l').join(
      'postmortems as p',
      'p.number',
      'l.postmortem_number',
    );
    narrow(all);
    return all;
  }
  few.select('p.number', 'p.started_at');
  if (first !== undefined) {
    // Each has one at least, so that so many are enough.
    few.whereRaw('p.lesson_count > 0');
    orderByKeys(few, LESSON_ORDER.slice(0, 2));
    few.limit(first, IN_TEXT);
  }
  return knex
    .from(few.as('p'))
    .join('postmortem_lessons as l', 'l.postmortem_number', 'p.number');
}
