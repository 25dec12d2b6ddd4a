import type { StoredContent } from './rows';

// Not text that people would search for.
const NOT_SEARCHED = new Set([
  'id',
  'postmortemId',
  'visibility',
  'kind',
  'term',
  'type',
  'audience',
  'relation',
  'verdict',
]);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(textsIn);
  }
  return Object.entries(value ?? {}).flatMap(([name, item]) =>
    NOT_SEARCHED.has(name) ? [] : textsIn(item),
  );
}

/** The texts of a document, in the order in which it has them. */
export function textsOf(content: StoredContent): string[] {
  return textsIn(content);
}
