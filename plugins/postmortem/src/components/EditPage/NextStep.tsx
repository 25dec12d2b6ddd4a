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
import { editorPartOf } from '../Workflow';
import styles from './EditPage.module.css';

/** What the steps need something for, in words. */
const PURPOSES: Record<keyof Workflow, string> = {
  in_review: 'for review',
  published: 'to publish',
  closed: 'to close',
};

/**
 * The steps to come, up to the next at which something is decided: who writes
 * a draft has its publication in mind.
 */
const STEPS_AHEAD: Record<PostmortemStatus, Array<keyof Workflow>> = {
  draft: ['in_review', 'published'],
  in_review: ['published'],
  published: ['closed'],
  closed: [],
};

interface NextStep {
  /** "for review"; null when nothing is missing. */
  purpose: string | null;
  /** What the step needs that is not there. */
  missing: readonly MissingPoint[];
}

const NOTHING: NextStep = { purpose: null, missing: [] };

const NextStepContext = createContext<NextStep>(NOTHING);

function missingFor(
  to: keyof Workflow,
  workflow: Workflow,
  content: PostmortemContent,
  waivers: readonly Waiver[],
): MissingPoint[] {
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

function nextStep(
  workflow: Workflow,
  content: PostmortemContent,
  status: PostmortemStatus,
  waivers: readonly Waiver[],
): NextStep {
  const steps = STEPS_AHEAD[status].map(to => ({
    purpose: PURPOSES[to],
    missing: missingFor(to, workflow, content, waivers),
  }));
  return steps.find(({ missing }) => missing.length > 0) ?? NOTHING;
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
  const step = useMemo(
    () =>
      settings
        ? nextStep(settings.workflow, content, status, waivers)
        : NOTHING,
    [settings, content, status, waivers],
  );
  // Typing must redraw nothing as long as the same is missing.
  const words = JSON.stringify(step);
  const value = useMemo(() => JSON.parse(words) as NextStep, [words]);
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
