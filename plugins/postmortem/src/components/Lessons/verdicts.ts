import type { LessonVerdict } from 'backstage-plugin-postmortem-common';

/** What teams say of a lesson, as people read it. */
export const VERDICT_WORDS: Record<LessonVerdict, string> = {
  applies: 'Applies',
  already_covered: 'Already covered',
  does_not_apply: 'Does not apply',
};
