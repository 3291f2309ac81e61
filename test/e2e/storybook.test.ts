import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchHeadless, openPage } from '../support/headless.js';
import { serveFolder } from '../support/static-server.js';
import type { StaticServer } from '../support/static-server.js';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: 'docs' | 'story';
}

const folder = mkdtempSync(join(tmpdir(), 'storybook-'));
let browser: Browser;
let server: StaticServer;
let entries: readonly Entry[];

beforeAll(async () => {
  execFileSync('npm', ['run', '--silent', 'build-storybook', '--', '--output-dir', join(folder, 'below/here')], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
    // As it is published; the test runner's own surroundings would choose Lit's development build.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const index = JSON.parse(readFileSync(join(folder, 'below/here/index.json'), 'utf8')) as {
    readonly entries: Readonly<Record<string, Entry>>;
  };
  entries = Object.values(index.entries);
  [browser, server] = await Promise.all([launchHeadless(), serveFolder(folder)]);
});

afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('the published Storybook', () => {
  it('works below any path and asks nobody else for anything', async () => {
    const { page } = await openPage(browser);
    const strangers: string[] = [];
    const missing: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address) && !/^(data|blob):/.test(request.url()))
        strangers.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    const docs = entries.find(({ type }) => type === 'docs')?.id ?? '';
    await page.goto(`${server.address}/below/here/?path=/docs/${docs}`);
    await page.frameLocator('#storybook-preview-iframe').locator('#storybook-docs h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect({ strangers, missing }).toEqual({ strangers: [], missing: [] });
  });

  it('shows the first story of every element without a complaint', async () => {
    const stories = entries.filter(({ type }) => type === 'story');
    const first = new Map(stories.toReversed().map(({ id, title }) => [title, id]));
    expect(first.size).toBeGreaterThan(0);
    const { page, complaints } = await openPage(browser);
    for (const id of first.values()) {
      await page.goto(`${server.address}/below/here/iframe.html?viewMode=story&id=${id}`);
      await page.locator('.sb-show-main #storybook-root > *').first().waitFor({ state: 'attached' });
    }
    expect(complaints).toEqual([]);
  });
});
