import { lowerQuartile, percentile95, shown } from './figures.js';
import { growthGoals, judged, middle } from './goals.js';
import { printTable } from './print-table.js';

/** @typedef {import('./life.js').Figures} Figures */

/** The pairs that are laid beside each other. */
const PAIRS = [
  { table: 'table', limit: 'limit' },
  { table: 'table, one list', limit: 'limit, one list' },
];

/**
 * Prints what was measured with so many callbacks.
 * @param {number} size
 * @param {Readonly<Record<string, Figures>>} measured by subject
 */
export function printSize(size, measured) {
  const steps = new Set(Object.values(measured).flatMap((figures) => Object.keys(figures)));
  /** @type {Record<string, Record<string, string>>} */
  const rows = {};
  for (const step of steps) {
    const row = (rows[step] = /** @type {Record<string, string>} */ ({}));
    for (const [name, figures] of Object.entries(measured)) {
      row[name] = shown(middle(figures, step));
      if (name.startsWith('table')) row[`${name}: 95 %`] = shown(percentile95(figures[step] ?? []));
    }
    for (const { table, limit } of PAIRS) {
      const ratio = middle(measured[table] ?? {}, step) / middle(measured[limit] ?? {}, step);
      if (measured[table] !== undefined && measured[limit] !== undefined) row[`${table} / limit`] = shown(ratio);
    }
  }
  printTable(`${size.toLocaleString('en')} callbacks: medians, in ms unless said otherwise`, rows);
  for (const { table, limit } of PAIRS) {
    const [ours, theirs] = [measured[table], measured[limit]];
    if (ours === undefined || theirs === undefined) continue;
    const goals = judged(size, ours, theirs);
    if (goals.length > 0) printTable(`Goals at ${size.toLocaleString('en')}: ${table}`, Object.fromEntries(goals));
  }
}

/**
 * Prints how much longer each step takes with ten times the callbacks.
 * @param {ReadonlyMap<number, Readonly<Record<string, Figures>>>} results by size, then by subject
 * @returns {boolean} whether every step grows as little as it should
 */
export function printGrowth(results) {
  const sizes = [...results.keys()].sort((a, b) => a - b);
  let isMet = true;
  for (const { table } of PAIRS) {
    /** @type {Record<string, Record<string, string>>} */
    const rows = {};
    for (const [step, most] of Object.entries(growthGoals)) {
      for (const [at, size] of sizes.slice(1).entries()) {
        const growth = growthOf(results.get(sizes[at] ?? 0)?.[table], results.get(size)?.[table], step);
        if (Number.isNaN(growth)) continue;
        if (growth > most) isMet = false;
        const row = (rows[step] ??= { 'at most': shown(most) });
        row[`at ${size.toLocaleString('en')}`] = `${shown(growth)} ×${growth <= most ? '' : ' MISSED'}`;
      }
    }
    if (Object.keys(rows).length > 0) printTable(`Growth with ten times the callbacks: ${table}`, rows);
  }
  return isMet;
}

/**
 * @param {Figures | undefined} few
 * @param {Figures | undefined} many
 * @param {string} step
 */
function growthOf(few, many, step) {
  return lowerQuartile(many?.[step] ?? []) / lowerQuartile(few?.[step] ?? []);
}
