import type { StoredPostmortem } from '../database/rows';
import { Random } from './Random';

// The share of the entities that a lesson is addressed to whose team answers.
const ANSWERED = 0.5;

/**
 * Rows of `postmortem_lesson_answers`: what the entities that lessons are
 * addressed to by name say of them.
 */
export function answerRows({ number, kept, content }: StoredPostmortem) {
  const random = new Random(`${kept.id}/answers`);
  return content.lessons.flatMap(({ id, audience }) =>
    (audience?.entityRefs ?? [])
      .filter(() => random.chance(ANSWERED))
      .map(entityRef => ({
        id: random.uuid(),
        postmortem_number: number,
        lesson_id: id,
        entity_ref: entityRef,
        verdict: random.pick(['already_covered', 'does_not_apply'] as const),
        reason: 'It was looked at when the lesson came.',
        action_item_id: null,
        answered_by: kept.createdBy,
        answered_at: kept.updatedAt,
        is_current: 1,
      })),
  );
}
