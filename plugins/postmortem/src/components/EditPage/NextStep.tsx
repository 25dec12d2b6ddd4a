import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import {
  missingPoints,
  requiredPoints,
  unfinishedActionItems,
  type MissingPoint,
  type PostmortemContent,
  type PostmortemStatus,
  type Waiver,
  type Workflow,
} from 'backstage-plugin-postmortem-common';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { postmortemApiRef } from '../../api';
import { editorPartOf, NEXT_STEPS } from '../Workflow';
import styles from './EditPage.module.css';

/** What the next step of a postmortem is needed for, in words. */
const PURPOSES: Partial<Record<PostmortemStatus, string>> = {
  draft: 'for review',
  in_review: 'to publish',
  published: 'to close',
};

interface NextStep {
  /** "for review"; null when there is no step to come. */
  purpose: string | null;
  /** What the step needs that is not there. */
  missing: readonly MissingPoint[];
}

const NextStepContext = createContext<NextStep>({ purpose: null, missing: [] });

function missingFor(
  workflow: Workflow,
  content: PostmortemContent,
  status: PostmortemStatus,
  waivers: readonly Waiver[],
): MissingPoint[] {
  const to = NEXT_STEPS[status]?.to;
  if (to === undefined || to === 'draft') {
    return [];
  }
  const waived = new Set<string>(waivers.map(({ path }) => path));
  const points = requiredPoints(workflow[to], content.severity);
  return [
    ...missingPoints(
      content,
      points.filter(point => !waived.has(point)),
    ),
    ...(to === 'closed' ? unfinishedActionItems(content) : []),
  ];
}

/** Tells what is below it what the next step of the workflow needs. */
export function NextStepProvider(props: {
  content: PostmortemContent;
  status: PostmortemStatus;
  waivers: readonly Waiver[];
  children: ReactNode;
}) {
  const { content, status, waivers, children } = props;
  const api = useApi(postmortemApiRef);
  const { value: settings } = useAsync(() => api.getSettings(), [api]);
  const missing = useMemo(
    () =>
      settings ? missingFor(settings.workflow, content, status, waivers) : [],
    [settings, content, status, waivers],
  );
  // Typing must redraw nothing as long as the same is missing.
  const words = JSON.stringify(missing);
  const value = useMemo(
    () => ({
      purpose: PURPOSES[status] ?? null,
      missing: JSON.parse(words) as MissingPoint[],
    }),
    [status, words],
  );
  return (
    <NextStepContext.Provider value={value}>
      {children}
    </NextStepContext.Provider>
  );
}

export function useNextStep(): NextStep {
  return useContext(NextStepContext);
}

/** The id of the section in which a missing point is mended. */
export function sectionOfPoint({ path }: MissingPoint): string {
  return `part-${editorPartOf(path)}`;
}

/** Says beside a heading that the next step needs something below it. */
export function NeededMark({ id }: { id: string }) {
  const { purpose, missing } = useNextStep();
  const isNeeded = missing.some(point => sectionOfPoint(point) === id);
  return isNeeded ? (
    <Text variant="body-small" color="secondary" className={styles.needed}>
      needed {purpose}
    </Text>
  ) : null;
}
