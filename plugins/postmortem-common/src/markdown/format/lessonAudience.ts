import type { LessonAudience } from '../../schema/parts';

const ALL_DEPENDENTS = 'all dependents';
const TAG = 'tag ';
const BETWEEN = ', ';

/** `component:default/checkout, tag kafka, all dependents` */
export function writeAudience(audience: LessonAudience): string {
  const { entityRefs, tags, allDependents } = audience;
  return [
    ...entityRefs,
    ...tags.map(tag => `${TAG}${tag}`),
    ...(allDependents ? [ALL_DEPENDENTS] : []),
  ].join(BETWEEN);
}

/** Reads it back; whether its refs are such is for the schema to say. */
export function readAudience(text: string): LessonAudience {
  const parts = text.split(BETWEEN).map(part => part.trim());
  const isTag = (part: string) => part.startsWith(TAG);
  return {
    entityRefs: parts.filter(part => !isTag(part) && part !== ALL_DEPENDENTS),
    tags: parts.filter(isTag).map(part => part.slice(TAG.length)),
    allDependents: parts.includes(ALL_DEPENDENTS),
  };
}
