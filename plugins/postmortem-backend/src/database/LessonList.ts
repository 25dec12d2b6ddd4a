import type {
  LessonListEntry,
  LessonPage,
  LessonQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import {
  afterKeys,
  decodeCursor,
  encodeCursor,
  orderByKeys,
  queryFingerprint,
  type SortKey,
} from './keyset';
import type { ListOptions } from './PostmortemList';
import { postmortemKey, type ListJson } from './rows';
import { numbersByEntities, numbersByTeam } from './scope';
import { contains, toNumber } from './sql';
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
    postmortem: {
      id: row.postmortem_id,
      key: postmortemKey(row.number),
      title: row.title,
      severity: row.severity,
      startedAt: row.started_at,
      visibility: row.visibility,
    },
    entityRef: entityOf(row, askedFor),
  };
}

/** The list of lessons: one SQL statement a page. */
export class LessonList {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(query: LessonQuery, options: ListOptions): Promise<LessonPage> {
    const fingerprint = queryFingerprint('lessons', query);
    const page = this.#matching(query, options)
      .select(...COLUMNS)
      .select(
        this.#matching(query, options)
          .select(this.#knex.raw('count(*)'))
          .as('total'),
      )
      .limit(query.limit + 1);
    orderByKeys(page, SORT_KEYS);
    if (query.cursor) {
      afterKeys(
        page,
        SORT_KEYS,
        decodeCursor(query.cursor, fingerprint, SORT_KEYS),
      );
    }

    const rows: Array<Record<string, any>> = await page;
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const askedFor = new Set([
      ...(query.entityRef ?? []),
      ...(options.team?.entityRefs ?? []),
    ]);
    return {
      items: items.map(row => readLessonRow(row, askedFor)),
      totalItems: await this.#total(rows, query, options),
      pageInfo:
        last && rows.length > query.limit
          ? {
              nextCursor: encodeCursor(
                [last.started_at ?? '', last.number, last.position],
                fingerprint,
              ),
            }
          : {},
    };
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

  async #total(
    rows: Array<Record<string, any>>,
    query: LessonQuery,
    options: ListOptions,
  ): Promise<number> {
    if (rows.length > 0) {
      return toNumber(rows[0].total);
    }
    if (!query.cursor) {
      return 0;
    }
    const [row] = await this.#matching(query, options).count({ total: '*' });
    return toNumber(row.total);
  }
}
