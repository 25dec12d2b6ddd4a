import type { LessonKind } from 'backstage-plugin-postmortem-common';

/** The names of the kinds of lessons as people read them. */
export const LESSON_KIND_NAMES: Record<LessonKind, string> = {
  went_well: 'Went well',
  went_wrong: 'Went wrong',
  got_lucky: 'Got lucky',
  to_improve: 'To improve',
};
