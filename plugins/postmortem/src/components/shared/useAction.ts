import { useState } from 'react';

/** Something that a reader started and that did not come off. */
export interface FailedAction {
  /** What did not come off, as a sentence: "PM-42 was not published". */
  title: string;
  error: Error;
  retry: () => void;
}

/** Runs what a reader starts, one thing at a time, and keeps what failed. */
export function useAction(): {
  isRunning: boolean;
  failure?: FailedAction;
  run: (failureTitle: string, action: () => Promise<void>) => Promise<void>;
} {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<FailedAction>();
  const run = async (title: string, action: () => Promise<void>) => {
    setRunning(true);
    setFailure(undefined);
    try {
      await action();
    } catch (error) {
      setFailure({
        title,
        error: error as Error,
        retry: () => run(title, action),
      });
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, failure, run };
}
