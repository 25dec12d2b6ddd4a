import { ResponseError } from '@backstage/errors';
import {
  fieldIssuesOf,
  StaleVersionError,
  type FieldIssue,
  type Postmortem,
} from 'backstage-plugin-postmortem-common';

/** Why a request to save failed, by what is to be done about it. */
export type Failure =
  /** Somebody else wrote first: merge. */
  | { kind: 'stale'; current: Postmortem }
  /** No answer, or none of the postmortem backend: the write may have happened. */
  | { kind: 'unreachable' }
  /** The session ended: nothing was written. */
  | { kind: 'signedOut' }
  /** Not for this person, or not there any more: nothing was written. */
  | { kind: 'refused'; status: 403 | 404 }
  /** Wrong fields: nothing was written. */
  | { kind: 'invalid'; issues: FieldIssue[] }
  /** Anything else that the backend says no to: nothing was written. */
  | { kind: 'rejected'; message: string };

const IN_WORDS: Record<number, string> = {
  409: 'The postmortem is in a state in which it cannot be changed.',
  413: 'The postmortem is too long to be saved. Shorten it, or move a part to a document of its own and link that.',
  415: 'The portal’s backend does not understand this version of the editor. Reload the page; the text is kept.',
};

function failureOfStatus(error: ResponseError): Failure {
  const { statusCode: status } = error;
  const issues = fieldIssuesOf(error);
  if (status === 401) {
    return { kind: 'signedOut' };
  }
  if (status === 403 || status === 404) {
    return { kind: 'refused', status };
  }
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: 'unreachable' };
  }
  if (issues.length > 0) {
    return { kind: 'invalid', issues };
  }
  return {
    kind: 'rejected',
    message: IN_WORDS[status] ?? error.body.error.message,
  };
}

/** Says what a failed request means for what somebody wrote. */
export function failureOf(error: unknown): Failure {
  if (error instanceof StaleVersionError && error.current) {
    return { kind: 'stale', current: error.current };
  }
  if (error instanceof ResponseError) {
    return failureOfStatus(error);
  }
  if (error instanceof Error && error.name === 'AuthenticationError') {
    return { kind: 'signedOut' };
  }
  return { kind: 'unreachable' };
}
