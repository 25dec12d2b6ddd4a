import { ResponseError } from '@backstage/errors';

// What is asked again: the backend may still be starting (its routes are not
// there, its keys are not known), be busy, or be down.
const WORTH_ANOTHER_TRY = new Set([401, 404, 408, 425, 429]);

/** Whether an answer says that the document itself is not acceptable. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    !WORTH_ANOTHER_TRY.has(error.statusCode)
  );
}
