import {
  completeness,
  explainCompleteness,
  writtenParts,
} from './completeness';
import { partSchema, postmortemInputSchema } from './schema';

const document = (input: object = {}) =>
  postmortemInputSchema.parse({ title: 'An outage', ...input });

const WRITTEN: Record<string, object> = {
  summary: { summary: 'What happened' },
  impact: { impact: { usersAffected: 0 } },
  detection: { detection: { method: 'customer' } },
  response: { response: { description: 'Who did what' } },
  resolution: { resolution: { description: 'A rollback' } },
  rootCause: { rootCause: { humanFactors: 'Two alike names' } },
  lessons: { lessons: [{ kind: 'went_well', text: 'The alert' }] },
  actionItems: { actionItems: [{ title: 'Rename one' }] },
  timeline: { timeline: [{ kind: 'event', text: 'A deploy' }] },
  followUp: { followUp: { reviewAt: '2026-11-24T10:15:00Z' } },
  communication: { communications: [{ audience: 'internal', text: 'Hello' }] },
};

describe('completeness', () => {
  it('knows every part', () => {
    expect(Object.keys(WRITTEN)).toEqual(partSchema.options);
    expect(completeness(document())).toEqual({
      score: 0,
      missing: partSchema.options,
    });
    const all = document(Object.assign({}, ...Object.values(WRITTEN)));
    expect(completeness(all)).toEqual({ score: 1, missing: [] });
    expect(writtenParts(all)).toEqual(partSchema.options);
  });

  it.each(Object.entries(WRITTEN))('explains %s', (part, input) => {
    const parts = explainCompleteness(document(input));
    const { score, missing } = completeness(document(input));
    const written = parts.filter(each => each.written);
    expect(written.map(each => each.part)).toEqual([part]);
    expect(written[0].share).toBeCloseTo(score);
    expect(missing).not.toContain(part);
    for (const each of parts) {
      expect([each.part, each.explanation === null]).toEqual([
        each.part,
        each.written,
      ]);
    }
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('counts the cause for more than the follow-up', () => {
    expect(completeness(document(WRITTEN.rootCause)).score).toBeGreaterThan(
      completeness(document(WRITTEN.followUp)).score,
    );
  });
});
