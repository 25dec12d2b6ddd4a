import { usePermission } from '@backstage/plugin-permission-react';
import {
  type ActionItem,
  type ActionItemListEntry,
  postmortemCreatePermission,
} from 'backstage-plugin-postmortem-common';
import { type ItemEditing, useItemEditing } from '../ActionItem';

/** What can be done with the rows of the page. */
export interface PageEditing extends ItemEditing<ActionItemListEntry> {
  /** Whether it makes sense to offer changes; the backend has the last word. */
  isAllowed: boolean;
}

/** Keeps what is changed, or about to be, on the page of action items. */
export function usePageEditing(
  onSaved: (item: ActionItem) => void,
): PageEditing {
  const { allowed } = usePermission({ permission: postmortemCreatePermission });
  return {
    isAllowed: allowed,
    ...useItemEditing<ActionItemListEntry>(onSaved),
  };
}
