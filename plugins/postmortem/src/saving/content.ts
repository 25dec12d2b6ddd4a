import {
  READ_ONLY_FIELDS,
  type Postmortem,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';

const KEPT_BY_SERVER = new Set<string>(READ_ONLY_FIELDS);

/** The part of a postmortem that people write. */
export function contentOf(postmortem: Postmortem): PostmortemContent {
  return Object.fromEntries(
    Object.entries(postmortem).filter(([name]) => !KEPT_BY_SERVER.has(name)),
  ) as PostmortemContent;
}

/**
 * A copy of `target` with one place changed. Everything beside the way to that
 * place stays the same object, so that only what changed is drawn again.
 */
export function setAt<T>(target: T, steps: string[], value: unknown): T {
  if (steps.length === 0) {
    return value as T;
  }
  const [step, ...rest] = steps;
  if (Array.isArray(target)) {
    const index = Number(step);
    return target.map((item, i) =>
      i === index ? setAt(item, rest, value) : item,
    ) as T;
  }
  const before = (target ?? {}) as Record<string, unknown>;
  return { ...before, [step]: setAt(before[step], rest, value) } as T;
}

/** What is at a place; undefined when there is no such place. */
export function getAt(target: unknown, steps: string[]): unknown {
  return steps.reduce<any>((value, step) => value?.[step], target);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `next`, with every part of it that says the same as in `previous` taken from
 * there: a merge makes new objects of what it did not change.
 */
export function reuse<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) {
    return next;
  }
  if (Array.isArray(previous) && Array.isArray(next)) {
    const items = next.map((item, index) => reuse(previous[index], item));
    const same =
      items.length === previous.length &&
      items.every((item, index) => item === previous[index]);
    return (same ? previous : items) as T;
  }
  if (isPlainObject(previous) && isPlainObject(next)) {
    const names = Object.keys(next);
    const entries = names.map(
      name => [name, reuse(previous[name], next[name])] as const,
    );
    const same =
      names.length === Object.keys(previous).length &&
      entries.every(([name, value]) => value === previous[name]);
    return (same ? previous : Object.fromEntries(entries)) as T;
  }
  return next;
}
