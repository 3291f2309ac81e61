import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchHeadless, openPage } from '../support/headless.js';
import { serveFolder } from '../support/static-server.js';
import type { StaticServer } from '../support/static-server.js';
import { packageJson, root } from './package.js';

const readme = readFileSync(`${root}/README.md`, 'utf8');

/** The code blocks of the README in one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );
}

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  const [page = ''] = blocks('html');
  const transport = blocks('js').find((code) => code.includes('async list(query')) ?? '';
  const pages = {
    '/page.html': page,
    '/transport.html': page.replace(
      /<script type="module">[\s\S]*?<\/script>/,
      `<script type="module">${transport}</script>`,
    ),
    '/our/callbacks': JSON.stringify([
      { key: '7', queue: 'Sales', status: 'QUEUED', due: '2026-03-02T09:00:00Z', phone: '+15550100' },
    ]),
  };
  [browser, server] = await Promise.all([launchHeadless(), serveFolder(root, { pages })]);
});

afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
});

describe('the README', () => {
  it('shows a page that works by copy and paste', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${server.address}/page.html`);
    await page.getByRole('row').filter({ hasText: '5510' }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows a transport that works', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.address}/transport.html`);
    await page.getByRole('row').filter({ hasText: 'QUEUED' }).first().waitFor();
  });

  it('imports only paths that the package has', () => {
    const paths = [...readme.matchAll(/'callback-elements(\/[a-z/-]+)?'/g)].map(([, path = '']) => `.${path}`);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(Object.keys(packageJson.exports)).toContain(path);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: Record<string, string> };
    const names = [...readme.matchAll(/npm (?:run )?([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(Object.keys(scripts)).toContain(name);
  });

  it('has a row for every tag in its table', () => {
    const rows = [...readme.matchAll(/^\| `([a-z][a-z-]+)` +\|/gm)].map(([, tag = '']) => tag).sort();
    expect(rows).toHaveLength(7);
    expect(Object.keys(packageJson.exports)).toEqual(expect.arrayContaining(rows.map((tag) => `./${tag}`)));
  });
});
