import type {
  PostmortemAttention,
  PostmortemPage,
  PostmortemQuery,
  PostmortemSummary,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { FoundTexts, MAX_FOUND, POSTMORTEM_TEXTS } from './fullText';
import { PageReader } from './PageReader';
import { isLedByEntity, sortKeys } from './postmortemOrder';
import { readRows } from './ReadBatch';
import {
  DOCUMENT_COLUMNS,
  LIST_COLUMNS,
  readDocumentRow,
  readListRow,
  toPostmortem,
} from './rows';
import {
  numbersByEntities,
  numbersByParticipants,
  numbersByTeam,
  type ListOptions,
} from './scope';
import { END_OF_TIME, isAnyOf } from './sql';
import { joinFewPostmortems, visibleTo } from './visibleTo';

// What lists are sorted by, of `postmortems as p`.
const SORTED_COLUMNS = [
  'p.started_at',
  'p.created_at',
  'p.updated_at',
  'p.severity',
];

// Both have some columns.
const WITH_DOCUMENTS = [...new Set([...LIST_COLUMNS, ...DOCUMENT_COLUMNS])];

/** The end of a day that was given as a day, or the instant itself. */
function endOf(to: string): { at: string; operator: '<' | '<=' } {
  if (!to.endsWith('T00:00:00.000Z')) {
    return { at: to, operator: '<=' };
  }
  const nextDay = DateTime.fromISO(to, { zone: 'utc' }).plus({ days: 1 });
  return nextDay.year > 9999
    ? { at: END_OF_TIME, operator: '<=' }
    : { at: nextDay.toISO()!, operator: '<' };
}

/** A review meeting is due from a week before it. */
export const REVIEW_AHEAD = { weeks: 1 };

/** How long nobody has touched a draft that is stale. */
export const STALE_AFTER = { weeks: 2 };

/** The list of postmortems. */
export class PostmortemList {
  readonly #knex: Knex;
  readonly #pages: PageReader;
  readonly #severities: string[];

  constructor(knex: Knex, severities: string[]) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
    this.#severities = severities;
  }

  async list(
    query: PostmortemQuery & { reviewerRef?: string },
    options: ListOptions,
  ): Promise<PostmortemPage> {
    const columns = query.include ? WITH_DOCUMENTS : LIST_COLUMNS;
    const found =
      query.q === undefined
        ? undefined
        : await FoundTexts.find(this.#knex, POSTMORTEM_TEXTS, query.q);
    const { rows, ...page } = await this.#pages.read({
      list: 'postmortems',
      query,
      isShort: query.entityRef?.length === 1 || Boolean(options.team),
      countUpTo: query.q ? MAX_FOUND : undefined,
      matching: use => {
        const list = this.#matching(query, options);
        found?.narrow(list, 'p.number', use);
        return list;
      },
      // Of a team, there are many to be sorted, and few to be shown.
      ...(options.team
        ? {
            columns: ['p.number as found'],
            details: (numbers: Knex.QueryBuilder) =>
              numbers
                .join('postmortems as p', 'p.number', 't.found')
                .select(...columns),
          }
        : { columns }),
      keys: sortKeys(query, this.#severities),
      narrowedBy: query.attention || query.reviewerRef ? undefined : options,
      batch: options.batch,
    });
    const items = rows.map(row => readListRow(row, options.now));
    return query.include
      ? {
          items,
          documents: rows.map(row => toPostmortem(readDocumentRow(row))),
          ...page,
        }
      : { items, ...page };
  }

  /** Those of the numbers, for lists of other things that name them. */
  async byNumbers(
    numbers: number[],
    { now, batch }: Pick<ListOptions, 'now' | 'batch'>,
  ): Promise<Map<number, PostmortemSummary>> {
    const rows = await readRows(
      this.#knex('postmortems as p')
        .select(...LIST_COLUMNS)
        .whereIn('p.number', [...new Set(numbers)]),
      batch,
    );
    return new Map(rows.map(row => [row.number, readListRow(row, now)]));
  }

  #matching(
    query: PostmortemQuery & { reviewerRef?: string },
    options: ListOptions,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    if (options.team) {
      const few = knex.from(numbersByTeam(knex, options.team).as('e'));
      joinFewPostmortems(
        knex,
        few,
        'e.postmortem_number',
        SORTED_COLUMNS,
        postmortems => this.#narrow(postmortems, query, options),
      );
      return few;
    }
    const list = isLedByEntity(query)
      ? knex('postmortem_entities as e')
          .join('postmortems as p', 'p.number', 'e.postmortem_number')
          .where({ 'e.entity_ref': query.entityRef![0] })
      : knex('postmortems as p');
    this.#narrow(list, query, options);
    return list;
  }

  /** Leaves out of a query over `postmortems as p` what does not match. */
  #narrow(
    list: Knex.QueryBuilder,
    query: PostmortemQuery & { reviewerRef?: string },
    { visible, now }: ListOptions,
  ): void {
    const knex = this.#knex;
    list.whereNull('p.deleted_at');
    visibleTo(knex, list, visible);
    if (query.entityRef && !isLedByEntity(query)) {
      list.whereIn('p.number', numbersByEntities(knex, query.entityRef));
    }
    if (query.participantRef) {
      const refs = query.participantRef;
      list.where(those =>
        those
          .where(isAnyOf(knex, 'p.created_by', refs))
          .orWhereIn('p.number', numbersByParticipants(knex, refs)),
      );
    }
    if (query.status) {
      list.where(isAnyOf(knex, 'p.status', query.status));
    }
    if (query.severity) {
      list.where(isAnyOf(knex, 'p.severity', query.severity));
    }
    if (query.tag) {
      const tags = query.tag.map(tag => tag.trim().toLocaleLowerCase('en-US'));
      list.whereIn(
        'p.number',
        knex('postmortem_tags')
          .select('postmortem_number')
          .where(isAnyOf(knex, 'tag', tags)),
      );
    }
    if (query.reviewerRef) {
      this.#awaiting(list, query.reviewerRef);
    }
    if (query.attention) {
      this.#needing(list, query.attention, now);
    }
    if (query.from) {
      list.where('p.started_at', '>=', query.from);
    }
    if (query.to) {
      const { at, operator } = endOf(query.to);
      list.where('p.started_at', operator, at);
    }
  }

  /** Narrows the list to what waits for the review of a person. */
  #awaiting(list: Knex.QueryBuilder, reviewerRef: string): void {
    const knex = this.#knex;
    list
      .where('p.status', 'in_review')
      .whereIn(
        'p.number',
        knex('postmortem_participants')
          .select('postmortem_number')
          .where({ entity_ref: reviewerRef })
          .whereRaw(`lower(role) = 'reviewer'`),
      )
      .whereNotIn(
        'p.number',
        knex('postmortem_reviews as v')
          .join('postmortems as q', 'q.number', 'v.postmortem_number')
          .select('v.postmortem_number')
          .where({ 'v.created_by': reviewerRef })
          .where('v.created_at', '>=', knex.ref('q.updated_at')),
      );
  }

  /** Narrows the list to what asks for somebody. */
  #needing(
    list: Knex.QueryBuilder,
    attention: PostmortemAttention,
    now: string,
  ): void {
    const at = DateTime.fromISO(now, { zone: 'utc' });
    if (attention === 'review_due') {
      list
        .whereNull('p.held_at')
        .where('p.review_at', '<=', at.plus(REVIEW_AHEAD).toISO()!);
    } else if (attention === 'stale_draft') {
      list
        .where('p.status', 'draft')
        .where('p.updated_at', '<=', at.minus(STALE_AFTER).toISO()!);
    } else {
      list.whereIn(
        'p.number',
        this.#knex('postmortem_ownership_gaps').select('postmortem_number'),
      );
    }
  }
}
