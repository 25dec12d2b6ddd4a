import type { JsonObject } from '@backstage/types';
import {
  actionItemContentSchema,
  type ActionItem,
} from 'backstage-plugin-postmortem-common';
import { isEqual, omit, pick } from 'lodash';
import type { StoredContent } from '../database/rows';
import { FieldError } from '../errors';
import { withCompletion } from './completeContent';
import { fieldIssues } from './fieldIssues';
import { mergePatch } from './mergePatch';
import type { Change } from './PostmortemWriter';

const KEPT = ['id', 'postmortemId'] as const;

function patched(item: ActionItem, patch: JsonObject, now: string): ActionItem {
  const issues = Object.entries(pick(patch, KEPT))
    .filter(([name, value]) => value !== item[name as (typeof KEPT)[number]])
    .map(([path]) => ({
      path,
      message: 'is kept by the server; leave it out of the patch',
    }));
  if (issues.length > 0) {
    throw new FieldError(issues);
  }
  const merged = mergePatch(
    omit(item, KEPT) as unknown as JsonObject,
    omit(patch, KEPT) as JsonObject,
  );
  const parsed = actionItemContentSchema.safeParse(merged);
  if (!parsed.success) {
    throw new FieldError(
      fieldIssues(parsed.error, {
        unknownField: 'is not a field of an action item',
      }),
    );
  }
  return {
    ...withCompletion(parsed.data, item, now),
    id: item.id,
    postmortemId: item.postmortemId,
  };
}

/**
 * Applies a merge patch to one action item of a document.
 *
 * @returns undefined when it changes nothing.
 * @throws FieldError that names each wrong field.
 */
export function patchActionItem(
  id: string,
  patch: JsonObject,
  content: StoredContent,
  now: string,
): Change | undefined {
  const actionItems = content.actionItems.map(item =>
    item.id === id.toLocaleLowerCase('en-US')
      ? patched(item, patch, now)
      : item,
  );
  return isEqual(actionItems, content.actionItems)
    ? undefined
    : { content: { ...content, actionItems } };
}
