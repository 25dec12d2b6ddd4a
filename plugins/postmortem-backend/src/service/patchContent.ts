import type { JsonObject } from '@backstage/types';
import { isEqual } from 'lodash';
import { toPostmortem, type StoredPostmortem } from '../database/rows';
import { FieldError } from '../errors';
import type { ContentPreparer } from './ContentPreparer';
import { mergePatch } from './mergePatch';
import type { CallOptions } from './PostmortemService';
import type { Change } from './PostmortemWriter';
import { splitReadOnly } from './readOnly';

/**
 * Applies a merge patch to a document.
 *
 * @returns undefined when it changes nothing.
 * @throws FieldError that names each wrong field.
 */
export async function patchContent(
  patch: JsonObject,
  before: StoredPostmortem,
  preparer: ContentPreparer,
  options: CallOptions & { now: string },
): Promise<Change | undefined> {
  const { writable, issues } = splitReadOnly(patch, toPostmortem(before));
  if (issues.length > 0) {
    throw new FieldError(issues);
  }
  const merged = mergePatch(before.content as unknown as JsonObject, writable);
  const { content, teamsFromCatalog } = await preparer.prepare(merged, {
    ...options,
    before,
  });
  return isEqual(content, before.content)
    ? undefined
    : { content, kept: { teamsFromCatalog } };
}
