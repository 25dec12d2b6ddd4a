import fc from 'fast-check';
import { postmortemInputSchema } from '../../schema/postmortem';
import { arbitraryDocument } from '../__testUtils__/arbitraryDocument';
import { normalizeText } from '../text';
import { compareWords } from '../words/compareWords';
import { importMarkdown } from './importMarkdown';

describe('importMarkdown', () => {
  it('loses and invents no word, whatever the document', () => {
    fc.assert(
      fc.property(arbitraryDocument, markdown => {
        const { input } = importMarkdown(normalizeText(markdown), {
          severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
        });
        expect(
          compareWords(markdown, postmortemInputSchema.parse(input)),
        ).toEqual({ lost: [], invented: [] });
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  }, 120_000);
});
