import type { PostmortemContent } from '../../schema/postmortem';
import { HeadingKey, LESSON_KINDS } from './headings';

/** The headings of the format below which this document has something. */
export function writtenHeadings(document: PostmortemContent): HeadingKey[] {
  const { impact, rootCause, followUp, lessons } = document;
  const terms = document.actionItems.map(({ term }) => term);
  const audiences = document.communications.map(({ audience }) => audience);
  const kinds = lessons.map(({ kind }) => kind);
  const has = new Map<HeadingKey, boolean>([
    ['summary', document.summary !== null],
    ['impact', impact.description !== null],
    ['business', impact.business !== null],
    ['detection', document.detection.description !== null],
    ['response', document.response.description !== null],
    ['resolution', document.resolution.description !== null],
    ['trigger', Boolean(rootCause.trigger?.description)],
    ['technical', rootCause.technical !== null],
    ['process', rootCause.process !== null],
    ['humanFactors', rootCause.humanFactors !== null],
    ['contributingFactors', rootCause.contributingFactors.length > 0],
    ['lessons', kinds.length > 0],
    ...LESSON_KINDS.map(kind => [kind, kinds.includes(kind)] as const),
    ['timeline', document.timeline.length > 0],
    ['actionItems', terms.length > 0],
    ['short', terms.includes('short')],
    ['long', terms.includes('long')],
    ['outcome', followUp.outcome !== null],
    ['documentation', followUp.documentation.length > 0],
    ['communication', audiences.length > 0],
    ['internal', audiences.includes('internal')],
    ['external', audiences.includes('external')],
    ['externalText', Boolean(document.externalVersion?.text)],
    ['links', document.links.length > 0],
    ['notes', document.notes !== null],
  ]);
  const any = (...keys: HeadingKey[]) => keys.some(key => has.get(key));
  has.set(
    'rootCause',
    any(
      'trigger',
      'technical',
      'process',
      'humanFactors',
      'contributingFactors',
    ),
  );
  has.set('followUp', any('outcome', 'documentation'));
  return [...has].flatMap(([key, written]) => (written ? [key] : []));
}
