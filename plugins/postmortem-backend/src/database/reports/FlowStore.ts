import type {
  FlowMatrix,
  PatternsReport,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { toNumber, type Sql } from '../sql';
import type { Places } from './incidentGroups';
import {
  reportedPostmortems,
  type ReportScope,
  type Span,
} from './reportScope';
import { pairsSql } from './reportSql';

type Row = Record<string, any>;

/** The fullest cells of a matrix that are told. */
const MAX_CELLS = 200;

/** What the entities belong to. */
export interface FlowPlaces {
  teams: Places;
  systems: Places;
}

type Dimension = keyof FlowPlaces;
const DIMENSIONS: Dimension[] = ['teams', 'systems'];

// Each incident with each place once for each role; '' is none.
function placesCte(knex: Knex, dimension: Dimension, places: Places): Sql {
  const pairs = pairsSql(knex, places);
  return {
    sql: `m_${dimension} as materialized (${pairs.sql}),
      p_${dimension} as materialized (select distinct e.number, e.role, coalesce(m.b, '') as place
        from e left join m_${dimension} m on m.a = e.entity_ref)`,
    bindings: pairs.bindings,
  };
}

const cellsCte = (dimension: Dimension): Sql => ({
  sql: `c_${dimension} as (select c.place as a, x.place as b, count(*) as n
    from p_${dimension} c join p_${dimension} x on x.number = c.number
    where c.role = 'cause' and x.role = 'affected' group by c.place, x.place)`,
  bindings: [],
});

const cellsSelect = (dimension: Dimension) =>
  `select * from (select '${dimension}' as part, a, b, n, count(*) over () as total
    from c_${dimension} order by n desc, a, b limit ${MAX_CELLS}) t_${dimension}`;

/** Counts from where incidents come to where they land. */
export class FlowStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async flows(
    scope: ReportScope,
    span: Span,
    places: FlowPlaces,
  ): Promise<PatternsReport['flows']> {
    const knex = this.#knex;
    const ctes: Sql[] = [
      {
        sql: `e as materialized (select e.postmortem_number as number, e.entity_ref, e.role
          from postmortem_entities e join s on s.number = e.postmortem_number)`,
        bindings: [],
      },
      {
        sql: `r as (select number, max(case when role = 'cause' then 1 else 0 end) as has_cause,
          max(case when role = 'affected' then 1 else 0 end) as has_affected from e group by number)`,
        bindings: [],
      },
      ...DIMENSIONS.flatMap(dimension => [
        placesCte(knex, dimension, places[dimension]),
        cellsCte(dimension),
      ]),
    ];
    const roles = `select case when has_cause = 0 then 'withoutCause' when has_affected = 0 then 'withoutAffected' else 'both' end as part,
        null as a, null as b, count(*) as n, 0 as total
      from (select coalesce(r.has_cause, 0) as has_cause, coalesce(r.has_affected, 0) as has_affected
        from s left join r on r.number = s.number) x group by 1`;
    const rows: Row[] = await knex
      .with('s', reportedPostmortems(knex, scope, span).select('p.number'))
      .select('*')
      .from(
        knex.raw(
          `(with ${ctes.map(({ sql }) => sql).join(', ')} ${[
            roles,
            ...DIMENSIONS.map(cellsSelect),
          ].join(' union all ')}) as parts`,
          ctes.flatMap(({ bindings }) => bindings),
        ),
      );
    const count = (part: string) =>
      toNumber(rows.find(row => row.part === part)?.n);
    return {
      n: count('both'),
      withoutCause: count('withoutCause'),
      withoutAffected: count('withoutAffected'),
      teams: matrixOf(rows, 'teams'),
      systems: matrixOf(rows, 'systems'),
    };
  }
}

function matrixOf(rows: Row[], dimension: Dimension): FlowMatrix {
  const cells = rows
    .filter(({ part }) => part === dimension)
    .map(row => ({
      from: row.a || null,
      to: row.b || null,
      n: toNumber(row.n),
      total: toNumber(row.total),
    }));
  return {
    cells: cells.map(({ total: _, ...cell }) => cell),
    omittedCells: (cells[0]?.total ?? 0) - cells.length,
  };
}
