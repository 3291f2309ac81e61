import { chromium } from 'playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { browserArguments, findBrowser, TEST_TIME_ZONE } from '../../scripts/browser.js';

/** The browser of all other tests, driven from Node: for whole pages, where no test code runs inside. */
export async function launchHeadless(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: [...browserArguments],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

/** A page that keeps everything it says on the console and every error it did not catch. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ timezoneId: TEST_TIME_ZONE, locale: 'en-US', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Browsers ask for an icon that nobody promised.
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (['warning', 'error'].includes(message.type()) && !isIcon)
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return { page, complaints };
}
