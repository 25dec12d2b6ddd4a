import { writtenParts } from './completeness';
import type { Part, PostmortemContent } from './schema/postmortem';
import type {
  MissingPoint,
  WorkflowPoint,
  WorkflowStep,
} from './schema/workflow';

/** What the points of the workflow look at. */
export type WorkflowContent = Omit<PostmortemContent, 'teams' | 'title'>;

interface PointCheck {
  isMet(content: WorkflowContent): boolean;
  /** What to do about it. */
  message: string;
}

const part = (name: Part, message: string): PointCheck => ({
  isMet: content => writtenParts(content).includes(name),
  message,
});

const time = (
  name: Exclude<keyof WorkflowContent['incident'], 'source'>,
  message: string,
): PointCheck => ({
  isMet: ({ incident }) => incident[name] !== null,
  message,
});

/**
 * Whether something shows that an action item is done: a sentence or a link
 * in `resolutionNote`, or a `trackerUrl`.
 */
export function hasEvidence({
  resolutionNote,
  trackerUrl,
}: Pick<
  WorkflowContent['actionItems'][number],
  'resolutionNote' | 'trackerUrl'
>): boolean {
  return resolutionNote !== null || trackerUrl !== null;
}

const CHECKS: Record<WorkflowPoint, PointCheck> = {
  severity: {
    isMet: ({ severity }) => severity !== null,
    message: 'Choose a severity',
  },
  entities: {
    isMet: ({ entities }) => entities.length > 0,
    message: 'Name at least one entity that was involved',
  },
  participants: {
    isMet: ({ participants }) => participants.length > 0,
    message: 'Name who took part',
  },
  'incident.startedAt': time('startedAt', 'Say when the impact began'),
  'incident.detectedAt': time('detectedAt', 'Say when it was detected'),
  'incident.declaredAt': time('declaredAt', 'Say when it was declared'),
  'incident.acknowledgedAt': time(
    'acknowledgedAt',
    'Say when it was acknowledged',
  ),
  'incident.mitigatedAt': time('mitigatedAt', 'Say when it was mitigated'),
  'incident.resolvedAt': time('resolvedAt', 'Say when it was resolved'),
  summary: part('summary', 'Say in a few sentences what happened'),
  impact: part('impact', 'Say what the impact was'),
  detection: part('detection', 'Say how it was detected'),
  response: part('response', 'Say how people responded'),
  resolution: part('resolution', 'Say what resolved it'),
  rootCause: part('rootCause', 'Say what caused it'),
  'rootCause.trigger': {
    isMet: ({ rootCause }) => rootCause.trigger !== null,
    message: 'Say what set it off',
  },
  'rootCause.contributingFactors': {
    isMet: ({ rootCause }) => rootCause.contributingFactors.length > 0,
    message: 'Name at least one contributing factor',
  },
  lessons: part('lessons', 'Write down at least one lesson'),
  timeline: part('timeline', 'Add at least one entry to the timeline'),
  actionItems: part('actionItems', 'Add at least one action item'),
  'actionItems.ownerRef': {
    isMet: ({ actionItems }) =>
      actionItems.every(({ ownerRef }) => ownerRef !== null),
    message: 'Give every action item an owner',
  },
  'actionItems.dueAt': {
    isMet: ({ actionItems }) =>
      actionItems.every(({ dueAt }) => dueAt !== null),
    message: 'Give every action item a date',
  },
  'actionItems.evidence': {
    isMet: ({ actionItems }) =>
      actionItems.every(item => item.status !== 'done' || hasEvidence(item)),
    message:
      'Say of every action item that is done what shows it, or link to where it was done',
  },
  communications: part('communication', 'Record what was communicated'),
  externalVersion: {
    isMet: ({ externalVersion }) => Boolean(externalVersion?.text),
    message: 'Write the version for people outside',
  },
  'followUp.reviewAt': {
    isMet: ({ followUp }) => followUp.reviewAt !== null,
    message: 'Say when the review is',
  },
  'followUp.heldAt': {
    isMet: ({ followUp }) => followUp.heldAt !== null,
    message: 'Say when the review was held',
  },
  'followUp.outcome': {
    isMet: ({ followUp }) => followUp.outcome !== null,
    message: 'Say what the review came to',
  },
};

/**
 * The points that a step requires of a postmortem of a severity, each once.
 */
export function requiredPoints(
  step: WorkflowStep,
  severity: string | null,
): WorkflowPoint[] {
  const ofSeverity =
    severity !== null && Object.hasOwn(step.bySeverity, severity)
      ? step.bySeverity[severity]
      : [];
  return [...new Set([...step.requires, ...ofSeverity])];
}

/**
 * Those of the points that the document lacks, in the order of the points,
 * each with what to do about it.
 */
export function missingPoints(
  content: WorkflowContent,
  points: WorkflowPoint[],
): MissingPoint[] {
  return points
    .filter(point => !CHECKS[point].isMet(content))
    .map(path => ({
      path,
      message: CHECKS[path].message,
      waivable: true,
    }));
}

/**
 * The action items that keep a postmortem from being closed: those that are
 * neither done nor, with a reason in `resolutionNote`, given up.
 */
export function unfinishedActionItems({
  actionItems,
}: {
  actionItems: Array<
    Pick<
      WorkflowContent['actionItems'][number],
      'title' | 'status' | 'resolutionNote'
    >
  >;
}): MissingPoint[] {
  return actionItems.flatMap(({ title, status, resolutionNote }, index) => {
    if (status === 'done') {
      return [];
    }
    if (status === 'wont_do') {
      return resolutionNote === null
        ? {
            path: `actionItems.${index}.resolutionNote`,
            message: `Say why "${title}" will not be done`,
            waivable: false,
          }
        : [];
    }
    return {
      path: `actionItems.${index}`,
      message: `"${title}" is not finished; finish it, or say why it will not be done`,
      waivable: false,
    };
  });
}
