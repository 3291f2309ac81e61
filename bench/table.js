/**
 * What a person waits for in the table, beside what a browser can do at all and beside a naive table, in turns in the same browser. A clock
 * stops when the right rows have been painted. It prints tables and judges nothing.
 *
 * `--quick` takes about a minute; `--sizes 100000 --rounds 1 --only "limit;table"` is a look at something in particular; `--sources`
 * measures the sources as they are, without a build.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBrowser } from './run/browser.js';
import { bundled } from './run/bundle.js';
import { live } from './run/life.js';
import { printGrowth, printSize } from './run/report.js';

/** @typedef {import('./run/life.js').Figures} Figures */

const SUBJECTS = ['limit', 'limit, one list', 'naive', 'table', 'table, one list'];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    sources: { type: 'boolean', default: false },
  },
});
const sizes = (values.sizes ?? (values.quick ? '10000,100000' : '10000,100000,1000000')).split(',').map(Number);
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const only = values.only?.split(';') ?? (values.quick ? ['limit', 'table'] : SUBJECTS);
const subjects = SUBJECTS.filter((name) => only.includes(name));

if (!values.sources && !existsSync(new URL('../dist/src', import.meta.url))) {
  throw new Error('Failed to measure the table: dist/ is not built. Run "npm run build" first.');
}
const program = await bundled('bench/pages/main.js', { fromSources: values.sources });
const free = await openBrowser({ isFree: true });
const steady = await openBrowser();
/** Figures by size, then by subject. */
/** @type {Map<number, Record<string, Figures>>} */
const results = new Map();
try {
  for (const size of sizes) {
    /** @type {Record<string, Figures>} */
    const measured = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const name of subjects) add((measured[name] ??= {}), await live({ free, steady, program, name, size }));
    }
    results.set(size, measured);
    printSize(size, measured);
  }
  printGrowth(results);
} finally {
  await free.close();
  await steady.close();
}

/**
 * @param {Figures} all
 * @param {Figures} more
 */
function add(all, more) {
  for (const [step, figures] of Object.entries(more)) (all[step] ??= []).push(...figures);
}
