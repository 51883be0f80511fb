// @ts-check
// What a test run left out, in words: a suite that could not run here must not look like one that passed.
const { relative } = require('node:path');

/** @typedef {{ status: string, ancestorTitles: string[], title: string }} Test */

module.exports = class LeftOutReporter {
  /** @param {{ testNamePattern?: string }} config */
  constructor({ testNamePattern }) {
    // Whoever asks for some tests by name knows that the others are left out.
    this.isAskedFor = Boolean(testNamePattern);
  }

  /**
   * @param {unknown} _contexts
   * @param {{ testResults: { testFilePath: string, testResults: Test[] }[] }} results
   */
  onRunComplete(_contexts, { testResults: files }) {
    const lines = files.flatMap(({ testFilePath, testResults }) =>
      testResults
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(({ ancestorTitles, title }) => [relative('', testFilePath), ...ancestorTitles, title].join(' › ')),
    );
    if (lines.length > 0 && !this.isAskedFor)
      process.stderr.write(`\nLeft out:\n${lines.map((line) => `  ${line}\n`).join('')}\n`);
  }
};
