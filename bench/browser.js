/**
 * What a person waits for in the table, in a real browser with the file that people load: median of several rounds.
 * A clock stops when the element has rendered and the browser has produced a frame. It prints a table and judges nothing.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserArguments, findBrowser, TEST_TIME_ZONE } from '../scripts/browser.js';

const ROUNDS = 5;
const SIZES = [1_000, 10_000, 100_000];

const dist = fileURLToPath(new URL('../dist', import.meta.url));
if (!existsSync(`${dist}/cdn/callback-elements.js`)) {
  throw new Error('Failed to measure the table: dist/ is not built. Run "npm run build" first.');
}

const { executablePath, env } = await findBrowser();
const server = await preview({
  configFile: false,
  logLevel: 'silent',
  build: { outDir: dist },
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: false,
  args: browserArguments,
  env: { .../** @type {Record<string, string>} */ (process.env), ...env },
});
try {
  const page = await browser.newPage({ timezoneId: TEST_TIME_ZONE, viewport: { width: 1280, height: 800 } });
  const address = server.resolvedUrls?.local[0] ?? '';
  await page.route(`${address}bench`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><script type="module" src="/cdn/callback-elements.js"></script></html>',
    }),
  );
  await page.goto(`${address}bench`, { waitUntil: 'load' });
  /** @type {Record<string, Record<string, number>>} */
  const results = {};
  for (const size of SIZES) {
    /** @type {Record<string, number>[]} */
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await page.evaluate(measure, size));
    results[`${size.toLocaleString('en')} callbacks, ms`] = medians(rounds);
  }
  console.log(`callback-table in ${browser.browserType().name()} ${browser.version()}, median of ${ROUNDS} rounds`);
  console.table(results);
} finally {
  await browser.close();
  await server.close();
}

/** @param {Record<string, number>[]} rounds */
function medians(rounds) {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const sorted = rounds.map((round) => round[name] ?? NaN).sort((a, b) => a - b);
      return [name, Math.round((sorted[Math.floor(sorted.length / 2)] ?? NaN) * 10) / 10];
    }),
  );
}

/**
 * Runs inside the page: one life of a table.
 * @param {number} size
 */
async function measure(size) {
  const states = ['SCHEDULED', 'QUEUED', 'ROUTING', 'PROCESSING', 'COMPLETED', 'PAUSED'];
  const start = Date.UTC(2026, 2, 9, 9);
  const records = Array.from({ length: size }, (_, index) => ({
    id: `417-${String(index).padStart(7, '0')}`,
    serviceName: `service-${index % 7}`,
    state: states[index % states.length],
    desiredTime: start + ((index * 7_919) % 20_160) * 60_000,
    customerNumber: `+1555${String((index * 104_729) % 10_000_000).padStart(7, '0')}`,
    properties: {},
  }));
  const table = /** @type {any} */ (document.createElement('callback-table'));
  document.body.replaceChildren(table);
  await table.updateComplete;

  /** @param {() => void} act */
  const timed = async (act) => {
    const before = performance.now();
    act();
    await table.updateComplete;
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      // A message sent in a frame arrives after it was produced.
      requestAnimationFrame(() => port2.postMessage(undefined));
    });
    return performance.now() - before;
  };
  return {
    'first rows': await timed(() => (table.records = records)),
    sort: await timed(() => (table.sort = [{ field: 'desiredTime', direction: 'descending' }])),
    search: await timed(() => (table.search = { field: 'customerNumber', text: '5510' })),
    'search cleared': await timed(() => (table.search = { field: 'customerNumber', text: '' })),
    'next page': await timed(() => (table.page = 2)),
    'select all': await timed(() => table.selectAll('matching')),
    '100 changes': await timed(() =>
      table.applyChanges({ upserts: records.slice(0, 100).map((record) => ({ ...record, state: 'QUEUED' })) }),
    ),
  };
}
