import { median, percentile95, shown } from './figures.js';

/** @typedef {import('./life.js').Figures} Figures */
/** @typedef {(table: Figures, limit: Figures) => number} Measure */
/** @typedef {{ step: string, words: string, most: number, measure: Measure, sizes?: readonly number[] }} Goal */

const HUNDRED_THOUSAND = [100_000];
const MILLION = [1_000_000];

/** @param {Figures} figures @param {string} step */
export const middle = (figures, step) => median(figures[step] ?? []);

/**
 * So many times the limit at most.
 * @param {string} step
 * @param {number} most
 * @param {readonly number[]} sizes
 * @returns {Goal}
 */
function timesLimit(step, most, sizes = HUNDRED_THOUSAND) {
  return {
    step,
    words: `≤ ${most} × limit`,
    most,
    sizes,
    measure: (table, limit) => middle(table, step) / middle(limit, step),
  };
}

/**
 * @param {string} step
 * @param {number} most
 * @param {readonly number[]} sizes
 * @returns {Goal}
 */
function atMost(step, most, sizes = HUNDRED_THOUSAND) {
  return { step, words: `≤ ${most}`, most, sizes, measure: (table) => middle(table, step) };
}

/** What the table wants to reach beside the limit in the same run. No goal is a time. */
/** @type {readonly Goal[]} */
const goals = [
  timesLimit('first rows', 1.5),
  timesLimit('type a character', 1.4),
  {
    step: 'type a character',
    words: '95 of 100 keys ≤ 2 × median',
    most: 2,
    sizes: HUNDRED_THOUSAND,
    measure: (table) => percentile95(table['type a character'] ?? []) / middle(table, 'type a character'),
  },
  timesLimit('delete a character', 1.5),
  timesLimit('type, sorted', 1.4),
  timesLimit('sort, first', 1.5),
  timesLimit('sort, flipped', 1.5),
  atMost('frames dropped of 120', 0),
  timesLimit('jump', 1.5),
  timesLimit('refresh 1 %', 2),
  timesLimit('select all', 2),
  timesLimit('select one', 2),
  timesLimit('select none', 2),
  atMost('heap after load, MB', 8),
  atMost('heap at the end, MB', 12),
  {
    step: 'real key',
    words: '≤ 2 × typing',
    most: 2,
    sizes: HUNDRED_THOUSAND,
    measure: (table) => middle(table, 'real key') / middle(table, 'type a character'),
  },
  timesLimit('first rows', 1.5, MILLION),
  timesLimit('type a character', 1.5, MILLION),
  timesLimit('sort, flipped', 2, MILLION),
  atMost('heap at the end, MB', 60, MILLION),
];

/**
 * How far the goals of a size are reached: rows of a table, by step and goal.
 * @param {number} size
 * @param {Figures} table
 * @param {Figures} limit
 * @returns {[string, Record<string, string>][]}
 */
export function judged(size, table, limit) {
  return goals
    .filter(({ sizes }) => sizes?.includes(size))
    .map(({ step, words, most, measure }) => {
      const reached = measure(table, limit);
      return [`${step} ${words}`, { reached: shown(reached), goal: reached <= most ? 'met' : 'MISSED' }];
    });
}

/** How many times as long a step may take with ten times the records. Noise of a shared machine is allowed for. */
const CONSTANT = 1.5;
const LINEAR = 12;

/** @type {Readonly<Record<string, number>>} */
export const growthGoals = {
  'first rows': CONSTANT,
  'type a character': LINEAR,
  'delete a character': LINEAR,
  'type, sorted': LINEAR,
  'sort, first': LINEAR,
  'sort, flipped': LINEAR,
  'turn the page': CONSTANT,
  'refresh 100': CONSTANT,
  'refresh 1 %': LINEAR,
  jump: CONSTANT,
  'select one': CONSTANT,
  'select all': LINEAR,
  'select none': LINEAR,
};
