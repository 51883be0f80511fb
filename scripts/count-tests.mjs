// @ts-check
// node scripts/count-tests.mjs <report>: the closing line of a test run, from the report that jest wrote with --json.
import { readFileSync } from 'node:fs';

const [report] = process.argv.slice(2);
if (!report) throw new Error('Name the report, such as: node scripts/count-tests.mjs report.json');

/** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
const { testResults: files } = JSON.parse(readFileSync(report, 'utf8'));
const tests = files.flatMap((file) => file.assertionResults);
const passed = tests.filter(({ status }) => status === 'passed').length;
const failed = tests.filter(({ status }) => status === 'failed').length;
// A file that cannot start has no test that fails, and yet it has failed.
const broken = files.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
).length;

console.log(`${passed} passed, ${failed + broken} failed, ${tests.length - passed - failed} skipped`);
