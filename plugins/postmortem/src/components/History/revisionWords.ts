import type { Revision } from 'backstage-plugin-postmortem-common';

/** What a write did, as people say it. */
export const ACTION_WORDS: Record<Revision['action'], string> = {
  created: 'Created',
  imported: 'Imported',
  updated: 'Changed',
  transitioned: 'Moved to another status',
  deleted: 'Deleted',
  restored: 'Brought back',
};

const NAMES: Record<string, string> = {
  actionItems: 'action items',
  externalVersion: 'external version',
  followUp: 'follow-up',
  rootCause: 'root cause',
};

/** The parts that a write changed, as a list in words. */
export function changedParts(revision: Revision): string {
  return revision.changedFields.map(field => NAMES[field] ?? field).join(', ');
}
