import { HOSTILE_VALUES } from '../../mock-server/scenarios/hostile-values.js';

/** A letter under so many marks that they rise far above its line. */
export const STACKED = HOSTILE_VALUES.invisible[4];

/** 10 kB with and without places to break. */
export const [UNBROKEN, MANY_WORDS] = HOSTILE_VALUES.lengths;

/** A name that opens an isolate and turns the direction, and closes neither. */
export const TURNED = '\u202Egnillib \u2067';

/** Whether one box lies in another, rounding left out. */
export function isInside(inner: Element, outer: Element): boolean {
  const [a, b] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
  return a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
}

/** Whether one box begins where another ends, above it or beside it. */
export function areApart(first: Element, second: Element): boolean {
  const [a, b] = [first.getBoundingClientRect(), second.getBoundingClientRect()];
  return a.bottom <= b.top + 1 || b.bottom <= a.top + 1 || a.right <= b.left + 1 || b.right <= a.left + 1;
}

/** Whether what is drawn outside of a box is not seen. */
export function isClipped(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== 'visible' && overflowY !== 'visible';
}
