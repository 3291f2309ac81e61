import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { freePort, runScript } from '../support/command.js';
import type { RunningCommand } from '../support/command.js';
import { launchHeadless, openPage } from '../support/headless.js';

/** When the mock's clock stands still in these tests: a Monday morning in March, UTC. */
const NOW = '2026-03-09T09:00:00Z';

/** The demo as `npm start` serves it, and a browser. */
export class Demo {
  readonly #command: RunningCommand;
  readonly #browser: Browser;

  private constructor(command: RunningCommand, browser: Browser) {
    this.#command = command;
    this.#browser = browser;
  }

  static async start(): Promise<Demo> {
    const port = await freePort();
    const [command, browser] = await Promise.all([runScript('start', '--port', String(port)), launchHeadless()]);
    return new Demo(command, browser);
  }

  /**
   * Opens the demo in a browser that has never seen it. Its clock stands and nothing waits to be undone, unless `rate` and `undo-delay`
   * say otherwise; its zone is that of all tests, unless another is named.
   */
  async open(
    parameters: Readonly<Record<string, string>> = {},
    place: Pick<BrowserContextOptions, 'timezoneId'> = {},
  ): Promise<DemoPage> {
    const { page, complaints } = await openPage(this.#browser, {
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
      ...place,
    });
    const query = new URLSearchParams({
      now: NOW,
      rate: '0',
      'refresh-interval': '0',
      'undo-delay': '0',
      ...parameters,
    });
    await page.goto(`${this.#command.address}/?${query.toString()}`);
    return new DemoPage(page, complaints);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#command.stop();
  }
}

/** The portal page in the hands of a supervisor: everything is found by role and name. */
export class DemoPage {
  readonly page: Page;
  /** What the page said on the console, and errors nobody caught. */
  readonly complaints: readonly string[];

  constructor(page: Page, complaints: readonly string[]) {
    this.page = page;
    this.complaints = complaints;
  }

  /** Rows of callbacks that hold a text; the header is none. */
  row(text: RegExp | string = /./): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('gridcell'), hasText: text });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'));
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(text);
  }

  /** Waits until the table has this many rows; with a number, at most those of one page. */
  async waitForRows(count?: number): Promise<void> {
    await this.row().first().waitFor();
    if (count === undefined) return;
    const rows = this.row();
    await this.page.waitForFunction(
      ([wanted]) =>
        document.querySelector('callback-panel')?.shadowRoot?.querySelector('callback-table')?.matchingCount === wanted,
      [count],
    );
    if ((await rows.count()) !== count)
      throw new Error(`${String(count)} callbacks match, but ${String(await rows.count())} rows show.`);
  }

  /** Opens the list of ranges and takes one. */
  async choose(range: string): Promise<void> {
    await this.page.getByLabel('Date range').selectOption(range);
  }

  /** Moves the mock's clock by the strip at the foot of the page; the list is loaded again. */
  async passHour(): Promise<void> {
    await this.button('+1 h').click();
    await this.page.getByText('updated just now').waitFor();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
