import type {
  LessonListEntry,
  LessonPage,
  LessonQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { answersColumn } from '../lessons/answersColumn';
import { recentSince } from '../lessons/ranking';
import type { Reach } from '../lessons/ReachResolver';
import {
  travellingColumns,
  travellingKeys,
  travellingLessons,
  travellingTotal,
} from '../lessons/travelling';
import { FoundTexts, LESSON_TEXTS, MAX_FOUND } from './fullText';
import { orderByKeys, type SortKey } from './keyset';
import {
  entitiesAskedFor,
  entityOf,
  reachOf,
  readLessonRow,
} from './lessonRow';
import { PageReader, type PageRequest } from './PageReader';
import { readRows } from './ReadBatch';
import { numbersByEntities, numbersByTeam, type ListOptions } from './scope';
import { IN_TEXT } from './sql';
import { joinFewPostmortems, visibleTo } from './visibleTo';

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

/** One of several lists of lessons. */
export interface LessonListRequest {
  query: Filters;
  options: LessonListOptions;
}

type ListRow = Record<string, any>;

type Filters = Pick<LessonQuery, 'entityRef' | 'q' | 'limit' | 'cursor'> &
  Partial<LessonQuery>;

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
  readonly #severities: string[];

  constructor(knex: Knex, severities: string[]) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
    this.#severities = severities;
  }

  async list(query: Filters, options: LessonListOptions): Promise<LessonPage> {
    const [page] = await this.lists([{ query, options }]);
    return page;
  }

  /** Pages of several lists. */
  async lists(requests: LessonListRequest[]): Promise<LessonPage[]> {
    return Promise.all(
      requests.map(async request => {
        const { rows, ...page } = await this.#pages.read(
          this.#pageOf(request, await this.#found(request)),
        );
        return { items: this.#entries(rows, request), ...page };
      }),
    );
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
      .limit(limit, IN_TEXT)
      .select(...COLUMNS, answersColumn(knex, 'l.id', []));
    visibleTo(knex, list, options.visible);
    const rows = await readRows(list, options.batch);
    return this.#entries(rows, { query: { limit }, options });
  }

  async #found({ query }: LessonListRequest): Promise<FoundTexts | undefined> {
    return query.q === undefined
      ? undefined
      : FoundTexts.find(this.#knex, LESSON_TEXTS, query.q);
  }

  #pageOf(
    { query, options }: LessonListRequest,
    found: FoundTexts | undefined,
  ): PageRequest {
    const { reach } = options;
    const list = { list: 'lessons', query, batch: options.batch };
    const matching: PageRequest['matching'] = use => {
      // What a search leaves out, nobody knows before.
      const isFirst = !use.isCounted && !query.cursor && !found;
      const lessons = this.#matching(query, {
        ...options,
        first: isFirst ? query.limit + 1 : undefined,
      });
      const id = reach ? travellingColumns(reach).lessonId : 'l.id';
      found?.narrow(lessons, id, use);
      return lessons;
    };
    const details = (page: Knex.QueryBuilder) =>
      page
        .join('postmortem_lessons as l', 'l.id', 't.lesson_id')
        .join('postmortems as p', 'p.number', 'l.postmortem_number')
        .select(...COLUMNS, answersColumn(this.#knex, 'l.id', answering));
    // Whose answers are shown, to each lesson that comes to them.
    const answering =
      reach?.entityRefs ?? query.entityRef ?? options.team?.entityRefs ?? [];
    if (!reach) {
      return {
        ...list,
        matching,
        isShort: Boolean(query.entityRef ?? options.team),
        total: found ? undefined : this.#total(query, options),
        countUpTo: query.q ? MAX_FOUND : undefined,
        columns: ['l.id as lesson_id'],
        details,
        keys: SORT_KEYS,
        narrowedBy: options,
      };
    }
    const columns = travellingColumns(reach);
    return {
      ...list,
      matching,
      // No index has their order, so that they are all looked at anyhow.
      isShort: true,
      total: found ? undefined : this.#total(query, options),
      columns: [
        `${columns.lessonId} as lesson_id`,
        `${columns.entity} as entity`,
        `${columns.path} as path`,
        this.#knex.raw(`${columns.addressed} as addressed`),
      ],
      details,
      // What the catalog brings is not in what a total would be kept under.
      keys: travellingKeys(reach),
    };
  }

  #entries(
    rows: ListRow[],
    { query, options }: LessonListRequest,
  ): LessonListEntry[] {
    const askedFor = entitiesAskedFor(query, options);
    const weighed = {
      severities: this.#severities,
      since: recentSince(options.now),
    };
    return rows.map(row => {
      const entity = entityOf(row, askedFor);
      const reach = reachOf(row, entity, options, weighed);
      return readLessonRow(row, { entity, reach });
    });
  }

  #narrowing({ visible, notOf }: LessonListOptions) {
    return (postmortems: Knex.QueryBuilder): void => {
      postmortems.whereNull('p.deleted_at');
      visibleTo(this.#knex, postmortems, visible);
      if (notOf) {
        postmortems.whereNotIn(
          'p.number',
          numbersByEntities(this.#knex, notOf),
        );
      }
    };
  }

  /** How many there are, as their postmortems know; where they are few. */
  #total(query: Filters, options: LessonListOptions): Knex.Raw | undefined {
    const { reach } = options;
    if (reach) {
      return travellingTotal(this.#knex, reach);
    }
    const few = this.#few(query, options, this.#narrowing(options));
    return (
      few &&
      this.#knex.raw('?', [
        few.select(this.#knex.raw('coalesce(sum(p.lesson_count), 0)')),
      ])
    );
  }

  #matching(
    query: Filters,
    options: LessonListOptions & { first?: number },
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const { team, reach, first } = options;
    const narrow = this.#narrowing(options);
    if (reach) {
      return travellingLessons(knex, reach, {
        severities: this.#severities,
        first,
        narrow: postmortems => {
          narrow(postmortems);
          // What is still written, or under review, is not handed on.
          postmortems.whereIn('p.status', ['published', 'closed']);
        },
      });
    }
    const few = this.#few(query, { team }, narrow);
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
      orderByKeys(few, SORT_KEYS.slice(0, 2));
      few.limit(first, IN_TEXT);
    }
    return knex
      .from(few.as('p'))
      .join('postmortem_lessons as l', 'l.postmortem_number', 'p.number');
  }

  /** The postmortems of entities or of a team; undefined where it is of all. */
  #few(
    { entityRef }: Filters,
    { team }: Pick<ListOptions, 'team'>,
    narrow: (postmortems: Knex.QueryBuilder) => void,
  ): Knex.QueryBuilder | undefined {
    const knex = this.#knex;
    if (!team && !entityRef) {
      return undefined;
    }
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
}
