import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DEFAULT_SEVERITIES } from '../../plugins/postmortem-backend/src/config';
import { postmortemInputSchema } from '../../plugins/postmortem-common/src';
import {
  postmortemHints,
  type Hint,
} from '../../plugins/postmortem-common/src/hints';
import { proseFields } from '../../plugins/postmortem-common/src/hints/document/proseFields';
import { sentencesOf } from '../../plugins/postmortem-common/src/hints/text/sentences';
import { parsePostmortemMarkdown } from '../../plugins/postmortem-common/src/markdown';
import { markdownFiles } from '../corpus/markdownFiles';

/** A hint, with the sentence that it is about. */
export type FoundHint = Pick<Hint, 'rule' | 'path' | 'quote'> & {
  file: string;
  sentence: string;
};

export type ArchiveReport = {
  files: number;
  /** Files that hold no postmortem that could be stored, and why. */
  unread: { file: string; error: string }[];
  /** Words of prose: without code, links, headings and quotations. */
  words: number;
  hints: FoundHint[];
};

function readFile(directory: string, file: string) {
  const { input } = parsePostmortemMarkdown(
    readFileSync(join(directory, file), 'utf8'),
    { severities: DEFAULT_SEVERITIES, fileName: basename(file) },
  );
  const postmortem = postmortemInputSchema.parse(input);
  const fields = proseFields(postmortem).map(({ path, text }) => ({
    path,
    text,
    sentences: sentencesOf(text),
  }));
  const sentenceAt = ({ path, start, end }: Hint) => {
    const field = fields.find(candidate => candidate.path === path);
    const sentence =
      end > 0
        ? field?.sentences.filter(candidate => candidate.start <= start).at(-1)
        : undefined;
    return field && sentence
      ? field.text.slice(sentence.start, sentence.start + sentence.text.length)
      : '';
  };
  return {
    words: fields
      .flatMap(({ sentences }) => sentences)
      .reduce((total, { words }) => total + words.length, 0),
    hints: postmortemHints(postmortem).map(hint => ({
      rule: hint.rule,
      file,
      path: hint.path,
      quote: hint.quote,
      sentence: sentenceAt(hint),
    })),
  };
}

/** The hints on every markdown postmortem under a folder. */
export function readArchive(directory: string): ArchiveReport {
  const files = markdownFiles(directory);
  const report: ArchiveReport = {
    files: files.length,
    unread: [],
    words: 0,
    hints: [],
  };
  for (const file of files) {
    try {
      const { words, hints } = readFile(directory, file);
      report.words += words;
      report.hints.push(...hints);
    } catch (error) {
      report.unread.push({ file, error: String(error) });
    }
  }
  return report;
}
