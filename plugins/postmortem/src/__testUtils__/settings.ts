import type { Settings } from 'backstage-plugin-postmortem-common';

/** What a portal requires of a postmortem, kept to a few points. */
export function settings(): Settings {
  return {
    severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
    workflow: {
      in_review: { requires: ['severity', 'summary'], bySeverity: {} },
      published: {
        requires: ['rootCause', 'lessons'],
        bySeverity: { SEV1: ['actionItems'] },
        approvals: 0,
        approvalsBySeverity: {},
      },
      closed: { requires: [], bySeverity: {} },
    },
  };
}
