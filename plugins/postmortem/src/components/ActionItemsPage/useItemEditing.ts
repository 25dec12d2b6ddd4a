import { usePermission } from '@backstage/plugin-permission-react';
import {
  type ActionItem,
  type ActionItemContent,
  type ActionItemListEntry,
  type ActionItemStatus,
  postmortemCreatePermission,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { type FailedItemChange, useItemChanges } from '../ActionItem';

type Closed = 'done' | 'wont_do';

/** What can be done with the rows of the page. */
export interface ItemEditing {
  /** Whether it makes sense to offer changes; the backend has the last word. */
  isAllowed: boolean;
  shown: (item: ActionItemListEntry) => ActionItemListEntry;
  failureOf: (item: ActionItem) => FailedItemChange | undefined;
  change: (item: ActionItem, changes: Partial<ActionItemContent>) => void;
  /** Sets a status; an end is asked for its evidence, or its reason, first. */
  setStatus: (item: ActionItem, status: ActionItemStatus) => void;
  closingOf: (item: ActionItem) => Closed | undefined;
  close: (item: ActionItem, status: Closed, note: string) => void;
  cancelClosing: () => void;
}

/** Keeps what is changed, or about to be, on the page of action items. */
export function useItemEditing(
  onSaved: (item: ActionItem) => void,
): ItemEditing {
  const { allowed } = usePermission({ permission: postmortemCreatePermission });
  const { shown, failureOf, change } =
    useItemChanges<ActionItemListEntry>(onSaved);
  const [closing, setClosing] = useState<{ id: string; status: Closed }>();
  return {
    isAllowed: allowed,
    shown,
    failureOf,
    change,
    setStatus: (item, status) => {
      if (status === 'done' || status === 'wont_do') {
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
