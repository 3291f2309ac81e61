/**
 * What must hold in the long run and on slow machines. It ends with an exit status other than 0 when something does not hold. It takes some
 * minutes; `--only slow,loads,growth` chooses among the proofs, `--sources` takes the sources as they are, without a build.
 */
import { parseArgs } from 'node:util';
import { BenchPage, openBrowser } from './run/browser.js';
import { bundled } from './run/bundle.js';
import { shown } from './run/figures.js';
import { act } from './run/life.js';
import { printTable } from './run/print-table.js';
import { printGrowth } from './run/report.js';

/** @typedef {import('./run/life.js').Figures} Figures */

const SIZE = 100_000;
const ROUNDS = 3;
const SLOWER = 4;
const LONGEST_FRAME = 100;
const LOADS = 200;
const KEPT_MEGABYTES = 5;
/** Milliseconds between two keys: a hundred words a minute. */
const KEY_PACE = 120;

const proofs = { slow: typingOnSlowMachine, loads: manyLoads, growth };

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(proofs).join() },
    sources: { type: 'boolean', default: false },
  },
});
const fromSources = values.sources;
let isSound = true;
for (const [name, prove] of Object.entries(proofs)) {
  if (values.only.split(',').includes(name)) isSound = (await prove()) && isSound;
}
if (!isSound) process.exitCode = 1;

/** Typing in a browser that is made slow: of some rounds the best counts, since other programs make frames long too. */
async function typingOnSlowMachine() {
  const browser = await openBrowser();
  const program = await bundled('bench/pages/long.js', { fromSources });
  const frames = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await BenchPage.open(browser, program, 'slow');
    await page.do('show', SIZE);
    await page.slowDown(SLOWER);
    await page.do('focusSearchBox');
    await page.do('startFrames');
    for (const key of ['4', '1', '7', '0', ...Array.from({ length: 4 }, () => 'Backspace'), '9', '9', '8']) {
      await page.press(key, KEY_PACE);
    }
    frames.push(/** @type {number} */ (await page.do('stopFrames')));
    await page.close();
  }
  await browser.close();
  return print(`longest frame while typing, ${SLOWER} times slower, ms`, Math.min(...frames), LONGEST_FRAME);
}

/** Many loads into one table: nothing of the old records may stay. */
async function manyLoads() {
  const browser = await openBrowser({ isFree: true });
  const page = await BenchPage.open(browser, await bundled('bench/pages/long.js', { fromSources }), 'loads');
  await page.do('show', SIZE);
  await page.do('reload', SIZE);
  await page.do('clear');
  const before = await page.memory();
  for (let load = 0; load < LOADS; load += 1) await page.do('reload', SIZE);
  await page.do('clear');
  const kept = (await page.memory()) - before;
  await browser.close();
  return print(`heap after ${LOADS} loads, MB more`, kept, KEPT_MEGABYTES);
}

/** Ten times the records: at most ten times the work, and none more where only what is in sight is concerned. */
async function growth() {
  const browser = await openBrowser({ isFree: true });
  const program = await bundled('bench/pages/main.js', { fromSources });
  /** @type {Map<number, Record<string, Figures>>} */
  const results = new Map([
    [SIZE / 10, {}],
    [SIZE, {}],
  ]);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['table', 'table, one list']) {
      for (const [size, measured] of results) {
        const figures = (measured[name] ??= {});
        for (const [step, more] of Object.entries(await act({ browser, program, name, size }))) {
          (figures[step] ??= []).push(...more);
        }
      }
    }
  }
  await browser.close();
  return printGrowth(results);
}

/**
 * @param {string} what
 * @param {number} reached
 * @param {number} most
 */
function print(what, reached, most) {
  const isMet = reached <= most;
  printTable(what, { '': { reached: shown(reached), 'at most': shown(most), is: isMet ? 'met' : 'MISSED' } });
  return isMet;
}
