/**
 * From the answer of a server to the first rows: decoded, validated, mapped, indexed and shown, beside the time in which the platform
 * parses the same text and a loop looks at its fields. Each figure is that of a fresh page, as a person opens one. It prints a table and
 * judges nothing; `--sources` takes the sources as they are, without a build.
 */
import { parseArgs } from 'node:util';
import { BenchPage, openBrowser } from './run/browser.js';
import { bundled } from './run/bundle.js';
import { median, shown } from './run/figures.js';
import { printTable } from './run/print-table.js';

const SIZES = [10_000, 100_000];
const ROUNDS = 5;
const TIMES_PARSED = 1.5;
const LONGEST_TASK = 50;

const STEPS = /** @type {const} */ (['parse', 'decode', 'rows', 'load', 'arrive']);

const { values } = parseArgs({ options: { sources: { type: 'boolean', default: false } } });
const program = await bundled('bench/pages/load-path.js', { fromSources: values.sources });
const browser = await openBrowser({ isFree: true });
/** @type {Record<string, Record<string, string>>} */
const rows = {};
try {
  for (const size of SIZES) rows[`${size.toLocaleString('en')} callbacks`] = row(await measured(size));
} finally {
  await browser.close();
}
printTable('From the answer to the first rows: medians in ms', rows);

/**
 * @param {number} size
 * @returns {Promise<{ times: Record<typeof STEPS[number], number>, bytes: number, longest: number }>}
 */
async function measured(size) {
  const times = { parse: [0], decode: [0], rows: [0], load: [0], arrive: [0] };
  let bytes = 0;
  let longest = 0;
  for (const step of STEPS) times[step].length = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const step of STEPS) {
      const page = await BenchPage.open(browser, program, 'load path');
      bytes = await page.do('make', size);
      await page.memory();
      times[step].push(await page.do(step));
      longest = Math.max(longest, await page.do('longestTask'));
      await page.close();
    }
  }
  const medians = /** @type {Record<typeof STEPS[number], number>} */ (
    Object.fromEntries(STEPS.map((step) => [step, median(times[step])]))
  );
  return { times: medians, bytes, longest };
}

/** @param {Awaited<ReturnType<typeof measured>>} measure */
function row({ times, bytes, longest }) {
  const { parse, decode, rows: first, load, arrive } = times;
  const most = TIMES_PARSED * parse + first;
  const goal = `≤ ${TIMES_PARSED} × (parse + check) + rows`;
  return {
    MB: shown(bytes / 1e6),
    'parse + check': shown(parse),
    decode: shown(decode),
    'rows from memory': shown(first),
    'rows from an answer that is there': shown(load),
    [`there: ${goal}`]: `${shown(load / most)} of it`,
    'rows after the last byte': shown(arrive),
    [`arriving: ${goal}`]: `${shown(arrive / most)} of it`,
    'longest task': longest === 0 ? `under ${LONGEST_TASK}` : shown(longest),
  };
}
