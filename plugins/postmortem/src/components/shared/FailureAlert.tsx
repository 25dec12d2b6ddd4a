import { Alert, Button } from '@backstage/ui';
import { explainError } from './LoadError';
import type { FailedAction } from './useAction';

/** Says what did not come off and why, and lets the reader try again. */
export function FailureAlert({ failure }: { failure: FailedAction }) {
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={failure.title}
      description={explainError(failure.error)}
      customActions={
        <Button size="small" variant="secondary" onPress={failure.retry}>
          Retry
        </Button>
      }
    />
  );
}
