import type {
  LessonListEntry,
  LessonPage,
  LessonQuery,
  LessonReach,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { AnswerStore, NO_ANSWERS } from '../lessons/AnswerStore';
import { candidates } from '../lessons/candidates';
import { rankSql, reasonsOf } from '../lessons/ranking';
import type { Reach } from '../lessons/ReachResolver';
import { LESSON_TEXTS, MAX_FOUND, whereTextMatches } from './fullText';
import type { SortKey } from './keyset';
import { PageReader } from './PageReader';
import { postmortemKey, type ListJson } from './rows';
import { numbersByEntities, numbersByTeam, type ListOptions } from './scope';
import { visibleTo } from './visibleTo';

const COLUMNS = [
  'l.id',
  'l.kind',
  'l.text',
  'l.audience',
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

/** What lessons are asked for, once the catalog has said what it means. */
export interface LessonListOptions extends ListOptions {
  /** For every scope but `self`. */
  reach?: Reach;
  /** Leaves out the lessons of these entities themselves. */
  notOf?: string[];
}

type Filters = Pick<LessonQuery, 'entityRef' | 'q' | 'limit' | 'cursor'> &
  Partial<LessonQuery>;

/** The entity a lesson is shown with: of those asked for, else the cause. */
function entityOf(
  row: Record<string, any>,
  askedFor: Set<string>,
): { ref: string | null; isAsked: boolean } {
  const { entities }: ListJson = JSON.parse(row.list_json);
  const causesFirst = [
    ...entities.filter(({ role }) => role === 'cause'),
    ...entities.filter(({ role }) => role !== 'cause'),
  ];
  const asked = causesFirst.find(({ entityRef }) => askedFor.has(entityRef));
  const cause = causesFirst.find(({ role }) => role === 'cause');
  return {
    ref: (asked ?? cause)?.entityRef ?? null,
    isAsked: asked !== undefined,
  };
}

// Of each postmortem, the first lesson that asks for a change, or the first.
const FIRST_TO_LEARN = `
  select f.id from postmortem_lessons f
  where f.postmortem_number = p.number
  order by case when f.kind in ('to_improve', 'went_wrong') then 0 else 1 end, f.position
  limit 1`;

/** The list of lessons: an entity's own, and those that come to it. */
export class LessonList {
  readonly #knex: Knex;
  readonly #pages: PageReader;
  readonly #answers: AnswerStore;
  readonly #severities: string[];

  constructor(knex: Knex, severities: string[]) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
    this.#answers = new AnswerStore(knex);
    this.#severities = severities;
  }

  async list(query: Filters, options: LessonListOptions): Promise<LessonPage> {
    const { reach } = options;
    const { rows, ...page } = await this.#pages.read({
      list: 'lessons',
      query,
      isShort: query.entityRef?.length === 1,
      countUpTo: query.q ? MAX_FOUND : undefined,
      matching: () => this.#matching(query, options),
      columns: reach
        ? [...COLUMNS, 'c.entity', 'c.path', 'c.addressed']
        : COLUMNS,
      keys: reach ? this.#rankKeys(reach) : SORT_KEYS,
      // What the catalog brings is not in what the total is kept under.
      narrowedBy: reach ? undefined : options,
    });
    return { items: await this.#entries(rows, query, options), ...page };
  }

  /** A lesson of each of the postmortems that were published last. */
  async recent(
    limit: number,
    options: ListOptions,
  ): Promise<LessonListEntry[]> {
    const knex = this.#knex;
    const list = knex('postmortem_lessons as l')
      .join('postmortems as p', 'p.number', 'l.postmortem_number')
      .whereNull('p.deleted_at')
      .whereNotNull('p.published_at')
      .whereIn('p.status', ['published', 'closed'])
      // What went well is rarely what somebody needs to know today.
      .whereRaw(`l.id = (${FIRST_TO_LEARN})`)
      .orderByRaw('p.published_at desc, p.number desc')
      .limit(limit)
      .select(...COLUMNS);
    visibleTo(knex, list, options.visible);
    return this.#entries(await list, { limit }, options);
  }

  async #entries(
    rows: Array<Record<string, any>>,
    query: Filters,
    options: LessonListOptions,
  ): Promise<LessonListEntry[]> {
    const reaches = rows.map(row => this.#reachOf(row, query, options));
    const ids = rows.map(row => row.id as string);
    const entities = reaches.flatMap(each => each?.entityRef ?? []);
    const [counts, answers] = await Promise.all([
      this.#answers.counts(ids),
      this.#answers.answers(ids, entities),
    ]);
    return rows.map((row, index): LessonListEntry => {
      const found = reaches[index];
      return {
        id: row.id,
        kind: row.kind,
        text: row.text,
        audience: row.audience && JSON.parse(row.audience),
        postmortem: {
          id: row.postmortem_id,
          key: postmortemKey(row.number),
          title: row.title,
          severity: row.severity,
          startedAt: row.started_at,
          visibility: row.visibility,
        },
        entityRef: entityOf(row, this.#askedFor(query, options)).ref,
        reach: found,
        answer:
          answers.find(
            answer =>
              answer.lessonId === row.id &&
              answer.entityRef === found?.entityRef,
          ) ?? null,
        answers: counts.get(row.id) ?? NO_ANSWERS,
      };
    });
  }

  /** The entities of which a lesson is shown as the lesson of. */
  #askedFor(query: Filters, { team, reach }: LessonListOptions): Set<string> {
    return new Set(
      reach
        ? reach.paths.map(({ refs }) => refs[refs.length - 1])
        : [...(query.entityRef ?? []), ...(team?.entityRefs ?? [])],
    );
  }

  #reachOf(
    row: Record<string, any>,
    query: Filters,
    options: LessonListOptions,
  ): LessonReach | null {
    const { reach, now } = options;
    if (!reach) {
      const { ref, isAsked } = entityOf(row, this.#askedFor(query, options));
      return ref && isAsked
        ? { via: 'self', entityRef: ref, path: [ref], hops: 0, reasons: [] }
        : null;
    }
    const path = row.path === null ? [row.entity] : reach.paths[row.path].refs;
    const hops = path.length - 1;
    const isAddressed = Boolean(row.addressed);
    const via = reach.scope === 'system' ? 'system' : 'dependency';
    return {
      via: isAddressed ? 'audience' : via,
      entityRef: path[0],
      path,
      hops,
      reasons: reasonsOf(
        {
          severity: row.severity,
          startedAt: row.started_at,
          hops,
          isAddressed,
        },
        this.#severities,
        now,
      ),
    };
  }

  #rankKeys({ paths, scope }: Reach): SortKey[] {
    const keys: SortKey[] = [
      {
        sql: rankSql(this.#severities, paths),
        direction: 'desc',
        type: 'number',
      },
      { sql: 'l.id', direction: 'asc', type: 'string' },
    ];
    return scope === 'waiting'
      ? [...keys, { sql: 'c.entity', direction: 'asc', type: 'string' }]
      : keys;
  }

  #matching(
    query: Filters,
    { visible, team, reach, notOf }: LessonListOptions,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const list = reach
      ? this.#travelling(reach)
      : knex('postmortem_lessons as l');
    list
      .join('postmortems as p', 'p.number', 'l.postmortem_number')
      .whereNull('p.deleted_at');
    visibleTo(knex, list, visible);
    if (reach) {
      // What is still written, or under review, is not handed on.
      list.whereIn('p.status', ['published', 'closed']);
    } else {
      if (query.entityRef) {
        list.whereIn('p.number', numbersByEntities(knex, query.entityRef));
      }
      if (team) {
        list.whereIn('p.number', numbersByTeam(knex, team));
      }
    }
    if (notOf) {
      list.whereNotIn('p.number', numbersByEntities(knex, notOf));
    }
    if (query.q) {
      whereTextMatches(knex, list, 'l.id', LESSON_TEXTS, query.q);
    }
    return list;
  }

  #travelling(reach: Reach): Knex.QueryBuilder {
    const { sql, bindings } = candidates(this.#knex, reach);
    return this.#knex
      .from(this.#knex.raw(`${sql} as c`, bindings))
      .join('postmortem_lessons as l', 'l.id', 'c.lesson_id');
  }
}
