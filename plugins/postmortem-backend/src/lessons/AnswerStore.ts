import type { LessonAnswer } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

const TABLE = 'postmortem_lesson_answers';

/** An answer, of a row of the table. */
export function readAnswerRow(row: Record<string, any>): LessonAnswer {
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
}
