// The closing line of .ci/run: how many tests passed and failed in all. A run
// that left no counts, and a step that failed without a test failing, count
// as one failure.
//
//   node summary.mjs FAILED-STEPS JEST-JSON E2E-JSON
import { readFileSync } from 'node:fs';

const [failedSteps, jestFile, e2eFile] = process.argv.slice(2);
let passed = 0;
let failed = 0;

function add(name, file, counts) {
  let result;
  try {
    result = counts(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.log(`${name}: left no result (${error.message})`);
    failed += 1;
    return;
  }
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed`);
  passed += result.passed;
  failed += result.failed;
}

add('unit and integration', jestFile, json => ({
  passed: json.numPassedTests,
  failed: Math.max(json.numFailedTests, json.numFailedTestSuites),
}));
add('end to end', e2eFile, json => ({
  passed: json.passed,
  failed: json.failed,
}));

if (failed === 0 && Number(failedSteps) > 0) {
  failed = Number(failedSteps);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
