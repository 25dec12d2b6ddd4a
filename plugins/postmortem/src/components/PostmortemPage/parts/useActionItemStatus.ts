import { useApi } from '@backstage/core-plugin-api';
import type {
  ActionItem,
  ActionItemStatus,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../../api';

/** A change that the backend refused or that did not reach it. */
export interface FailedChange {
  status: ActionItemStatus;
  note?: string;
  error: Error;
}

/**
 * Changes the status of action items: shown at once, and taken back when it
 * does not come off.
 */
export function useActionItemStatus(onSaved: (item: ActionItem) => void): {
  /** The item as the reader sees it, with a change that is under way. */
  shown: (item: ActionItem) => ActionItem;
  failureOf: (item: ActionItem) => FailedChange | undefined;
  /** @param note - what shows that it is done, or why it will not be */
  change: (
    item: ActionItem,
    status: ActionItemStatus,
    note?: string,
  ) => Promise<void>;
} {
  const api = useApi(postmortemApiRef);
  const [pending, setPending] = useState<Record<string, ActionItemStatus>>({});
  const [failed, setFailed] = useState<Record<string, FailedChange>>({});

  const change = async (
    { id }: ActionItem,
    status: ActionItemStatus,
    note?: string,
  ) => {
    setPending(others => ({ ...others, [id]: status }));
    setFailed(({ [id]: _, ...others }) => others);
    try {
      onSaved(
        await api.patchActionItem(id, {
          status,
          ...(note && { resolutionNote: note }),
        }),
      );
    } catch (error) {
      setFailed(others => ({
        ...others,
        [id]: { status, note, error: error as Error },
      }));
    } finally {
      setPending(({ [id]: _, ...others }) => others);
    }
  };

  return {
    shown: item =>
      pending[item.id] ? { ...item, status: pending[item.id] } : item,
    failureOf: item => failed[item.id],
    change,
  };
}
