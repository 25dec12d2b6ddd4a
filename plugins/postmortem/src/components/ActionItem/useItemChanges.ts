import { useApi } from '@backstage/core-plugin-api';
import type {
  ActionItem,
  ActionItemContent,
} from 'backstage-plugin-postmortem-common';
import { useCallback, useState } from 'react';
import { postmortemApiRef } from '../../api';

type Changes = Partial<ActionItemContent>;

/** A change that the backend refused or that did not reach it. */
export interface FailedItemChange {
  changes: Changes;
  error: Error;
}

/**
 * Changes action items where they are shown: at once, and taken back when it
 * does not come off.
 *
 * @param onSaved - called with the item as the backend has it now
 */
export function useItemChanges<T extends ActionItem>(
  onSaved: (item: ActionItem) => void,
): {
  /** The item as the reader sees it, with a change that is under way. */
  shown: (item: T) => T;
  failureOf: (item: ActionItem) => FailedItemChange | undefined;
  change: (item: ActionItem, changes: Changes) => Promise<void>;
} {
  const api = useApi(postmortemApiRef);
  const [pending, setPending] = useState<Record<string, Changes>>({});
  const [failed, setFailed] = useState<Record<string, FailedItemChange>>({});

  const change = useCallback(
    async ({ id }: ActionItem, changes: Changes) => {
      setPending(others => ({ ...others, [id]: changes }));
      setFailed(({ [id]: _, ...others }) => others);
      try {
        onSaved(await api.patchActionItem(id, changes));
      } catch (error) {
        setFailed(others => ({
          ...others,
          [id]: { changes, error: error as Error },
        }));
      } finally {
        setPending(({ [id]: _, ...others }) => others);
      }
    },
    [api, onSaved],
  );

  return {
    shown: item => (pending[item.id] ? { ...item, ...pending[item.id] } : item),
    failureOf: item => failed[item.id],
    change,
  };
}
