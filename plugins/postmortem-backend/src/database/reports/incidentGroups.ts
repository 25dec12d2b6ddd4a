import type { ReportGrouping } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { toNumber, type Sql } from '../sql';
import {
  reportedPostmortems,
  type ReportScope,
  type Span,
} from './reportScope';
import { pairsSql, periodSql } from './reportSql';

/** What the incidents of a report are counted over. */
export interface CountedTime extends Span {
  /** When each period begins, ascending; the first one at `from`. */
  starts: string[];
  /** Where the time before it begins, which it is compared with. */
  previousFrom: string;
}

/** Each entity with what it belongs to, as the catalog has it now. */
export type Places = Array<[entityRef: string, placeRef: string]>;

/** How many of the groups of a dimension are told. */
export interface Grouping {
  by: ReportGrouping;
  /** Those with the most incidents. */
  top: number;
  /** The systems of the entities, where it is by system. */
  systems?: Places;
}

/** A group, with counts for each period. */
export interface CountedGroup {
  /** Null for the incidents that are in no other group. */
  key: string | null;
  /** What kind of factor it is, where it is by factor. */
  kind: string | null;
  n: number;
  repeats: number;
  /** Those of which the entity is a cause, where it is by entity. */
  causes: number;
  periods: Array<{ n: number; repeats: number }>;
  /** In the time before. */
  previous: number;
}

/** The groups with the most incidents, the largest first. */
export interface CountedGroups {
  groups: CountedGroup[];
  /** How many there are. */
  total: number;
  /** How many of all have a key. */
  named: number;
}

type Row = Record<string, any>;

// What stands for an absent key: no ref, severity or category is empty.
const NONE = '';

// What is made distinct is made so of the incidents `s` alone.
const OF_THE_REPORT = 'postmortem_number in (select number from s)';

// Between the kind and the category of a factor; no kind has one.
const KIND_END = ':';

// What of the incidents `s` is a key by itself.
const COLUMNS: Partial<Record<ReportGrouping, string>> = {
  severity: 'severity',
  trigger: 'trigger_category',
  detection: 'detection_method',
};

/**
 * The incidents of a report and of the time before it, as a table `s`: their
 * `period` is 0 in the time before, and counts from 1 in the report.
 */
export function countedIncidents(
  knex: Knex,
  scope: ReportScope,
  time: CountedTime,
): Knex.QueryBuilder {
  const period = periodSql(knex, 'p.started_at', time.starts);
  return reportedPostmortems(knex, scope, {
    from: time.previousFrom,
    to: time.to,
  }).select(
    'p.number',
    'p.severity',
    'p.trigger_category',
    'p.detection_method',
    'p.users_affected',
    'p.financial_amount',
    'p.financial_currency',
    knex.raw(`${period.sql} as period`, period.bindings),
    knex.raw(
      `case when exists (select 1 from postmortem_related r
         where r.postmortem_number = p.number and r.relation = 'repeat_of')
       then 1 else 0 end as repeats`,
    ),
  );
}

/** The incidents `s` with each of their keys once. */
function keyedSql(knex: Knex, { by, systems = [] }: Grouping): Sql {
  const column = COLUMNS[by];
  if (column) {
    return {
      sql: `select period, repeats, 0 as causes, coalesce(${column}, '${NONE}') as k from s`,
      bindings: [],
    };
  }
  const keys = keysSql(knex, by, systems);
  return {
    sql: `select s.period, s.repeats, coalesce(x.causes, 0) as causes, coalesce(x.k, '${NONE}') as k
      from s left join (${keys.sql}) x on x.number = s.number`,
    bindings: keys.bindings,
  };
}

function keysSql(knex: Knex, by: ReportGrouping, systems: Places): Sql {
  switch (by) {
    case 'entity':
      return {
        sql: `select postmortem_number as number, entity_ref as k, case when role = 'cause' then 1 else 0 end as causes from postmortem_entities`,
        bindings: [],
      };
    case 'team':
      return {
        sql: `select postmortem_number as number, team_ref as k, 0 as causes from postmortem_teams`,
        bindings: [],
      };
    case 'factor':
      return {
        sql: `select distinct postmortem_number as number, kind || '${KIND_END}' || coalesce(category, '${NONE}') as k, 0 as causes
          from postmortem_contributing_factors where ${OF_THE_REPORT}`,
        bindings: [],
      };
    default: {
      const pairs = pairsSql(knex, systems);
      return {
        sql: `with m as materialized (${pairs.sql})
          select distinct e.postmortem_number as number, m.b as k, 0 as causes
          from postmortem_entities e join m on m.a = e.entity_ref where ${OF_THE_REPORT}`,
        bindings: pairs.bindings,
      };
    }
  }
}

/**
 * Common table expressions and selects that count the incidents `s` by a
 * dimension. Names of the expressions end with it.
 */
export function groupedSql(
  knex: Knex,
  grouping: Grouping,
): { ctes: Sql[]; selects: Sql[] } {
  const { by, top } = grouping;
  const keyed = keyedSql(knex, grouping);
  return {
    ctes: [
      {
        sql: `k_${by} as materialized (${keyed.sql})`,
        bindings: keyed.bindings,
      },
      {
        sql: `g_${by} as materialized (select k, count(*) as n, count(*) over () as groups,
          count(*) over () - max(case when k = '${NONE}' then 1 else 0 end) over () as named
          from k_${by} where period > 0 group by k order by 2 desc, k limit ${top})`,
        bindings: [],
      },
    ],
    selects: [
      {
        sql: `select '${by}' as part, k.k, k.period, count(*) as n, sum(k.repeats) as repeats, sum(k.causes) as causes, max(g.groups) as groups, max(g.named) as named
          from k_${by} k join g_${by} g on g.k = k.k group by k.k, k.period`,
        bindings: [],
      },
    ],
  };
}

/** The groups that the rows of a {@link groupedSql} tell of. */
export function readGroups(
  rows: Row[],
  by: ReportGrouping,
  periods: number,
): CountedGroups {
  const groups = new Map<string, CountedGroup>();
  let total = 0;
  let named = 0;
  for (const row of rows.filter(({ part }) => part === by)) {
    const group = groups.get(row.k) ?? emptyGroup(row.k, by, periods);
    groups.set(row.k, group);
    total = toNumber(row.groups);
    named = toNumber(row.named);
    const n = toNumber(row.n);
    if (row.period === 0 || row.period === '0') {
      group.previous = n;
    } else {
      const repeats = toNumber(row.repeats);
      group.periods[row.period - 1] = { n, repeats };
      group.n += n;
      group.repeats += repeats;
      group.causes += toNumber(row.causes);
    }
  }
  return {
    groups: [...groups.values()].sort((a, b) => b.n - a.n || compareKeys(a, b)),
    total,
    named,
  };
}

function emptyGroup(
  stored: string,
  by: ReportGrouping,
  periods: number,
): CountedGroup {
  const end = by === 'factor' ? stored.indexOf(KIND_END) : -1;
  return {
    key: stored.slice(end + 1) || null,
    kind: end > 0 ? stored.slice(0, end) : null,
    n: 0,
    repeats: 0,
    causes: 0,
    periods: Array.from({ length: periods }, () => ({ n: 0, repeats: 0 })),
    previous: 0,
  };
}

function compareKeys(a: CountedGroup, b: CountedGroup): number {
  const text = ({ kind, key }: CountedGroup) => `${kind ?? ''}${key ?? ''}`;
  if (text(a) === text(b)) {
    return 0;
  }
  return text(a) < text(b) ? -1 : 1;
}
