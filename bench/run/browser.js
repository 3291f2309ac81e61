import { chromium } from 'playwright';
import { browserArguments, findBrowser, TEST_TIME_ZONE } from '../../scripts/browser.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').CDPSession} CDPSession */

/** Never asked of a network: what is there comes from memory. */
const ADDRESS = 'http://127.0.0.1/';

const HTML = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body><script type="module" src="/page.js"></script></body>
</html>`;

const CSS = `
  html, body { margin: 0; block-size: 100%; overflow: hidden; font: 13px sans-serif }
  #box { position: absolute; inset: 0 }
`;

/**
 * A browser to measure in.
 * @param {{ isFree?: boolean }} [options] free: frames come as fast as they are ready, so that no time is rounded to a sixtieth of a second
 */
export async function openBrowser({ isFree = false } = {}) {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: [
      ...browserArguments,
      '--js-flags=--max-old-space-size=4096',
      ...(isFree ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []),
    ],
    env: { .../** @type {Record<string, string>} */ (process.env), ...env },
  });
}

/** A page with a program in it. What goes wrong in the page is thrown by the next step. */
export class BenchPage {
  #page;
  #session;
  /** @type {string[]} */
  #errors = [];

  /**
   * @param {Page} page
   * @param {CDPSession} session
   */
  constructor(page, session) {
    this.#page = page;
    this.#session = session;
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
  }

  /**
   * @param {Browser} browser
   * @param {string} program
   * @param {string} name of what the program is to show
   */
  static async open(browser, program, name) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: TEST_TIME_ZONE });
    const page = await context.newPage();
    const opened = new BenchPage(page, await context.newCDPSession(page));
    /** @type {Record<string, { contentType: string, body: string }>} */
    const files = {
      '/': { contentType: 'text/html', body: HTML },
      '/page.css': { contentType: 'text/css', body: CSS },
      '/page.js': { contentType: 'text/javascript', body: program },
    };
    await page.route('**/*', (route) =>
      route.fulfill(files[new URL(route.request().url()).pathname] ?? { status: 404 }),
    );
    await page.goto(`${ADDRESS}#${encodeURIComponent(name)}`, { waitUntil: 'load' });
    return opened;
  }

  /**
   * Does a step in the page and gives what it gives.
   * @param {string} step
   * @param {...unknown} values
   * @returns {Promise<any>}
   */
  async do(step, ...values) {
    const result = await this.#page.evaluate(
      ([method, parameters]) => /** @type {any} */ (window).bench[method](...parameters),
      /** @type {const} */ ([step, values]),
    );
    const [error] = this.#errors;
    if (error !== undefined) throw new Error(`Failed to do "${step}" in the page: ${error}`);
    return result;
  }

  /**
   * @param {string} key
   * @param {number} [rest] milliseconds before the next
   */
  async press(key, rest = 0) {
    await this.#page.keyboard.press(key);
    await this.#page.waitForTimeout(rest);
  }

  /** @param {number} factor by which the processor gets slower */
  async slowDown(factor) {
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: factor });
  }

  /** Megabytes in use after rubbish was taken away: script, document and buffers. */
  async memory() {
    await this.#session.send('HeapProfiler.enable');
    for (let round = 0; round < 3; round += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const usage = /** @type {{ usedSize: number, embedderHeapUsedSize?: number, backingStorageSize?: number }} */ (
      await this.#session.send('Runtime.getHeapUsage')
    );
    await this.#session.send('HeapProfiler.disable');
    return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
  }

  async close() {
    await this.#page.context().close();
  }
}
