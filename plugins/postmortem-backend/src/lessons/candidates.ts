import type { Knex } from 'knex';
import { anyOfAlike, isPostgres, type Sql } from '../database/sql';
import { dependencyPaths, pathNumbers } from './pathNumbers';
import type { Reach } from './ReachResolver';

/** A column of a parameter. */
interface Column {
  type: 'text' | 'integer';
  values: ReadonlyArray<string | number>;
}

const texts = (values: string[]): Column => ({ type: 'text', values });
const integers = (values: number[]): Column => ({ type: 'integer', values });

/**
 * Columns of the same length as a table `r`, with one parameter a column,
 * however many rows they are.
 */
function rowsOf(knex: Knex, columns: Record<string, Column>): Sql {
  const all = Object.entries(columns);
  const names = all.map(([name]) => name).join(', ');
  if (isPostgres(knex)) {
    // In a select of its own, so that one plan is as good as another, however
    // many rows they are: then it is made once.
    const arrays = all.map(([, { type }]) => `(select cast(? as ${type}[]))`);
    return {
      sql: `unnest(${arrays.join(', ')}) as r(${names})`,
      bindings: all.map(([, { values }]) => values.map(String)),
    };
  }
  const values = all.map(([name], index) => `c${index}.value as ${name}`);
  const tables = all.map((_, index) =>
    index === 0
      ? 'json_each(?) c0'
      : `join json_each(?) c${index} on c${index}.key = c0.key`,
  );
  return {
    sql: `(select ${values.join(', ')} from ${tables.join(' ')}) as r`,
    bindings: all.map(([, column]) => JSON.stringify(column.values)),
  };
}

const noRef = (knex: Knex) =>
  isPostgres(knex) ? 'cast(null as text) collate "C"' : 'cast(null as text)';

/** A ref of a parameter, which sorts as those of the tables do. */
const entityOf = (knex: Knex) =>
  isPostgres(knex) ? 'r.entity collate "C"' : 'r.entity';

/**
 * The lessons that were addressed to the entities: by name, by tag, and as
 * dependents, whose path is given.
 */
function addressed(knex: Knex, reach: Reach): Sql {
  const { entityRefs, tags } = reach;
  const paths = dependencyPaths(reach);
  const named = anyOfAlike(knex, 'u.value', entityRefs);
  const tagged = rowsOf(knex, {
    tag: texts(tags.map(({ tag }) => tag)),
    entity: texts(tags.map(({ entityRef }) => entityRef)),
  });
  const dependent = rowsOf(knex, {
    ref: texts(paths.map(({ refs }) => refs[refs.length - 1])),
    entity: texts(paths.map(({ refs }) => refs[0])),
    path: integers(pathNumbers({ paths })),
  });
  const columns = 'u.lesson_id, u.postmortem_number';
  const noPath = 'cast(null as integer) as path';
  return {
    sql: `select ${columns}, u.value as entity, ${noPath}
        from postmortem_lesson_audiences u
        where u.kind = 'entity' and ${named.sql}
      union all
      select ${columns}, ${entityOf(knex)} as entity, ${noPath}
        from ${tagged.sql} join postmortem_lesson_audiences u
          on u.kind = 'tag' and u.value = r.tag
      union all
      select ${columns}, ${entityOf(knex)} as entity, r.path
        from ${dependent.sql} join postmortem_lesson_audiences u
          on u.kind = 'dependents' and u.value = r.ref`,
    bindings: [...named.bindings, ...tagged.bindings, ...dependent.bindings],
  };
}

/** The postmortems that lessons come from, and the best path to each. */
export interface Candidates {
  /** Rows of `a`: the lessons that were addressed, by name or otherwise. */
  addressed: Sql;
  /** Rows of `s`: the numbers, the lowest path first, which is the best. */
  sources: Sql;
}

/** Lessons that wait for an answer: one for each entity that owes it. */
function waiting(knex: Knex, reach: Reach): Candidates {
  const { sql, bindings } = addressed(knex, reach);
  return {
    addressed: {
      sql: `select c.lesson_id, c.postmortem_number, c.entity, min(c.path) as path
        from (${sql}) c
        where not exists (select 1 from postmortem_lesson_answers w
            where w.lesson_id = c.lesson_id and w.entity_ref = c.entity and w.is_current = 1)
          and not exists (select 1 from postmortem_entities e
            where e.postmortem_number = c.postmortem_number and e.entity_ref = c.entity)
        group by c.lesson_id, c.postmortem_number, c.entity`,
      bindings,
    },
    sources: {
      sql: 'select distinct postmortem_number, cast(null as integer) as path from a',
      bindings: [],
    },
  };
}

/**
 * The lessons that come to the entities: those of the postmortems that the
 * paths lead to, and those that were addressed.
 */
export function candidates(knex: Knex, reach: Reach): Candidates {
  const { paths, scope } = reach;
  if (scope === 'waiting') {
    return waiting(knex, reach);
  }
  const none: Sql = {
    sql: `select lesson_id, postmortem_number, ${noRef(knex)} as entity
      from postmortem_lesson_audiences where 1 = 0`,
    bindings: [],
  };
  const all = scope === 'dependencies' ? addressed(knex, reach) : none;
  const ends = rowsOf(knex, {
    ref: texts(paths.map(({ refs }) => refs[refs.length - 1])),
    path: integers(pathNumbers(reach)),
  });
  return {
    addressed: {
      sql: `select c.lesson_id, c.postmortem_number, min(c.entity) as entity
        from (${all.sql}) c group by c.lesson_id, c.postmortem_number`,
      bindings: all.bindings,
    },
    sources: {
      sql: `select t.postmortem_number, min(t.path) as path
        from (select e.postmortem_number, r.path
            from ${ends.sql} join postmortem_entities e on e.entity_ref = r.ref
          union all
          select a.postmortem_number, null from a) t
        group by t.postmortem_number`,
      bindings: ends.bindings,
    },
  };
}
