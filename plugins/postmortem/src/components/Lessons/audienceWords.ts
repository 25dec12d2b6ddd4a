import type { LessonAudience } from 'backstage-plugin-postmortem-common';
import { count } from '../shared';

/** Whom a lesson is meant for, in a few words. */
export function audienceWords(audience: LessonAudience): string {
  const { entityRefs, tags, allDependents } = audience;
  return [
    entityRefs.length > 0 && count(entityRefs.length, 'entity', 'entities'),
    tags.length > 0 && `what is tagged ${tags.join(' or ')}`,
    allDependents && 'everything that depends on what was involved',
  ]
    .filter(Boolean)
    .join(', ');
}
