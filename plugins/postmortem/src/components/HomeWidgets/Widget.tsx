import { Skeleton, Text } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { LoadError } from '../shared';
import { useMyOverview } from './useMyOverview';

/** What a widget shows of the reader's overview, once that is there. */
export function Widget(props: {
  /** What it shows, as a sentence's subject. */
  what: string;
  /** Whether there is nothing to show. */
  isEmpty: (overview: Overview) => boolean;
  /** What would be here. */
  emptyText: string;
  children: (overview: Overview) => ReactNode;
}) {
  const { what, isEmpty, emptyText, children } = props;
  const { overview, error, retry } = useMyOverview();
  if (error) {
    return <LoadError what={what} error={error} onRetry={retry} />;
  }
  if (!overview) {
    return <Skeleton width="100%" height={160} />;
  }
  if (isEmpty(overview)) {
    return (
      <Text as="p" color="secondary">
        {emptyText}
      </Text>
    );
  }
  return <>{children(overview)}</>;
}
