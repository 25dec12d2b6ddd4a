import { postmortemInputSchema } from '../../schema/postmortem';
import {
  parsePostmortemMarkdown,
  ParseOptions,
} from '../parsePostmortemMarkdown';
import { compareWords } from '../words/compareWords';

const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];

/**
 * Reads a document as an import does, and holds it to what is promised of
 * any: it can be stored, no word is lost or invented, and each word found its
 * place without the safety net.
 */
export function read(markdown: string, options: Partial<ParseOptions> = {}) {
  const parsed = parsePostmortemMarkdown(markdown, {
    severities: SEVERITIES,
    ...options,
  });
  const document = postmortemInputSchema.parse(parsed.input);
  expect(compareWords(markdown, document)).toEqual({ lost: [], invented: [] });
  expect(parsed.warnings.join('\n')).not.toContain('found no place');
  return { ...parsed, document };
}

/** The entries of a timeline as short lines. */
export function entries({ document }: ReturnType<typeof read>): string[] {
  return document.timeline.map(
    ({ at, text }) => `${at?.slice(0, 16) ?? '-'} ${text}`,
  );
}

/** Titles of the action items. */
export function titles({ document }: ReturnType<typeof read>): string[] {
  return document.actionItems.map(({ title }) => title);
}

/** The lessons by their kind. */
export function lessons({ document }: ReturnType<typeof read>): string[] {
  return document.lessons.map(({ kind, text }) => `${kind}: ${text}`);
}
