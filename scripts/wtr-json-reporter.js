import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {import('@web/test-runner').TestSuiteResult} Suite
 */

/**
 * Writes how many browser tests passed, failed and were skipped.
 * A file that breaks before its tests run counts as one failure: nothing may vanish from the total.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      /** @type {Counts} */
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = counts.failed;
        if (session.testResults) count(session.testResults, counts);
        if (!session.passed && counts.failed === before) counts.failed += 1;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

/**
 * @param {Suite} suite
 * @param {Counts} counts
 */
function count(suite, counts) {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, counts);
}
