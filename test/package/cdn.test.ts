import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchHeadless, openPage } from '../support/headless.js';
import { serveFolder } from '../support/static-server.js';
import type { StaticServer } from '../support/static-server.js';
import { root, tags } from './package.js';

const file = '/dist/cdn/callback-elements.js';

/** The policy under which the whole library promises to run. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const scripts = {
  once: `import '${file}';`,
  twice: `import '${file}'; import '${file}?copy';`,
  taken: `customElements.define('report-dialog', class Stranger extends HTMLElement {}); await import('${file}');`,
};

const pages = Object.fromEntries(
  Object.entries(scripts).flatMap(([name, script]) => [
    [`/${name}.js`, `${script} document.documentElement.dataset['ready'] = 'yes';`],
    [
      `/${name}`,
      `<!doctype html><html lang="en"><title>Test</title><script type="module" src="/${name}.js"></script></html>`,
    ],
  ]),
);

let browser: Browser;
let open: StaticServer;
let strict: StaticServer;

beforeAll(async () => {
  [browser, open, strict] = await Promise.all([
    launchHeadless(),
    serveFolder(root, { pages }),
    serveFolder(root, { pages, headers: { 'Content-Security-Policy': policy } }),
  ]);
});

afterAll(async () => {
  await Promise.all([browser.close(), open.close(), strict.close()]);
});

interface Visit {
  readonly registered: string[];
  readonly complaints: string[];
  readonly requests: string[];
}

/** Opens a page and tells which of our tags are registered when its script is through. */
async function visit(server: StaticServer, name: keyof typeof scripts): Promise<Visit> {
  const { page, complaints } = await openPage(browser);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${server.address}/${name}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const registered = await page.evaluate(
    (names) => names.filter((tag) => customElements.get(tag) !== undefined),
    [...tags],
  );
  await page.context().close();
  return { registered, complaints, requests: requests.filter((path) => path !== '/favicon.ico') };
}

describe('the CDN file', () => {
  it('registers every tag under the strict policy and loads nothing else', async () => {
    const { registered, complaints, requests } = await visit(strict, 'once');
    expect(registered).toEqual([...tags]);
    expect(complaints).toEqual([]);
    expect(requests).toEqual(['/once', '/once.js', file]);
  });

  it('is minified, and names no folder of the machine that built it', () => {
    const text = readFileSync(`${root}${file}`, 'utf8');
    expect(text).not.toMatch(/^\s*(\/\*\*|import |function )/m);
    for (const built of [text, readFileSync(`${root}${file}.map`, 'utf8')]) expect(built).not.toContain(root);
  });

  it('warns once per tag, and breaks nothing, when it is loaded twice', async () => {
    const { registered, complaints } = await visit(open, 'twice');
    expect(registered).toEqual([...tags]);
    expect(complaints).toHaveLength(tags.length);
    expect(complaints.every((text) => text.includes('another copy of callback-elements'))).toBe(true);
  });

  it('tells of a tag that a stranger holds, and registers the others', async () => {
    const { registered, complaints } = await visit(open, 'taken');
    expect(registered).toEqual([...tags]);
    const own = complaints.filter((text) => text.includes('<report-dialog>'));
    expect(own.length).toBeGreaterThan(0);
    expect(complaints).toEqual(own);
  });
});
