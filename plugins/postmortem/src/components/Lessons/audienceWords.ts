import type { LessonAudience } from 'backstage-plugin-postmortem-common';
import { count } from '../shared';

/** Whom a lesson is meant for beside the entities that it names. */
export function unnamedAudience({
  tags,
  allDependents,
}: LessonAudience): string[] {
  return [
    ...(tags.length > 0 ? [`what is tagged ${tags.join(' or ')}`] : []),
    ...(allDependents ? ['everything that depends on what was involved'] : []),
  ];
}

/** Whom a lesson is meant for, in a few words. */
export function audienceWords(audience: LessonAudience): string {
  const { entityRefs } = audience;
  return [
    ...(entityRefs.length > 0
      ? [count(entityRefs.length, 'entity', 'entities')]
      : []),
    ...unnamedAudience(audience),
  ].join(', ');
}
