import { ResponseError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';

/** The status of the answer that an error came from, if it was an answer. */
export function statusOf(error: Error): number | undefined {
  return error instanceof ResponseError ? error.statusCode : undefined;
}

/** Why something failed, in words for the reader. */
export function explainError(error: Error): string {
  if (error instanceof ResponseError) {
    return error.body.error.message;
  }
  // What `fetch` throws when nothing answers.
  if (error instanceof TypeError) {
    return 'The portal’s backend does not answer. What is on this page stays.';
  }
  return error.message;
}

/** Says what failed and why, and lets the reader try again. */
export function LoadError(props: {
  /** What could not be loaded, as a sentence's subject: "The postmortems". */
  what: string;
  error: Error;
  onRetry: () => void;
}) {
  const { what, error, onRetry } = props;
  const forbidden = statusOf(error) === 403;
  return (
    <Alert
      status={forbidden ? 'warning' : 'danger'}
      icon
      role="alert"
      title={
        forbidden
          ? `${what} are not for you to see`
          : `${what} could not be loaded`
      }
      description={explainError(error)}
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          Retry
        </Button>
      }
    />
  );
}
