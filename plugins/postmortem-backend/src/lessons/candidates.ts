import type { Knex } from 'knex';
import { isPostgres, type Sql } from '../database/sql';
import type { Reach } from './ReachResolver';

/**
 * Rows of one JSON parameter as a table, however many they are.
 *
 * @param columns - the names of the columns, and whether they are numbers
 */
function rowsOf(
  knex: Knex,
  columns: Record<string, 'text' | 'integer'>,
  rows: object[],
): Sql {
  const names = Object.entries(columns);
  if (isPostgres(knex)) {
    const types = names
      .map(([name, type]) =>
        type === 'text' ? `${name} text collate "C"` : `${name} ${type}`,
      )
      .join(', ');
    return {
      sql: `jsonb_to_recordset(cast(? as jsonb)) as r(${types})`,
      bindings: [JSON.stringify(rows)],
    };
  }
  const fields = names
    .map(([name]) => `json_extract(value, '$.${name}') as ${name}`)
    .join(', ');
  return {
    sql: `(select ${fields} from json_each(?)) as r`,
    bindings: [JSON.stringify(rows)],
  };
}

function joined(parts: Sql[]): Sql {
  return {
    sql: parts.map(({ sql }) => sql).join(' union all '),
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

/** Those that were addressed to the entities: by name, by tag, as dependents. */
function addressed(knex: Knex, { entityRefs, paths, tags }: Reach): Sql[] {
  const named = rowsOf(
    knex,
    { ref: 'text', entity: 'text' },
    entityRefs.map(ref => ({ ref, entity: ref })),
  );
  const tagged = rowsOf(
    knex,
    { tag: 'text', entity: 'text' },
    tags.map(({ tag, entityRef }) => ({ tag, entity: entityRef })),
  );
  const dependent = rowsOf(
    knex,
    { ref: 'text', entity: 'text', path: 'integer' },
    paths.map(({ refs }, path) => ({
      ref: refs[refs.length - 1],
      entity: refs[0],
      path,
    })),
  );
  return [
    {
      sql: `select u.lesson_id, r.entity, cast(null as integer) as path, 1 as addressed
        from postmortem_lesson_audiences u join ${named.sql} on r.ref = u.value
        where u.kind = 'entity'`,
      bindings: named.bindings,
    },
    {
      sql: `select u.lesson_id, r.entity, cast(null as integer) as path, 1 as addressed
        from postmortem_lesson_audiences u join ${tagged.sql} on r.tag = u.value
        where u.kind = 'tag'`,
      bindings: tagged.bindings,
    },
    {
      sql: `select u.lesson_id, r.entity, r.path, 1 as addressed
        from postmortem_lesson_audiences u
        join postmortem_entities e on e.postmortem_number = u.postmortem_number
        join ${dependent.sql} on r.ref = e.entity_ref
        where u.kind = 'dependents'`,
      bindings: dependent.bindings,
    },
  ];
}

/** Those of the postmortems of the entities that the paths lead to. */
function along(knex: Knex, { paths }: Reach): Sql {
  const sources = rowsOf(
    knex,
    { ref: 'text', entity: 'text', path: 'integer' },
    paths.map(({ refs }, path) => ({
      ref: refs[refs.length - 1],
      entity: refs[0],
      path,
    })),
  );
  return {
    sql: `select k.id as lesson_id, r.entity, r.path, 0 as addressed
      from ${sources.sql}
      join postmortem_entities e on e.entity_ref = r.ref
      join postmortem_lessons k on k.postmortem_number = e.postmortem_number`,
    bindings: sources.bindings,
  };
}

/**
 * The lessons that come to the entities, with the best path of each (the
 * lowest, as they are in order) and whether they were addressed. Where a
 * lesson waits for an answer, it is one for each entity that owes it.
 */
export function candidates(knex: Knex, reach: Reach): Sql {
  if (reach.scope === 'waiting') {
    const { sql, bindings } = joined(addressed(knex, reach));
    return {
      sql: `(select c.lesson_id, c.entity, min(c.path) as path, 1 as addressed
        from (${sql}) c
        where not exists (select 1 from postmortem_lesson_answers w
            where w.lesson_id = c.lesson_id and w.entity_ref = c.entity and w.is_current = 1)
          and not exists (select 1 from postmortem_lessons o
            join postmortem_entities e on e.postmortem_number = o.postmortem_number
            where o.id = c.lesson_id and e.entity_ref = c.entity)
        group by c.lesson_id, c.entity)`,
      bindings,
    };
  }
  const { sql, bindings } = joined([
    along(knex, reach),
    ...(reach.scope === 'dependencies' ? addressed(knex, reach) : []),
  ]);
  return {
    sql: `(select c.lesson_id, min(c.entity) as entity, min(c.path) as path, max(c.addressed) as addressed
      from (${sql}) c group by c.lesson_id)`,
    bindings,
  };
}
