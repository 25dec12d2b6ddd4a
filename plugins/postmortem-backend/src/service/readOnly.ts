import type { JsonObject } from '@backstage/types';
import {
  READ_ONLY_FIELDS,
  type FieldIssue,
  type Postmortem,
} from 'backstage-plugin-postmortem-common';
import { isEqual, omit, pick } from 'lodash';

const REMEDIES: Record<string, string> = {
  status: 'is kept by the server; use POST /postmortems/:id/transitions',
};

/** The patch without what the server keeps, and what it tries to change of that. */
export function splitReadOnly(
  patch: JsonObject,
  current: Postmortem,
): { writable: JsonObject; issues: FieldIssue[] } {
  const kept = pick(patch, READ_ONLY_FIELDS);
  const issues = Object.entries(kept)
    .filter(
      ([name, value]) => !isEqual(value, current[name as keyof Postmortem]),
    )
    .map(([path]) => ({
      path,
      message:
        REMEDIES[path] ?? 'is kept by the server; leave it out of the patch',
    }));
  return { writable: omit(patch, READ_ONLY_FIELDS) as JsonObject, issues };
}
