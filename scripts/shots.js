/**
 * Takes pictures to be looked at: the demo, and the first story of every element, each light, dark, narrow and right to left.
 * They land in shots/, which is not committed. Names of stories on the command line choose those stories instead.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserArguments, findBrowser, TEST_TIME_ZONE } from './browser.js';
import { serveDemo } from './demo-server.js';

/** @typedef {{ name: string, width: number, scheme: 'light' | 'dark', direction: 'ltr' | 'rtl' }} Look */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}shots`;

/** @type {Look[]} */
const looks = [
  { name: 'light', width: 1280, scheme: 'light', direction: 'ltr' },
  { name: 'dark', width: 1280, scheme: 'dark', direction: 'ltr' },
  { name: 'narrow', width: 400, scheme: 'light', direction: 'ltr' },
  { name: 'rtl', width: 1280, scheme: 'light', direction: 'rtl' },
];

/** @type {Record<string, { query: string, press?: string | RegExp }>} */
const demoPages = {
  seed: { query: 'scenario=seed&range=next-7-days' },
  'contact-centre': { query: 'range=today' },
  'queue-details': { query: 'scenario=seed', press: /queue details/ },
  'custom-range': { query: 'scenario=seed&range=custom' },
  'new-callback': { query: 'scenario=seed', press: 'Create Callback' },
  services: { query: 'panel=services' },
};

const chosen = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: false,
  args: browserArguments,
  env: { .../** @type {Record<string, string>} */ (process.env), ...env },
});
try {
  if (chosen.length === 0) await takeDemo();
  await takeStories();
} finally {
  await browser.close();
}
console.log(`Pictures are in ${folder}.`);

async function takeDemo() {
  const { address, close } = await serveDemo([0]);
  for (const look of looks) {
    for (const [name, { query, press }] of Object.entries(demoPages)) {
      await take(`demo-${name}-${look.name}`, `${address}?rate=0&refresh-interval=0&${query}`, look, async (page) => {
        await page
          .getByText(/Callback\(s\) Found|Configured Services/)
          .first()
          .waitFor();
        await page.evaluate((direction) => (document.documentElement.dir = direction), look.direction);
        if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
      });
    }
  }
  close();
}

async function takeStories() {
  const { status } = spawnSync('npm', ['run', '--silent', 'build-storybook'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new Error('Failed to take pictures of the stories: Storybook did not build. Its message is above.');
  const { entries } = JSON.parse(readFileSync(`${root}/storybook-static/index.json`, 'utf8'));
  const server = await preview({
    root,
    configFile: false,
    build: { outDir: 'storybook-static' },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  for (const { id } of storiesOf(entries)) {
    for (const look of looks) {
      const globals = `scheme:${look.scheme};direction:${look.direction}`;
      await take(
        `${id}-${look.name}`,
        `${address}iframe.html?viewMode=story&id=${id}&globals=${globals}`,
        look,
        async (page) => {
          await page.locator('#storybook-root > *').first().waitFor({ state: 'attached' });
        },
      );
    }
  }
  await server.close();
}

/**
 * The chosen stories, or the first one of every element.
 * @param {Record<string, { id: string, title: string, type: string }>} entries
 */
function storiesOf(entries) {
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  if (chosen.length > 0) return stories.filter(({ id }) => chosen.some((name) => id.includes(name)));
  return stories.filter((story, index) => stories.findIndex(({ title }) => title === story.title) === index);
}

/**
 * @param {string} name
 * @param {string} address
 * @param {Look} look
 * @param {(page: import('playwright').Page) => Promise<unknown>} ready
 */
async function take(name, address, { width, scheme }, ready) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    timezoneId: TEST_TIME_ZONE,
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
}
