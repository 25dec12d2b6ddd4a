import {
  missingPoints,
  requiredPoints,
  unfinishedActionItems,
  type Approvals,
  type MissingPoint,
  type PostmortemStatus,
  type Transition,
  type Waiver,
  type Workflow,
} from 'backstage-plugin-postmortem-common';
import type { Kept, StoredContent, StoredPostmortem } from '../database/rows';
import { TransitionError } from '../errors';

const STEPS: PostmortemStatus[] = ['draft', 'in_review', 'published', 'closed'];

/** What a step is judged by, beside the document. */
export interface StepContext {
  workflow: Workflow;
  /** How far the reviewers are. */
  approvals: Approvals;
  author: string;
  now: string;
}

function missingApprovals({
  required,
  given,
  changesRequestedBy,
}: Approvals): MissingPoint[] {
  if (required === 0) {
    return [];
  }
  const need = `${required} approval${required === 1 ? '' : 's'}`;
  const missing: string[] = [];
  if (given < required) {
    missing.push(`It needs ${need} of the text as it is and has ${given}`);
  }
  if (changesRequestedBy.length > 0) {
    missing.push(`${changesRequestedBy.join(', ')} asked for changes`);
  }
  return missing.length > 0
    ? [{ path: 'reviews', message: missing.join('; '), waivable: true }]
    : [];
}

/** What this step requires, and the steps before it. */
function missingForStep(
  content: StoredContent,
  to: PostmortemStatus,
  { workflow, approvals }: StepContext,
): MissingPoint[] {
  const steps = (['in_review', 'published', 'closed'] as const).filter(
    step => STEPS.indexOf(step) <= STEPS.indexOf(to),
  );
  const points = steps.flatMap(step =>
    requiredPoints(workflow[step], content.severity),
  );
  return [
    ...missingPoints(content, [...new Set(points)]),
    ...(to === 'published' ? missingApprovals(approvals) : []),
    ...(to === 'closed' ? unfinishedActionItems(content) : []),
  ];
}

/** The waivers of points that are in fact missing, as they are kept. */
function freshWaivers(
  missing: MissingPoint[],
  { to, waivers = [] }: Transition,
  { author, now }: StepContext,
): Waiver[] {
  const waivable = new Set(
    missing.filter(point => point.waivable).map(({ path }) => path),
  );
  const reasons = new Map(
    waivers
      .filter(({ path }) => waivable.has(path))
      .map(({ path, reason }) => [path, reason] as const),
  );
  return [...reasons].map(([path, reason]) => ({
    path,
    reason,
    waivedBy: author,
    waivedAt: now,
    to,
  }));
}

function refuse(to: PostmortemStatus, missing: MissingPoint[]): never {
  throw new TransitionError(
    `It cannot become ${to} yet: ${missing
      .map(({ path, message }) => `${path}: ${message}`)
      .join('; ')}`,
    missing,
  );
}

/** What is wrong with the step itself, whatever the document says. */
function missingForOrder(
  from: PostmortemStatus,
  { to, reason }: Transition,
): MissingPoint[] {
  const distance = STEPS.indexOf(to) - STEPS.indexOf(from);
  if (distance > 1) {
    const next = STEPS[STEPS.indexOf(from) + 1];
    return [
      {
        path: 'status',
        message: `From ${from} the next step is ${next}`,
        waivable: false,
      },
    ];
  }
  return distance < 0 && !reason
    ? [{ path: 'reason', message: 'Say why it goes back', waivable: false }]
    : [];
}

/**
 * What the server keeps after a step, all steps forward one at a time, steps
 * back of any length and with a reason.
 *
 * @throws TransitionError with everything that is missing for the step.
 */
export function takeStep(
  { kept, content }: StoredPostmortem,
  step: Transition,
  context: StepContext,
): Pick<Kept, 'status' | 'publishedAt' | 'closedAt' | 'waivers'> {
  const { to } = step;
  if (kept.status === to) {
    throw new TransitionError(`It is ${to} already`, [
      { path: 'status', message: `is ${to} already`, waivable: false },
    ]);
  }
  const isForward = STEPS.indexOf(to) > STEPS.indexOf(kept.status);
  const waivedBefore = new Set(
    kept.waivers
      // Approvals are of a text; without them it goes this once.
      .filter(({ path }) => path !== 'reviews')
      .map(({ path }) => path),
  );
  const missing = isForward
    ? missingForStep(content, to, context).filter(
        ({ path }) => !waivedBefore.has(path),
      )
    : [];
  const waivers = freshWaivers(missing, step, context);
  const waived = new Set(waivers.map(({ path }) => path));
  const left = [
    ...missingForOrder(kept.status, step),
    ...missing.filter(({ path }) => !waived.has(path)),
  ];
  if (left.length > 0) {
    refuse(to, left);
  }
  return {
    ...stepTimes(kept, to, context.now),
    waivers: [...kept.waivers, ...waivers],
  };
}

/** The times that go with a status. */
export function stepTimes(
  kept: Pick<Kept, 'publishedAt'>,
  status: PostmortemStatus,
  now: string,
): Pick<Kept, 'status' | 'publishedAt' | 'closedAt'> {
  const isPublic = status === 'published' || status === 'closed';
  return {
    status,
    publishedAt: kept.publishedAt ?? (isPublic ? now : null),
    closedAt: status === 'closed' ? now : null,
  };
}
