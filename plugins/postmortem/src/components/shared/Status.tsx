import { Badge } from '@backstage/ui';
import type { PostmortemStatus } from 'backstage-plugin-postmortem-common';
import {
  RiCheckDoubleLine,
  RiCheckLine,
  RiDraftLine,
  RiEyeLine,
  RiLock2Line,
} from '@remixicon/react';
import type { ReactElement } from 'react';

/** The names of the statuses as people read them. */
export const STATUS_NAMES: Record<PostmortemStatus, string> = {
  draft: 'Draft',
  in_review: 'In review',
  published: 'Published',
  closed: 'Closed',
};

const ICONS: Record<PostmortemStatus, ReactElement> = {
  draft: <RiDraftLine aria-hidden size={12} />,
  in_review: <RiEyeLine aria-hidden size={12} />,
  published: <RiCheckLine aria-hidden size={12} />,
  closed: <RiCheckDoubleLine aria-hidden size={12} />,
};

/** How far a postmortem has come. */
export function Status({ status }: { status: PostmortemStatus }) {
  return (
    <Badge size="small" icon={ICONS[status]}>
      {STATUS_NAMES[status]}
    </Badge>
  );
}

/** Says that a postmortem is not for everybody. */
export function Restricted() {
  return (
    <Badge size="small" icon={<RiLock2Line aria-hidden size={12} />}>
      Restricted
    </Badge>
  );
}
