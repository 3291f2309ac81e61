/**
 * The list as a CSV file, beside the one expression in which a program would write it, in turns in the same page. It prints a table and
 * judges nothing; `--sources` takes the sources as they are, without a build.
 */
import { parseArgs } from 'node:util';
import { BenchPage, openBrowser } from './run/browser.js';
import { bundled } from './run/bundle.js';
import { median, shown } from './run/figures.js';
import { printTable } from './run/print-table.js';

const SIZES = [10_000, 100_000, 1_000_000];
/** What the goal is for. */
const JUDGED = 100_000;
const ROUNDS = 7;
const TIMES_NAIVE = 1.5;
const LONGEST_TASK = 50;

const { values } = parseArgs({ options: { sources: { type: 'boolean', default: false } } });
const program = await bundled('bench/pages/csv.js', { fromSources: values.sources });
const browser = await openBrowser();
/** @type {Record<string, Record<string, string>>} */
const rows = {};
try {
  for (const size of SIZES) {
    const page = await BenchPage.open(browser, program, 'csv');
    await page.do('make', size);
    /** @type {{ naive: number[], table: number[], longest: number[] }} */
    const figures = { naive: [], table: [], longest: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      figures.naive.push(await page.do('naive'));
      const { time, longest } = await page.do('table');
      figures.table.push(time);
      figures.longest.push(longest);
    }
    rows[`${size.toLocaleString('en')} callbacks`] = row(size, figures);
    await page.close();
  }
} finally {
  await browser.close();
}
printTable('CSV of the list: medians in ms', rows);

/**
 * @param {number} size
 * @param {{ naive: readonly number[], table: readonly number[], longest: readonly number[] }} figures
 */
function row(size, figures) {
  const ratio = median(figures.table) / median(figures.naive);
  // In the median of the rounds: a task is long, too, when another program has the processor.
  const longest = median(figures.longest);
  const isMet = ratio <= TIMES_NAIVE && longest <= LONGEST_TASK;
  return {
    naive: shown(median(figures.naive)),
    table: shown(median(figures.table)),
    'table / naive': shown(ratio),
    'longest task': longest === 0 ? 'under 50' : shown(longest),
    [`≤ ${TIMES_NAIVE} × naive, no task over ${LONGEST_TASK}`]: size !== JUDGED ? '–' : isMet ? 'met' : 'MISSED',
  };
}
