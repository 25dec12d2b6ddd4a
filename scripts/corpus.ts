// npm run corpus -- DIR: how every markdown postmortem under DIR would import.
//
//   --severity NAME      a severity of your portal, most severe first;
//                        repeatable (SEV1 to SEV4 when left out)
//
// On standard output: one JSON object, and nothing else (`npm run --silent
// corpus`, since npm has a heading of its own). Nothing is stored.
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_SEVERITIES } from '../plugins/postmortem-backend/src/config';
import { markdownFiles } from './corpus/markdownFiles';
import { readCorpus } from './corpus/readCorpus';

const USAGE = 'Usage: npm run corpus -- [--severity NAME]… DIR';

function options(): { directory: string; severities: string[] } {
  const { values, positionals } = parseArgs({
    options: { severity: { type: 'string', multiple: true } },
    allowPositionals: true,
  });
  const [directory, ...others] = positionals;
  if (!directory || others.length > 0) {
    throw new Error('Name one folder.');
  }
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`There is no folder ${directory}.`);
  }
  return { directory, severities: values.severity ?? DEFAULT_SEVERITIES };
}

async function main() {
  let chosen: ReturnType<typeof options>;
  try {
    chosen = options();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const files = markdownFiles(chosen.directory);
  const report = await readCorpus(chosen.directory, files, chosen.severities);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
