/**
 * The figure below which a part of all figures lies; NaN of none.
 * @param {readonly number[]} figures
 * @param {number} part
 */
function quantile(figures, part) {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** @param {readonly number[]} figures */
export function median(figures) {
  return quantile(figures, 0.5);
}

/**
 * What a step takes on a machine that does little else.
 * @param {readonly number[]} figures
 */
export function lowerQuartile(figures) {
  return quantile(figures, 0.25);
}

/** @param {readonly number[]} figures */
export function percentile95(figures) {
  return quantile(figures, 0.95);
}

/**
 * A figure as it is printed: three digits that mean something. NaN, which is what was not measured, is a dash.
 * @param {number} figure
 */
export function shown(figure) {
  if (Number.isNaN(figure)) return '–';
  return figure >= 100 ? Math.round(figure).toLocaleString('en') : String(Number(figure.toPrecision(3)));
}
