import type {
  Completeness,
  Part,
  PostmortemContent,
} from './schema/postmortem';

type Written = Pick<
  PostmortemContent,
  | 'summary'
  | 'impact'
  | 'detection'
  | 'response'
  | 'resolution'
  | 'rootCause'
  | 'lessons'
  | 'actionItems'
  | 'timeline'
  | 'followUp'
  | 'communications'
>;

/** What completeness knows of a part. */
interface PartCheck {
  /** How much a reader misses without it, as against the other parts. */
  weight: number;
  isWritten(postmortem: Written): boolean;
  /** What a reader misses without it. */
  missing: string;
}

const CHECKS: Record<Part, PartCheck> = {
  summary: {
    weight: 2,
    isWritten: p => p.summary !== null,
    missing: 'Nobody can tell in a minute what happened.',
  },
  impact: {
    weight: 2,
    isWritten: p =>
      p.impact.description !== null ||
      p.impact.business !== null ||
      p.impact.usersAffected !== null ||
      p.impact.financial !== null,
    missing: 'It does not say who was affected, and how much.',
  },
  detection: {
    weight: 1,
    isWritten: p =>
      p.detection.method !== null || p.detection.description !== null,
    missing: 'It does not say how it was noticed.',
  },
  response: {
    weight: 1,
    isWritten: p => p.response.description !== null,
    missing: 'It does not say what people did, and what they knew then.',
  },
  resolution: {
    weight: 1,
    isWritten: p => p.resolution.description !== null,
    missing: 'It does not say what ended it.',
  },
  rootCause: {
    weight: 3,
    isWritten: p =>
      p.rootCause.technical !== null ||
      p.rootCause.process !== null ||
      p.rootCause.humanFactors !== null ||
      p.rootCause.trigger !== null ||
      p.rootCause.contributingFactors.length > 0,
    missing: 'It does not say why it could happen.',
  },
  lessons: {
    weight: 2,
    isWritten: p => p.lessons.length > 0,
    missing: 'Nobody else can learn from it.',
  },
  actionItems: {
    weight: 3,
    isWritten: p => p.actionItems.length > 0,
    missing: 'Nothing keeps it from happening again.',
  },
  timeline: {
    weight: 2,
    isWritten: p => p.timeline.length > 0,
    missing: 'The course of events cannot be followed.',
  },
  followUp: {
    weight: 1,
    isWritten: p =>
      p.followUp.reviewAt !== null ||
      p.followUp.heldAt !== null ||
      p.followUp.outcome !== null ||
      p.followUp.documentation.length > 0,
    missing: 'It is not planned when people talk about it.',
  },
  communication: {
    weight: 1,
    isWritten: p => p.communications.length > 0,
    missing: 'It does not say who was told what.',
  },
};

const PARTS = Object.keys(CHECKS) as Part[];
const TOTAL_WEIGHT = PARTS.reduce((sum, part) => sum + CHECKS[part].weight, 0);

/** The parts of which something was written, in the document's order. */
export function writtenParts(postmortem: Written): Part[] {
  return PARTS.filter(part => CHECKS[part].isWritten(postmortem));
}

/** What one part adds to the completeness of a postmortem. */
export interface PartCompleteness {
  part: Part;
  /** The share of the score that it stands for, from 0 to 1. */
  share: number;
  written: boolean;
  /** What a reader misses without it, in a sentence; null when written. */
  explanation: string | null;
}

/**
 * Why a postmortem is as complete as {@link completeness} says: each part in the
 * document's order, and what is missing without it. The shares of the written
 * parts add up to the score.
 */
export function explainCompleteness(postmortem: Written): PartCompleteness[] {
  return PARTS.map(part => {
    const { weight, isWritten, missing } = CHECKS[part];
    const written = isWritten(postmortem);
    return {
      part,
      share: weight / TOTAL_WEIGHT,
      written,
      explanation: written ? null : missing,
    };
  });
}

/**
 * How much of a postmortem is written: the weighted share of its parts of
 * which something was written, from 0 to 1, and the parts that are missing.
 */
export function completeness(postmortem: Written): Completeness {
  const missing = PARTS.filter(part => !CHECKS[part].isWritten(postmortem));
  const lost = missing.reduce((sum, part) => sum + CHECKS[part].weight, 0);
  return { score: (TOTAL_WEIGHT - lost) / TOTAL_WEIGHT, missing };
}
