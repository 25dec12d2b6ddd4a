import {
  type ActionItem,
  type ActionItemContent,
  type ActionItemStatus,
  type FinishedStatus,
  isFinished,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { type FailedItemChange, useItemChanges } from './useItemChanges';

/** What can be done with action items where they are shown. */
export interface ItemEditing<T extends ActionItem = ActionItem> {
  /** The item as the reader sees it, with a change that is under way. */
  shown: (item: T) => T;
  failureOf: (item: ActionItem) => FailedItemChange | undefined;
  change: (item: ActionItem, changes: Partial<ActionItemContent>) => void;
  /** Sets a status; an end is asked for its evidence, or its reason, first. */
  setStatus: (item: ActionItem, status: ActionItemStatus) => void;
  closingOf: (item: ActionItem) => FinishedStatus | undefined;
  close: (item: ActionItem, status: FinishedStatus, note: string) => void;
  cancelClosing: () => void;
}

/**
 * Keeps what is changed of action items, or about to be.
 *
 * @param onSaved - called with the item as the backend has it now
 */
export function useItemEditing<T extends ActionItem>(
  onSaved: (item: ActionItem) => void,
): ItemEditing<T> {
  const { shown, failureOf, change } = useItemChanges<T>(onSaved);
  const [closing, setClosing] = useState<{
    id: string;
    status: FinishedStatus;
  }>();
  return {
    shown,
    failureOf,
    change,
    setStatus: (item, status) => {
      if (isFinished(status)) {
        setClosing({ id: item.id, status });
      } else {
        change(item, { status });
      }
    },
    closingOf: ({ id }) => (closing?.id === id ? closing.status : undefined),
    close: (item, status, note) => {
      setClosing(undefined);
      change(item, { status, resolutionNote: note });
    },
    cancelClosing: () => setClosing(undefined),
  };
}
