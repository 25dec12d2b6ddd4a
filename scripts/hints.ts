// npm run hints: how well each rule of the writing hints does what it is for.
//
//   npm run hints                 precision and recall over the labeled examples
//   npm run hints -- --holdout    over those that no rule was written with
//   npm run hints -- --corpus DIR hints per 1,000 words on the markdown
//                                 postmortems under DIR
//   --json                        JSON instead of a table; with --corpus each
//                                 hint, with its sentence, too
//
// Exits with 1 when a rule's precision is below 0.9 or its recall below 0.8.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HINT_RULES } from '../plugins/postmortem-common/src/hints';
import {
  evaluate,
  readLabels,
  type Evaluation,
} from '../plugins/postmortem-common/src/hints/__testUtils__/labels';
import { readArchive, type ArchiveReport } from './hints/readArchive';
import { markdownTable } from './hints/table';

const LABELS = resolve(
  __dirname,
  '../plugins/postmortem-common/src/hints/labels',
);
const LEAST_PRECISION = 0.9;
const LEAST_RECALL = 0.8;

const share = (value: number | null) =>
  value === null ? 'none caught' : value.toFixed(2);

function evaluationTable(evaluations: Evaluation[]): string {
  return markdownTable(
    ['Rule', 'To catch', 'To leave', 'Precision', 'Recall'],
    evaluations.map(({ rule, examples, precision, recall }) => [
      rule,
      String(examples.catch),
      String(examples.leave),
      share(precision),
      share(recall),
    ]),
  );
}

function evaluateAll(directory: string, json: boolean): boolean {
  const order = HINT_RULES.map(({ id }) => id);
  const evaluations = readLabels(directory)
    .map(evaluate)
    .sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
  process.stdout.write(
    json
      ? `${JSON.stringify(evaluations, null, 2)}\n`
      : `${evaluationTable(evaluations)}\n`,
  );
  const isGood = ({ precision, recall }: Evaluation) =>
    (precision ?? 0) >= LEAST_PRECISION && recall >= LEAST_RECALL;
  return evaluations.length === order.length && evaluations.every(isGood);
}

function archiveTable({ words, hints }: ArchiveReport): string {
  return markdownTable(
    ['Rule', 'Hints', 'Per 1,000 words'],
    HINT_RULES.map(({ id }) => {
      const { length } = hints.filter(({ rule }) => rule === id);
      const rate = words === 0 ? 0 : (1000 * length) / words;
      return [id, String(length), rate.toFixed(2)];
    }),
  );
}

function readAll(directory: string, json: boolean) {
  const report = readArchive(directory);
  const { files, unread, words } = report;
  process.stdout.write(
    json
      ? `${JSON.stringify(report, null, 2)}\n`
      : `${archiveTable(report)}\n\n${
          files - unread.length
        } of ${files} files, ${words} words\n`,
  );
  for (const { file, error } of unread) {
    process.stderr.write(`${file}: ${error}\n`);
  }
}

function main(): number {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      holdout: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.corpus === undefined) {
    const directory = values.holdout ? resolve(LABELS, 'holdout') : LABELS;
    return evaluateAll(directory, values.json) ? 0 : 1;
  }
  if (!statSync(values.corpus, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`There is no folder ${values.corpus}.`);
  }
  readAll(values.corpus, values.json);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
