// npm run test:e2e: the specs in e2e/specs, in a real Chromium, against a
// portal that is started for them with fresh data.
//
//   npm run test:e2e                    all specs
//   npm run test:e2e -- import write    only those whose file name has a word
//   npm run test:e2e -- --update-docs   and the README's pictures made anew
//
// CHROMIUM_PATH   the browser (/usr/bin/chromium)
// E2E_BASE_URL    a portal that runs already, instead of one of its own
// E2E_SUMMARY     a file for {passed, failed}
import { existsSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec as SpecReporter } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { resultsFolder } from './support/browser.mjs';
import { appFolder, buildApp } from './support/bundle.mjs';
import { Portal } from './support/portal.mjs';

const specs = fileURLToPath(new URL('specs', import.meta.url));
const words = process.argv.slice(2).filter(word => !word.startsWith('--'));

/** Runs the files one after the other; they share the portal. */
async function runSpecs(files) {
  const summary = { passed: 0, failed: 0 };
  const stream = run({ files, concurrency: 1, timeout: 15 * 60_000 });
  stream.on('test:pass', ({ details, skip, todo }) => {
    if (details.type !== 'suite' && skip === undefined && todo === undefined) {
      summary.passed += 1;
    }
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') {
      summary.failed += 1;
    }
  });
  const report = stream.compose(new SpecReporter());
  for await (const text of report) {
    process.stdout.write(text);
  }
  return summary;
}

if (process.argv.includes('--update-docs')) {
  process.env.E2E_UPDATE_DOCS = '1';
}
const files = readdirSync(specs)
  .filter(name => name.endsWith('.spec.mjs'))
  .filter(name => words.length === 0 || words.some(word => name.includes(word)))
  .sort()
  .map(name => join(specs, name));
if (files.length === 0) {
  throw new Error(`No spec has ${words.join(' or ')} in its name`);
}

await rm(resultsFolder, { recursive: true, force: true });
let portal;
let summary = { passed: 0, failed: 1 };
try {
  if (!process.env.E2E_BASE_URL) {
    // CI has built it; by hand, a stale build would test yesterday's code.
    if (!process.env.CI || !existsSync(join(appFolder, 'dist'))) {
      buildApp();
    }
    portal = await Portal.start();
    process.env.E2E_BASE_URL = portal.baseUrl;
    console.log(`The portal runs at ${portal.baseUrl}. ${portal.examplesLine}`);
  }
  summary = await runSpecs(files);
} finally {
  await portal?.stop();
  if (process.env.E2E_SUMMARY) {
    await writeFile(process.env.E2E_SUMMARY, JSON.stringify(summary));
  }
}
console.log(`${summary.passed} passed, ${summary.failed} failed`);
process.exit(summary.failed > 0 || summary.passed === 0 ? 1 : 0);
