import type {
  LessonAnswer,
  LessonListEntry,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { anyOfSql, isPostgres, toNumber } from '../database/sql';
import { readAnswerRow } from './AnswerStore';

/** How often a lesson was answered in which way, and what some answered. */
export interface GivenAnswers {
  counts: LessonListEntry['answers'];
  /** Those of the entities that were asked for. */
  answers: LessonAnswer[];
}

const NO_ANSWERS: GivenAnswers['counts'] = {
  applies: 0,
  already_covered: 0,
  does_not_apply: 0,
};

const COLUMNS = [
  'lesson_id',
  'entity_ref',
  'verdict',
  'reason',
  'action_item_id',
  'answered_by',
  'answered_at',
  'is_asked',
  'total',
];

/**
 * The answers to a lesson as a column of its own, read along with the lesson.
 *
 * @param lessonId - the column of the query with the lesson's id
 * @param entityRefs - whose answers are read themselves
 */
export function answersColumn(
  knex: Knex,
  lessonId: string,
  entityRefs: string[],
): Knex.Raw {
  const asked = anyOfSql(knex, 'w.entity_ref', entityRefs);
  const object = COLUMNS.map(name => `'${name}', n.${name}`).join(', ');
  const rows = isPostgres(knex)
    ? `json_agg(json_build_object(${object}))`
    : `json_group_array(json_object(${object}))`;
  // Of all others, one of each verdict, which tells how many they are.
  return knex.raw(
    `(select ${rows} from (
        select w.*, case when ${asked.sql} then 1 else 0 end as is_asked,
          count(*) over (partition by w.verdict) as total,
          row_number() over (partition by w.verdict order by w.id) as place
        from postmortem_lesson_answers w
        where w.lesson_id = ${lessonId} and w.is_current = 1) n
      where n.is_asked = 1 or n.place = 1) as answers`,
    asked.bindings,
  );
}

/** What {@link answersColumn} read. */
export function readAnswersColumn(value: unknown): GivenAnswers {
  const rows: Array<Record<string, any>> =
    (typeof value === 'string' ? JSON.parse(value) : value) ?? [];
  return {
    counts: rows.reduce<GivenAnswers['counts']>(
      (counts, { verdict, total }) => ({
        ...counts,
        [verdict]: toNumber(total),
      }),
      NO_ANSWERS,
    ),
    answers: rows.filter(row => row.is_asked === 1).map(readAnswerRow),
  };
}
