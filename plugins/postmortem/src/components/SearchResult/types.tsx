import {
  RiFileSearchLine,
  RiLightbulbLine,
  RiTaskLine,
} from '@remixicon/react';
import {
  POSTMORTEM_SEARCH_TYPES,
  type PostmortemSearchFields,
  type PostmortemSearchType,
} from 'backstage-plugin-postmortem-common';
import type { ReactElement } from 'react';

/** How each type of result is named, and its icon. */
export const SEARCH_TYPES: Record<
  PostmortemSearchType,
  { name: string; icon: ReactElement }
> = {
  postmortem: { name: 'Postmortems', icon: <RiFileSearchLine aria-hidden /> },
  'postmortem-lesson': {
    name: 'Lessons',
    icon: <RiLightbulbLine aria-hidden />,
  },
  'postmortem-action-item': {
    name: 'Action items',
    icon: <RiTaskLine aria-hidden />,
  },
};

/** What a single result is, in words and as an icon. */
export const PARTS: Record<
  PostmortemSearchFields['part'],
  { name: string; icon: ReactElement }
> = {
  postmortem: { ...SEARCH_TYPES.postmortem, name: 'Postmortem' },
  lesson: { ...SEARCH_TYPES['postmortem-lesson'], name: 'Lesson' },
  actionItem: {
    ...SEARCH_TYPES['postmortem-action-item'],
    name: 'Action item',
  },
};

/** Whether a result is one that this plugin shows. */
export function isPostmortemResult({ type }: { type: string }): boolean {
  return POSTMORTEM_SEARCH_TYPES.some(known => known === type);
}
