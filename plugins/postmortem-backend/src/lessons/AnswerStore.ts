import type {
  LessonAnswer,
  LessonListEntry,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { readRows, type ReadBatch } from '../database/ReadBatch';
import { anyOfSql, isAnyOf, toNumber } from '../database/sql';

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

  /**
   * How often each of the lessons was answered in which way, and what the
   * entities answered to them.
   */
  async of(
    lessonIds: string[],
    entityRefs: string[],
    batch?: ReadBatch,
  ): Promise<{ counts: Map<string, Counts>; answers: LessonAnswer[] }> {
    const knex = this.#knex;
    const asked = anyOfSql(knex, 'entity_ref', entityRefs);
    const isAsked = `case when ${asked.sql} then 1 else 0 end`;
    const numbered = knex(TABLE)
      .whereRaw('is_current = 1')
      .where(isAnyOf(knex, 'lesson_id', lessonIds))
      .select('*', knex.raw(`${isAsked} as is_asked`, asked.bindings))
      .select(
        knex.raw('count(*) over (partition by lesson_id, verdict) as total'),
        knex.raw(
          'row_number() over (partition by lesson_id, verdict order by id) as place',
        ),
      );
    // Of the others, one of each verdict, which tells how many they are.
    const rows = await readRows(
      knex.from(numbered.as('n')).where({ is_asked: 1 }).orWhere({ place: 1 }),
      batch,
    );
    const counts = new Map<string, Counts>();
    for (const row of rows) {
      counts.set(row.lesson_id, {
        ...(counts.get(row.lesson_id) ?? NO_ANSWERS),
        [row.verdict]: toNumber(row.total),
      });
    }
    return {
      counts,
      answers: rows.filter(row => row.is_asked === 1).map(readAnswerRow),
    };
  }
}
