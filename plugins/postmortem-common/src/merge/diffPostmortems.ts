import type { JsonObject, JsonValue } from '@backstage/types';
import equal from 'fast-deep-equal';
import type { MergePatch } from '../client/PostmortemApi';
import type { PostmortemContent, PostmortemInput } from '../schema';
import { contentOf } from './contentOf';

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function diffObjects(before: JsonObject, after: JsonObject): JsonObject {
  const patch: JsonObject = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = before[name] ?? null;
    const to = after[name] ?? null;
    if (isObject(from) && isObject(to)) {
      const inner = diffObjects(from, to);
      if (Object.keys(inner).length > 0) {
        patch[name] = inner;
      }
    } else if (!equal(from, to)) {
      patch[name] = isObject(to) ? diffObjects({}, to) : to;
    }
  }
  return patch;
}

/**
 * The smallest JSON merge patch (RFC 7396) that makes `after` of `before`; an
 * absent fact and `null` are the same. What the server keeps (`id`, `version`
 * and the like) is not compared. Lists are replaced whole.
 *
 * @returns the body of `PATCH /postmortems/:id`; `{}` when the two say the same.
 *
 * @public
 */
export function diffPostmortems(
  before: PostmortemContent,
  after: PostmortemContent,
): MergePatch<PostmortemInput> {
  return diffObjects(
    contentOf(before) as JsonObject,
    contentOf(after) as JsonObject,
  );
}
