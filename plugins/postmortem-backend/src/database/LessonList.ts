import type {
  LessonListEntry,
  LessonPage,
  LessonQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { answersColumn } from '../lessons/answersColumn';
import { recentSince } from '../lessons/ranking';
import { travellingColumns, travellingKeys } from '../lessons/travelling';
import { FoundTexts, LESSON_TEXTS, MAX_FOUND } from './fullText';
import {
  entitiesAskedFor,
  entityOf,
  reachOf,
  readLessonRow,
} from './lessonRow';
import {
  LESSON_ORDER,
  matchingLessons,
  totalOfLessons,
  type LessonListOptions,
} from './lessonSource';
import { PageReader, type PageRequest } from './PageReader';
import { readRows } from './ReadBatch';
import type { ListOptions } from './scope';
import { IN_TEXT } from './sql';
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
    const { rows, ...page } = await this.#pages.read(
      this.#pageOf(query, options, await this.#found(query)),
    );
    return { items: this.#entries(rows, query, options), ...page };
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
    return this.#entries(rows, { limit }, options);
  }

  async #found({ q }: Filters): Promise<FoundTexts | undefined> {
    return q === undefined
      ? undefined
      : FoundTexts.find(this.#knex, LESSON_TEXTS, q);
  }

  #pageOf(
    query: Filters,
    options: LessonListOptions,
    found: FoundTexts | undefined,
  ): PageRequest {
    const { reach } = options;
    const list = { list: 'lessons', query, batch: options.batch };
    const matching: PageRequest['matching'] = use => {
      // What a search leaves out, nobody knows before.
      const isFirst = !use.isCounted && !query.cursor && !found;
      const lessons = matchingLessons(this.#knex, query, {
        ...options,
        severities: this.#severities,
        first: isFirst ? query.limit + 1 : undefined,
      });
      const id = reach ? travellingColumns(reach).lessonId : 'l.id';
      found?.narrow(lessons, id, use);
      return lessons;
    };
    // Whose answers are shown, to each lesson that comes to them.
    const answering =
      reach?.entityRefs ?? query.entityRef ?? options.team?.entityRefs ?? [];
    const details = (page: Knex.QueryBuilder) =>
      page
        .join('postmortem_lessons as l', 'l.id', 't.lesson_id')
        .join('postmortems as p', 'p.number', 'l.postmortem_number')
        .select(...COLUMNS, answersColumn(this.#knex, 'l.id', answering));
    if (!reach) {
      return {
        ...list,
        matching,
        isShort: Boolean(query.entityRef ?? options.team),
        total: found ? undefined : totalOfLessons(this.#knex, query, options),
        countUpTo: query.q ? MAX_FOUND : undefined,
        columns: ['l.id as lesson_id'],
        details,
        keys: LESSON_ORDER,
        narrowedBy: options,
      };
    }
    const columns = travellingColumns(reach);
    return {
      ...list,
      matching,
      // No index has their order, so that they are all looked at anyhow.
      isShort: true,
      total: found ? undefined : totalOfLessons(this.#knex, query, options),
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
    query: Filters,
    options: LessonListOptions,
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
}
