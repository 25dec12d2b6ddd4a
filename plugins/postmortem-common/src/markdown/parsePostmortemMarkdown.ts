import { writtenParts } from '../completeness';
import {
  Part,
  PostmortemInput,
  postmortemInputSchema,
  PostmortemStatus,
} from '../schema/postmortem';
import { parseFrontMatter } from './format/frontMatter';
import { readDocument, ReadDocument } from './format/read';
import { importMarkdown } from './import/importMarkdown';
import { normalizeText } from './text';
import { compareWords } from './words/compareWords';

/**
 * What an import may know beside the document.
 *
 * @public
 */
export type ParseOptions = {
  /** The severities of the portal, most severe first. */
  severities: string[];
  /** The name of the file, in which many archives state the date. */
  fileName?: string;
  /**
   * The zone of times for which the document states none, as an IANA name;
   * UTC when left out.
   */
  defaultTimezone?: string;
};

/**
 * A postmortem as it was read from markdown.
 *
 * @public
 */
export type ParsedPostmortem = {
  input: PostmortemInput;
  /** The status that the document states of itself; a draft otherwise. */
  status: PostmortemStatus;
  /** The parts of which something was recognized. */
  parts: Part[];
  /** What a person should look at: what was assumed, or not understood. */
  warnings: string[];
};

const FRONT_MATTER = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

function readOwn(text: string): ReadDocument | undefined {
  const yaml = FRONT_MATTER.exec(text)?.[1];
  const fields = yaml === undefined ? undefined : parseFrontMatter(yaml);
  return fields && readDocument(text, fields);
}

/** Adds to the notes what no field holds, should a reader have missed it. */
function withLostWords(text: string, read: ReadDocument): ReadDocument {
  if (!postmortemInputSchema.safeParse(read.input).success) {
    return read;
  }
  const { lost } = compareWords(text, read.input);
  if (lost.length === 0) {
    return read;
  }
  const notes = [read.input.notes ?? '', lost.join(' ')];
  return {
    ...read,
    input: { ...read.input, notes: notes.filter(Boolean).join('\n\n') },
    warnings: [
      ...read.warnings,
      `These words found no place of their own and end the notes: ${lost
        .slice(0, 20)
        .join(' ')}`,
    ],
  };
}

/**
 * Reads a postmortem from markdown: exactly, when this product wrote it, and
 * otherwise by the headings, labels, lists and tables of whatever template it
 * follows. What is not recognized is in `notes`, verbatim, with a warning; a
 * fact that the document leaves open is `null`.
 *
 * @public
 */
export function parsePostmortemMarkdown(
  markdown: string,
  options: ParseOptions,
): ParsedPostmortem {
  const text = normalizeText(markdown);
  const read = withLostWords(
    text,
    readOwn(text) ?? importMarkdown(text, options),
  );
  const parsed = postmortemInputSchema.safeParse(read.input);
  return { ...read, parts: parsed.success ? writtenParts(parsed.data) : [] };
}
