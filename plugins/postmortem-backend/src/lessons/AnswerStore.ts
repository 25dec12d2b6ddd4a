import type {
  LessonAnswer,
  LessonListEntry,
  LessonVerdict,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { isAnyOf, toNumber } from '../database/sql';

const TABLE = 'postmortem_lesson_answers';

type Counts = LessonListEntry['answers'];

export const NO_ANSWERS: Counts = {
  applies: 0,
  already_covered: 0,
  does_not_apply: 0,
};

function readAnswerRow(row: Record<string, any>): LessonAnswer {
  return {
    lessonId: row.lesson_id,
    entityRef: row.entity_ref,
    verdict: row.verdict,
    reason: row.reason,
    actionItemId: row.action_item_id,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
  };
}

/** Keeps what teams answer to lessons. */
export class AnswerStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Keeps an answer; the one before, if any, stays as history. */
  async insert(
    trx: Knex.Transaction,
    number: number,
    answer: LessonAnswer,
  ): Promise<void> {
    await trx(TABLE)
      .where({
        lesson_id: answer.lessonId,
        entity_ref: answer.entityRef,
        is_current: 1,
      })
      .update({ is_current: 0 });
    await trx(TABLE).insert({
      id: randomUUID(),
      postmortem_number: number,
      lesson_id: answer.lessonId,
      entity_ref: answer.entityRef,
      verdict: answer.verdict,
      reason: answer.reason,
      action_item_id: answer.actionItemId,
      answered_by: answer.answeredBy,
      answered_at: answer.answeredAt,
      is_current: 1,
    });
  }

  /** The answers to the lessons of a postmortem, the latest first. */
  async ofPostmortem(number: number): Promise<LessonAnswer[]> {
    const rows = await this.#knex(TABLE)
      .where({ postmortem_number: number, is_current: 1 })
      .orderBy('answered_at', 'desc')
      .orderBy('id');
    return rows.map(readAnswerRow);
  }

  /** How often each of the lessons was answered in which way. */
  async counts(lessonIds: string[]): Promise<Map<string, Counts>> {
    const rows: Array<{
      lesson_id: string;
      verdict: LessonVerdict;
      total: unknown;
    }> = await this.#current(lessonIds)
      .groupBy('lesson_id', 'verdict')
      .select('lesson_id', 'verdict', this.#knex.raw('count(*) as total'));
    const counts = new Map<string, Counts>();
    for (const { lesson_id: id, verdict, total } of rows) {
      counts.set(id, {
        ...(counts.get(id) ?? NO_ANSWERS),
        [verdict]: toNumber(total),
      });
    }
    return counts;
  }

  /** What the entities answered to the lessons. */
  async answers(
    lessonIds: string[],
    entityRefs: string[],
  ): Promise<LessonAnswer[]> {
    const rows = await this.#current(lessonIds).where(
      isAnyOf(this.#knex, 'entity_ref', entityRefs),
    );
    return rows.map(readAnswerRow);
  }

  #current(lessonIds: string[]): Knex.QueryBuilder {
    return this.#knex(TABLE)
      .where({ is_current: 1 })
      .where(isAnyOf(this.#knex, 'lesson_id', lessonIds));
  }
}
