import { CustomErrorBase, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  FieldIssue,
  MissingPoint,
  Postmortem,
} from 'backstage-plugin-postmortem-common';

/** A 400 that names each wrong field, and why it is wrong. */
export class FieldError extends InputError {
  readonly issues: FieldIssue[];

  constructor(issues: FieldIssue[]) {
    super(
      issues
        .map(({ path, message }) => (path ? `${path}: ${message}` : message))
        .join('; '),
    );
    this.issues = issues;
  }
}

/** An error whose answer has a status or a body of its own. */
export abstract class AnswerError extends CustomErrorBase {
  abstract readonly statusCode: number;
  /** What the answer carries beside `error`. */
  readonly body: JsonObject = {};
}

/** 409: the step asked for cannot be taken yet. */
export class TransitionError extends AnswerError {
  name = 'ConflictError' as const;
  readonly statusCode = 409;
  readonly body: { missing: MissingPoint[] };

  constructor(message: string, missing: MissingPoint[]) {
    super(message);
    this.body = { missing };
  }
}

/** 412: somebody else wrote first. */
export class StaleVersionError extends AnswerError {
  name = 'PreconditionFailedError' as const;
  readonly statusCode = 412;
  readonly body: JsonObject;

  constructor(current: Postmortem) {
    super(
      `${current.key} is at version ${current.version} now; put the change on top of it and send If-Match: "${current.version}"`,
    );
    this.body = { current: current as unknown as JsonObject };
  }
}

/** 428: the write does not say which version it changes. */
export class PreconditionRequiredError extends AnswerError {
  name = 'PreconditionRequiredError' as const;
  readonly statusCode = 428;

  constructor() {
    super(
      'Send the version that the change is made to, as the header If-Match: "<version>" (the ETag of the document that was read)',
    );
  }
}

/** 413: more than the backend takes. */
export class PayloadTooLargeError extends AnswerError {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/** 415: a body of another type than the route takes. */
export class UnsupportedMediaTypeError extends AnswerError {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}
