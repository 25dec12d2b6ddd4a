import { CustomErrorBase } from '@backstage/errors';
import type { FieldIssue, MissingPoint, Postmortem } from '../schema';

/** Somebody else wrote first; `current` is the document as it is now. */
export class StaleVersionError extends CustomErrorBase {
  name = 'StaleVersionError' as const;
  readonly current: Postmortem;

  constructor(message: string | undefined, current: Postmortem) {
    super(message ?? 'The postmortem was changed in the meantime');
    this.current = current;
  }
}

function bodyOf(error: unknown): Record<string, any> | undefined {
  return (error as { body?: Record<string, any> } | undefined)?.body;
}

/** The wrong fields that a refused request named; empty for other errors. */
export function fieldIssuesOf(error: unknown): FieldIssue[] {
  return bodyOf(error)?.error?.issues ?? [];
}

/** What a refused transition said is missing; empty for other errors. */
export function missingPointsOf(error: unknown): MissingPoint[] {
  return bodyOf(error)?.missing ?? [];
}
