export { audienceWords, unnamedAudience } from './audienceWords';
export { EntityLessons } from './EntityLessons';
export { LessonRows } from './LessonRows';
export { VERDICT_WORDS } from './verdicts';
