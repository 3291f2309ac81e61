/**
 * Everything that must hold before a change lands, in one order, for people and machines alike.
 * A failed step does not stop the others; the last line counts what passed and what failed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.js';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, script: string, report?: string, env?: Record<string, string> }} Step
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = `${root}/.cache/reports`;

/** @param {string} name @param {string} [script] @returns {Step} */
const vitest = (name, script = `test:${name}`) => ({
  name,
  script: `${script} -- --reporter=default --reporter=json --outputFile.json=${reports}/${name}.json`,
  report: `${reports}/${name}.json`,
});

/** @type {Step[]} */
const steps = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format:check' },
  { name: 'manifest', script: 'manifest:check' },
  vitest('unit'),
  {
    name: 'components',
    script: 'test:components',
    report: `${reports}/components.json`,
    env: { WTR_REPORT: `${reports}/components.json` },
  },
  vitest('contract'),
  vitest('stories'),
  { name: 'build', script: 'build' },
  vitest('package'),
  { name: 'knip', script: 'knip' },
  { name: 'publint', script: 'publint' },
  { name: 'size', script: 'size' },
  vitest('e2e', 'e2e'),
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
// Once and first: two runners that both find no browser would both install one.
await findBrowser();

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const broken = [];

for (const step of chosen(process.argv.slice(2))) {
  const started = performance.now();
  const { status, output } = await run(step);
  const counts = count(step, status);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${step.name} – ${describe(counts)} (${seconds} s)`);
  if (counts.failed > 0) {
    broken.push(step.name);
    console.log(output.trimEnd());
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}.`);
console.log(describe(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * All steps, or those named on the command line.
 * @param {string[]} names
 */
function chosen(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `Failed to run the tests: there is no step ${unknown.join(', ')}. Steps are ${steps.map(({ name }) => name).join(', ')}.`,
    );
  }
  return names.length > 0 ? steps.filter(({ name }) => names.includes(name)) : steps;
}

/**
 * @param {Step} step
 * @returns {Promise<{ status: number, output: string }>}
 */
function run({ script, env }) {
  return new Promise((resolve) => {
    const child = spawn(`npm run --silent ${script}`, {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CI: 'true', FORCE_COLOR: '0', ...env },
    });
    let output = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/**
 * What the step's own report says; a step without one, or one that broke before it could report, counts as one.
 * @param {Step} step
 * @param {number} status
 * @returns {Counts}
 */
function count({ report }, status) {
  const counts = (report === undefined ? undefined : read(report)) ?? {
    passed: status === 0 ? 1 : 0,
    failed: 0,
    skipped: 0,
  };
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @param {string} report
 * @returns {Counts | undefined}
 */
function read(report) {
  let found;
  try {
    found = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // No report: the runner itself broke, and its status tells.
    return undefined;
  }
  if ('passed' in found) return found;
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

/** @param {Counts} counts */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
