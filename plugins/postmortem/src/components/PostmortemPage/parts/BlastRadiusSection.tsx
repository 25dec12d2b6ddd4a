import { Skeleton } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { lazy, Suspense } from 'react';
import { PostmortemSection, type PartProps } from '../PostmortemSection';

const BlastRadius = lazy(() =>
  import('../../BlastRadius').then(m => ({ default: m.BlastRadius })),
);

/** Where the incident began, and how far it went. */
export function BlastRadiusSection(
  props: PartProps & { onChanged: (postmortem: Postmortem) => void },
) {
  return (
    <PostmortemSection name="blastRadius" title="Blast radius">
      <Suspense fallback={<Skeleton width="100%" height={240} />}>
        <BlastRadius {...props} />
      </Suspense>
    </PostmortemSection>
  );
}
