import type {
  MissingPoint,
  PostmortemStatus,
} from 'backstage-plugin-postmortem-common';
import { isOpen } from '../database/overdue';
import type { Kept, StoredContent } from '../database/rows';
import { TransitionError } from '../errors';

const STEPS: PostmortemStatus[] = ['draft', 'in_review', 'published', 'closed'];

function missingForPublished(content: StoredContent): MissingPoint[] {
  const missing: MissingPoint[] = [];
  const need = (there: boolean, path: string, message: string) => {
    if (!there) {
      missing.push({ path, message });
    }
  };
  need(content.title !== '', 'title', 'Give it a title');
  need(
    content.summary !== null,
    'summary',
    'Say in a few sentences what happened',
  );
  need(content.severity !== null, 'severity', 'Choose a severity');
  need(
    content.incident.startedAt !== null,
    'incident.startedAt',
    'Say when the impact began',
  );
  need(
    content.entities.length > 0,
    'entities',
    'Name at least one entity that was involved',
  );
  return missing;
}

function missingForClosed(content: StoredContent): MissingPoint[] {
  return content.actionItems.flatMap((item, index) =>
    isOpen(item)
      ? {
          path: `actionItems.${index}`,
          message: `"${item.title}" is not done yet; finish it or mark it wont_do`,
        }
      : [],
  );
}

/**
 * What the server keeps after a step, all steps forward one at a time, steps
 * back of any length.
 *
 * @throws TransitionError with everything that is missing for the step.
 */
export function takeStep(
  kept: Kept,
  content: StoredContent,
  to: PostmortemStatus,
  now: string,
): Pick<Kept, 'status' | 'publishedAt' | 'closedAt'> {
  const from = kept.status;
  if (from === to) {
    throw new TransitionError(`It is ${to} already`, [
      { path: 'status', message: `is ${to} already` },
    ]);
  }
  const distance = STEPS.indexOf(to) - STEPS.indexOf(from);
  const missing: MissingPoint[] = [];
  if (distance > 1) {
    const next = STEPS[STEPS.indexOf(from) + 1];
    missing.push({
      path: 'status',
      message: `From ${from} the next step is ${next}`,
    });
  }
  if (distance > 0 && STEPS.indexOf(to) >= STEPS.indexOf('published')) {
    missing.push(...missingForPublished(content));
  }
  if (to === 'closed') {
    missing.push(...missingForClosed(content));
  }
  if (missing.length > 0) {
    throw new TransitionError(
      `It cannot become ${to} yet: ${missing
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; ')}`,
      missing,
    );
  }
  return stepTimes(kept, to, now);
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
