/** What takes longer is not usable: the step is given up. */
const LIMIT = 30_000;

/** @type {{ start: number, end: number }[]} */
const measured = [];
/** @type {PerformanceEntry[]} */
const tasks = [];
const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
observer.observe({ type: 'longtask' });

/** Resolves in the next animation frame, with its time. */
export function frame() {
  return new Promise((/** @type {(time: number) => void} */ resolve) => requestAnimationFrame(resolve));
}

/** Resolves in the next task; asked for in a frame, after that frame is painted. */
export function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Milliseconds from an action to the end of the first frame that shows what is expected.
 * @param {() => void} act
 * @param {() => boolean} isShown
 */
export async function untilShown(act, isShown) {
  // What was prepared for the check must not count as the task of the action.
  await nextTask();
  const start = performance.now();
  act();
  return (await shownSince(start, isShown)) - start;
}

/**
 * The time at which the first frame that shows what is expected ends.
 * @param {number} start of what is measured
 * @param {() => boolean} isShown
 */
export async function shownSince(start, isShown) {
  do {
    await frame();
    if (performance.now() - start > LIMIT) throw new Error(`Failed to see the expected rows: none in ${LIMIT} ms.`);
  } while (!isShown());
  await nextTask();
  const end = performance.now();
  noteMeasured(start, end);
  return end;
}

/**
 * Tasks between these times count for the longest task.
 * @param {number} start
 * @param {number} end
 */
export function noteMeasured(start, end) {
  measured.push({ start, end });
}

/** Length of the longest task while something was measured; 0 when none was longer than 50 ms. */
export function longestTask() {
  tasks.push(...observer.takeRecords());
  const own = tasks.filter(({ startTime, duration }) =>
    measured.some(({ start, end }) => startTime < end && startTime + duration > start + 1),
  );
  return Math.max(0, ...own.map(({ duration }) => duration));
}
