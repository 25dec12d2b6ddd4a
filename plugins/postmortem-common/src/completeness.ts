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

/** For each part, whether something was written of it. */
const WRITTEN: Record<Part, (postmortem: Written) => boolean> = {
  summary: p => p.summary !== null,
  impact: p =>
    p.impact.description !== null ||
    p.impact.business !== null ||
    p.impact.usersAffected !== null ||
    p.impact.financial !== null,
  detection: p =>
    p.detection.method !== null || p.detection.description !== null,
  response: p => p.response.description !== null,
  resolution: p => p.resolution.description !== null,
  rootCause: p =>
    p.rootCause.technical !== null ||
    p.rootCause.process !== null ||
    p.rootCause.humanFactors !== null ||
    p.rootCause.trigger !== null ||
    p.rootCause.contributingFactors.length > 0,
  lessons: p => p.lessons.length > 0,
  actionItems: p => p.actionItems.length > 0,
  timeline: p => p.timeline.length > 0,
  followUp: p =>
    p.followUp.reviewAt !== null ||
    p.followUp.heldAt !== null ||
    p.followUp.outcome !== null ||
    p.followUp.documentation.length > 0,
  communication: p => p.communications.length > 0,
};

const PARTS = Object.keys(WRITTEN) as Part[];

/** The parts of which something was written, in the document's order. */
export function writtenParts(postmortem: Written): Part[] {
  return PARTS.filter(part => WRITTEN[part](postmortem));
}

/**
 * How much of a postmortem is written: the share of its parts of which
 * something was written, from 0 to 1, and the parts that are still missing.
 */
export function completeness(postmortem: Written): Completeness {
  const missing = PARTS.filter(part => !WRITTEN[part](postmortem));
  return {
    score: (PARTS.length - missing.length) / PARTS.length,
    missing,
  };
}
