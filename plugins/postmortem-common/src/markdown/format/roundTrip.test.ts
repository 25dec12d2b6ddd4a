import fc from 'fast-check';
import {
  postmortemInputSchema,
  type Postmortem,
} from '../../schema/postmortem';
import { arbitraryPostmortem } from '../__testUtils__/arbitraryPostmortem';
import { compareWords } from '../words/compareWords';
import { formatPostmortemMarkdown } from './write';
import { parsePostmortemMarkdown } from '../parsePostmortemMarkdown';

/** What people wrote of a stored postmortem: without what the server keeps. */
function writtenBy(postmortem: Postmortem) {
  const withoutId = <T extends { id: string }>(rows: T[]) =>
    rows.map(({ id, ...row }) => row);
  return {
    title: postmortem.title,
    severity: postmortem.severity,
    visibility: postmortem.visibility,
    incident: postmortem.incident,
    entities: postmortem.entities,
    teams: postmortem.teams,
    participants: postmortem.participants,
    summary: postmortem.summary,
    impact: postmortem.impact,
    detection: postmortem.detection,
    response: postmortem.response,
    resolution: postmortem.resolution,
    rootCause: postmortem.rootCause,
    lessons: withoutId(postmortem.lessons),
    timeline: withoutId(postmortem.timeline),
    actionItems: withoutId(postmortem.actionItems).map(
      ({ postmortemId, ...item }) => item,
    ),
    followUp: postmortem.followUp,
    communications: withoutId(postmortem.communications),
    externalVersion: postmortem.externalVersion,
    links: postmortem.links,
    tags: postmortem.tags,
    related: postmortem.related,
    notes: postmortem.notes,
  };
}

describe('export and import', () => {
  it('give back the same document, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryPostmortem, postmortem => {
        const markdown = formatPostmortemMarkdown(postmortem);
        const { input, status, warnings } = parsePostmortemMarkdown(markdown, {
          severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
        });
        expect(postmortemInputSchema.parse(input)).toEqual(
          writtenBy(postmortem),
        );
        expect(status).toBe(postmortem.status);
        expect(warnings).toEqual([]);
        expect(compareWords(markdown, input)).toEqual({
          lost: [],
          invented: [],
        });
      }),
      { numRuns: Number(process.env.RUNS ?? 40) },
    );
  }, 120_000);
});
