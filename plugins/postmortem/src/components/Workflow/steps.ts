import type { PostmortemStatus } from 'backstage-plugin-postmortem-common';

/** A change of status that the page offers. */
export interface Step {
  to: PostmortemStatus;
  /** What the reader does. */
  name: string;
  /** What is said when it fails, after the key. */
  failure: string;
  /** What is said when something is missing for it, after the key. */
  refusal: string;
}

/** The step forward from each status; the last one has none. */
export const NEXT_STEPS: Record<PostmortemStatus, Step | null> = {
  draft: {
    to: 'in_review',
    name: 'Send to review',
    failure: 'was not sent to review',
    refusal: 'cannot be sent to review yet',
  },
  in_review: {
    to: 'published',
    name: 'Publish',
    failure: 'was not published',
    refusal: 'cannot be published yet',
  },
  published: {
    to: 'closed',
    name: 'Close',
    failure: 'was not closed',
    refusal: 'cannot be closed yet',
  },
  closed: null,
};

/** The step back from each status; the first one has none. */
export const BACK_STEPS: Record<PostmortemStatus, Step | null> = {
  draft: null,
  in_review: {
    to: 'draft',
    name: 'Back to draft',
    failure: 'was not taken back to a draft',
    refusal: 'cannot go back to a draft',
  },
  published: {
    to: 'draft',
    name: 'Reopen as a draft',
    failure: 'was not reopened',
    refusal: 'cannot be reopened',
  },
  closed: {
    to: 'published',
    name: 'Reopen',
    failure: 'was not reopened',
    refusal: 'cannot be reopened',
  },
};
