import type {
  LessonListEntry,
  LessonPage,
  LessonQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { SortKey } from './keyset';
import { PageReader } from './PageReader';
import { postmortemKey, type ListJson } from './rows';
import { numbersByEntities, numbersByTeam, type ListOptions } from './scope';
import { contains } from './sql';
import { visibleTo } from './visibleTo';

const COLUMNS = [
  'l.id',
  'l.kind',
  'l.text',
  'l.position',
  'p.id as postmortem_id',
  'p.number',
  'p.title',
  'p.severity',
  'p.started_at',
  'p.visibility',
  'p.list_json',
] as const;

// The newest incident first; within one postmortem, the order it is written in.
const SORT_KEYS: SortKey[] = [
  { sql: `coalesce(p.started_at, '')`, direction: 'desc', type: 'string' },
  { sql: 'p.number', direction: 'desc', type: 'number' },
  { sql: 'l.position', direction: 'asc', type: 'number' },
];

/** The entity a lesson is shown with: of those asked for, else the cause. */
function entityOf(
  row: Record<string, any>,
  askedFor: Set<string>,
): string | null {
  const { entities }: ListJson = JSON.parse(row.list_json);
  const causesFirst = [
    ...entities.filter(({ role }) => role === 'cause'),
    ...entities.filter(({ role }) => role !== 'cause'),
  ];
  const asked = causesFirst.find(({ entityRef }) => askedFor.has(entityRef));
  const cause = causesFirst.find(({ role }) => role === 'cause');
  return (asked ?? cause)?.entityRef ?? null;
}

function readLessonRow(
  row: Record<string, any>,
  askedFor: Set<string>,
): LessonListEntry {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    audience: null,
    postmortem: {
      id: row.postmortem_id,
      key: postmortemKey(row.number),
      title: row.title,
      severity: row.severity,
      startedAt: row.started_at,
      visibility: row.visibility,
    },
    entityRef: entityOf(row, askedFor),
    reach: null,
    answer: null,
    answers: { applies: 0, already_covered: 0, does_not_apply: 0 },
  };
}

/** The list of lessons. */
export class LessonList {
  readonly #knex: Knex;
  readonly #pages: PageReader;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
  }

  async list(query: LessonQuery, options: ListOptions): Promise<LessonPage> {
    const { rows, ...page } = await this.#pages.read({
      list: 'lessons',
      query,
      isShort: query.entityRef?.length === 1,
      matching: () => this.#matching(query, options),
      columns: COLUMNS,
      keys: SORT_KEYS,
      narrowedBy: options,
    });
    const askedFor = new Set([
      ...(query.entityRef ?? []),
      ...(options.team?.entityRefs ?? []),
    ]);
    return { items: rows.map(row => readLessonRow(row, askedFor)), ...page };
  }

  #matching(
    query: LessonQuery,
    { visible, team }: ListOptions,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const list = knex('postmortem_lessons as l')
      .join('postmortems as p', 'p.number', 'l.postmortem_number')
      .whereNull('p.deleted_at');
    visibleTo(knex, list, visible);
    if (query.entityRef) {
      list.whereIn('p.number', numbersByEntities(knex, query.entityRef));
    }
    if (team) {
      list.whereIn('p.number', numbersByTeam(knex, team));
    }
    if (query.q) {
      list.where(contains(knex, 'l.search_text', query.q));
    }
    return list;
  }
}
