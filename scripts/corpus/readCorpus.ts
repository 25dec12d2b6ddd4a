import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  writtenParts,
  type Part,
  type PostmortemContent,
} from '../../plugins/postmortem-common/src';
import {
  compareWords,
  parsePostmortemMarkdown,
} from '../../plugins/postmortem-common/src/markdown';
import { mendForStorage } from '../../plugins/postmortem-backend/src/service/mendForStorage';
import { parseContent } from '../../plugins/postmortem-backend/src/service/parseContent';

/** What an import would make of one file. */
export type FileReport = {
  file: string;
  title: string | null;
  startedAt: string | null;
  resolvedAt: string | null;
  severity: string | null;
  parts: Part[];
  timelineEntries: number;
  actionItems: number;
  warnings: string[];
  lostWords: number;
  inventedWords: number;
  /** Why the file cannot be imported; left out when it can. */
  error?: string;
};

export type CorpusReport = {
  files: FileReport[];
  totals: {
    files: number;
    failed: number;
    lostWords: number;
    inventedWords: number;
  };
};

function failed(file: string, error: unknown): FileReport {
  return {
    file,
    title: null,
    startedAt: null,
    resolvedAt: null,
    severity: null,
    parts: [],
    timelineEntries: 0,
    actionItems: 0,
    warnings: [],
    lostWords: 0,
    inventedWords: 0,
    error: error instanceof Error ? error.message : String(error),
  };
}

/** Reads a file as the import does, up to where it would be stored. */
async function readFile(
  directory: string,
  file: string,
  severities: string[],
): Promise<FileReport> {
  const markdown = new TextDecoder('utf-8', { fatal: true }).decode(
    readFileSync(join(directory, file)),
  );
  const parsed = parsePostmortemMarkdown(markdown, {
    severities,
    fileName: basename(file),
  });
  const { prepared, warnings } = await mendForStorage(
    parsed.input,
    async (input): Promise<PostmortemContent> =>
      parseContent(input, { severities }),
  );
  const { lost, invented } = compareWords(markdown, prepared);
  return {
    file,
    title: prepared.title,
    startedAt: prepared.incident.startedAt,
    resolvedAt: prepared.incident.resolvedAt,
    severity: prepared.severity,
    parts: writtenParts(prepared),
    timelineEntries: prepared.timeline.length,
    actionItems: prepared.actionItems.length,
    warnings: [...parsed.warnings, ...warnings],
    lostWords: lost.length,
    inventedWords: invented.length,
  };
}

/** Reads the files of an archive; one that cannot be read stops no other. */
export async function readCorpus(
  directory: string,
  names: string[],
  severities: string[],
): Promise<CorpusReport> {
  const files: FileReport[] = [];
  for (const name of names) {
    try {
      files.push(await readFile(directory, name, severities));
    } catch (error) {
      files.push(failed(name, error));
    }
  }
  const sum = (count: (file: FileReport) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    files,
    totals: {
      files: files.length,
      failed: sum(({ error }) => (error === undefined ? 0 : 1)),
      lostWords: sum(({ lostWords }) => lostWords),
      inventedWords: sum(({ inventedWords }) => inventedWords),
    },
  };
}
