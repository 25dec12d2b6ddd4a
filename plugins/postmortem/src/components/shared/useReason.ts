import { useState } from 'react';

/** A reason that is being written, and the way on once there is one. */
export interface WrittenReason {
  /** For the field that it is written in. */
  field: {
    value: string;
    onChange: (reason: string) => void;
    validate: () => string | null;
  };
  finish: () => void;
}

/**
 * Keeps a reason, and lets nobody go on without one.
 *
 * @param missing - what is said where there is none
 */
export function useReason(
  missing: string,
  onConfirm: (reason: string) => void,
): WrittenReason {
  const [value, setValue] = useState('');
  const [isRefused, setRefused] = useState(false);
  const reason = value.trim();
  return {
    field: {
      value,
      onChange: setValue,
      validate: () => (isRefused && reason === '' ? missing : null),
    },
    finish: () => {
      if (reason === '') {
        setRefused(true);
      } else {
        onConfirm(reason);
      }
    },
  };
}
