import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MOCK_SWITCHES } from '../../mock-server/engine/options/mock-switches.js';
import { SCENARIOS } from '../../mock-server/scenarios/index.js';
import { browserArguments, findBrowser } from '../../scripts/browser.js';
import { workerScript } from '../../scripts/mock-service-worker.js';
import { freePort, runScript } from '../support/command.js';
import { launchHeadless, openPage } from '../support/headless.js';
import type { RunningCommand } from '../support/command.js';
import { serveFolder } from '../support/static-server.js';
import { packageJson, root } from './package.js';

const run = promisify(execFile);
/** The page that everybody reads, and the one that it sends to for the rest. */
const page = ['mock', 'mock-evidence'].map((name) => readFileSync(`${root}/docs/${name}.md`, 'utf8')).join('\n');

/** A code block of the page. */
interface Block {
  readonly language: string;
  /** What stands behind the language: the status of an answer that is not 200. */
  readonly note: string;
  readonly code: string;
  /** Whether nothing but blank lines stands between it and the block before. */
  readonly follows: boolean;
}

const blocks = readBlocks();

/** Commands of a block, and the answer that is shown below them. */
interface Example {
  readonly commands: readonly string[];
  readonly answer?: Block;
}

const examples = blocks.flatMap(({ language, code }, index): readonly Example[] => {
  if (language !== 'sh' || !code.startsWith('curl')) return [];
  const next = blocks[index + 1];
  return [
    { commands: code.trim().split('\n'), ...(next?.follows === true && next.language === 'json' && { answer: next }) },
  ];
});

let mock: RunningCommand;
let port: number;
let folder: string;

beforeAll(async () => {
  mkdirSync(`${root}/.cache`, { recursive: true });
  // Inside the repository, so that the scripts of the page find the package by its name.
  folder = mkdtempSync(`${root}/.cache/docs-`);
  port = await freePort();
  const [start = ''] = blocks.flatMap(({ code }) => (code.startsWith('npm run mock -- --port') ? [code.trim()] : []));
  const flags = start.replace('8010', String(port)).split(' ').slice(4);
  mock = await runScript('mock', ...flags);
});

afterAll(async () => {
  await mock.stop();
  rmSync(folder, { recursive: true });
});

describe('the examples of the page, one after the other', () => {
  it.each(examples.map(({ commands, answer }) => [commands.at(-1) ?? '', commands, answer] as const))(
    '%s',
    async (_, commands, answer) => {
      for (const command of commands) {
        const { status, body } = await send(command);
        expect({ status, body: status === 200 ? '' : body }).toEqual({
          status: Number(answer?.note === undefined || answer.note === '' ? 200 : answer.note),
          body: answer?.note ? (expect.any(String) as string) : '',
        });
        if (answer !== undefined) expectShown(JSON.parse(answer.code), JSON.parse(body), '');
      }
    },
  );

  it('work in Playwright', async () => {
    const spec = blocks.find(({ code }) => code.includes('playwright/test'))?.code ?? '';
    const portal = blockWith('html', '/dist/cdn/');
    const [server, { executablePath, env }] = await Promise.all([
      serveFolder(root, { pages: { '/portal.html': portal } }),
      findBrowser(),
    ]);
    try {
      writeFileSync(`${folder}/portal.spec.mjs`, spec.replaceAll('http://127.0.0.1:8080', server.address));
      const launchOptions = { executablePath, args: browserArguments, chromiumSandbox: false };
      const configuration = { testDir: '.', outputDir: 'results', reporter: 'line', use: { launchOptions } };
      writeFileSync(`${folder}/playwright.config.mjs`, `export default ${JSON.stringify(configuration)};`);
      const cli = `${root}/node_modules/playwright/cli.js`;
      const runner = run(process.execPath, [cli, 'test', '--config', folder], {
        cwd: folder,
        env: { ...process.env, ...env },
      });
      // A failed run tells why on its standard output.
      const { stdout } = await runner.catch((error: unknown) => error as { readonly stdout: string });
      expect(stdout).toContain('3 passed');
    } finally {
      await server.close();
    }
  }, 120_000);

  it.each(['', '?in-process'])(
    'work in a page that embeds the mock%s',
    async (search) => {
      const built = await embeddedPage();
      const [server, browser] = await Promise.all([
        serveFolder(built, {
          pages: { '/page.html': blockWith('html', './portal.js'), '/mockServiceWorker.js': workerScript() },
        }),
        launchHeadless(),
      ]);
      try {
        const { page: tab, complaints } = await openPage(browser);
        await tab.goto(`${server.address}/page.html${search}`);
        await tab.getByRole('row').filter({ hasText: '5110' }).first().waitFor();
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
        await server.close();
      }
    },
    120_000,
  );

  it('replay a scenario file', async () => {
    const [at, { code = '' } = {}] = [...blocks.entries()].find(([, block]) => block.code.includes(' replay ')) ?? [];
    const shown = at === undefined ? undefined : blocks[at + 1];
    // A reader calls it from the root; the file lies elsewhere here.
    const [command = '', ...parameters] = code
      .trim()
      .replace('npm run', `npm run --silent --prefix ${root}`)
      .split(' ');
    const { stdout } = await run(command, parameters, { cwd: folder });
    const [before = '', after = ''] = (shown?.code ?? '').trim().split('…');
    expect(stdout.slice(0, before.length)).toBe(before);
    expect(stdout.slice(before.length)).toMatch(/^[0-9a-f]{16}\n$/);
    expect(after).toBe('');
  });

  it('work in Node without a socket', async () => {
    const script = blocks.find(({ code }) => code.includes('createMockServer'))?.code ?? '';
    writeFileSync(`${folder}/without-socket.mjs`, script);
    await run(process.execPath, [`${folder}/without-socket.mjs`], { cwd: folder });
  });
});

describe('the page', () => {
  it('has an example of every control call', async () => {
    const calls = (await (await fetch(`${mock.address}/mock`)).json()) as readonly string[];
    expect(calls.length).toBeGreaterThan(15);
    for (const [method = '', path = ''] of calls.map((call) => call.split(' '))) {
      const address = new RegExp(`:8010${path.replace('{name}', '[^/ ]+')}(['? ]|$)`);
      const isShown = examples.some(({ commands }) =>
        commands.some((command) => methodOf(command) === method && address.test(command)),
      );
      expect(isShown, `${method} ${path}`).toBe(true);
    }
  });

  it('tells of every scenario what the mock itself tells', () => {
    for (const { name, description } of SCENARIOS) expect(page).toContain(`### ${name}\n\n${description}\n`);
  });

  it('names every switch of the mock, its default and what it is for', () => {
    for (const { name, description, defaultValue = '' } of MOCK_SWITCHES) {
      expect(rowOf(name)).toContain(`| ${description.replaceAll('|', '\\|')}`);
      expect(rowOf(name)).toContain(defaultValue);
    }
    for (const { values } of MOCK_SWITCHES) {
      if (values.kind === 'names') expect(page).toContain(values.of?.map((name) => `\`${name}\``).join(', '));
    }
  });

  it('has a row for every endpoint of the wire', () => {
    const routes = readFileSync(`${root}/src/wire/routes.ts`, 'utf8');
    const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(15);
    for (const path of paths) expect(page).toMatch(new RegExp(`${path}\``));
  });

  it('has a row for every kind of fault', async () => {
    const command = `curl -X PUT http://127.0.0.1:8010/mock/faults -H 'Content-Type: application/json' -d '[{ "id": "a", "kind": "b" }]'`;
    const { message } = JSON.parse((await send(command)).body) as { readonly message: string };
    const kinds = /one of ([a-z, -]+)/.exec(message)?.[1]?.split(', ') ?? [];
    expect(kinds.length).toBeGreaterThanOrEqual(10);
    for (const kind of kinds) expect(rowOf(kind)).not.toBe('');
  });
});

describe('what I want', () => {
  const rows = page.split('\n').flatMap((line) => {
    const calls = [...line.matchAll(/`(GET|PUT|POST|PATCH|DELETE) (\/mock\/\S+) ([[{].*?)`/g)];
    return line.startsWith('|') && calls.length > 0 ? [[line.split('|')[1]?.trim() ?? '', calls] as const] : [];
  });

  it('is in the table', () => {
    expect(rows.length).toBeGreaterThanOrEqual(12);
  });

  it.each(rows)('%s', async (_, calls) => {
    await fetch(`${mock.address}/mock/reset`, { method: 'POST', body: '{ "scenario": "seed" }' });
    for (const [, method = '', path = '', body = ''] of calls) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(mock.address + path, { method, headers, body });
      expect({ status: response.status, body: await response.text() }).toMatchObject({ status: 200 });
    }
  });
});

/** The code of the block that holds some words. */
function blockWith(language: string, words: string): string {
  return blocks.find((block) => block.language === language && block.code.includes(words))?.code ?? '';
}

/** The page that embeds the mock, made by a bundler as a reader would; gives the folder to serve. */
async function embeddedPage(): Promise<string> {
  const entry = `${folder}/portal.js`;
  const outDir = `${folder}/embedded`;
  if (existsSync(outDir)) return outDir;
  mkdirSync(`${folder}/node_modules`);
  symlinkSync(root, `${folder}/node_modules/${packageJson.name}`);
  writeFileSync(entry, blockWith('js', 'startMock({'));
  const rolldownOptions = { input: entry, output: { entryFileNames: 'portal.js' } };
  // As for a site: test runners say otherwise, and then Lit warns.
  vi.stubEnv('NODE_ENV', 'production');
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { outDir, target: 'es2022', rolldownOptions },
  });
  vi.unstubAllEnvs();
  return outDir;
}

function readBlocks(): readonly Block[] {
  const found = [...page.matchAll(/^```(\w+) ?(\d*)\n([\s\S]*?)^```$/gm)];
  return found.map(({ 0: text, 1: language = '', 2: note = '', 3: code = '', index }, place) => {
    const before = found[place - 1];
    const end = before === undefined ? 0 : before.index + before[0].length;
    return { language, note, code, follows: text !== '' && page.slice(end, index).trim() === '' };
  });
}

/** The row of a table whose first cell is a name; empty when there is none. */
function rowOf(name: string): string {
  return page.split('\n').find((line) => line.replace(/\s+/g, ' ').startsWith(`| \`${name}\` |`)) ?? '';
}

function methodOf(command: string): string {
  return / -X ([A-Z]+) /.exec(command)?.[1] ?? 'GET';
}

async function send(command: string): Promise<{ readonly status: number; readonly body: string }> {
  const line = command.replace(/^curl/, `curl --silent --show-error --write-out '\\n%{http_code}'`);
  const { stdout } = await run('bash', ['-c', line.replace(':8010/', `:${port}/`)], { cwd: folder });
  const end = stdout.lastIndexOf('\n');
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) };
}

/** Compares an answer with what the page shows of it: `…` stands for anything, as a member or an entry for any number of them. */
function expectShown(shown: unknown, actual: unknown, at: string): void {
  if (shown === '…') return;
  if (Array.isArray(shown)) {
    expect(actual, at).toBeInstanceOf(Array);
    const entries = shown.filter((entry) => entry !== '…');
    const list = actual as readonly unknown[];
    if (entries.length === shown.length) expect(list.length, at).toBe(shown.length);
    entries.forEach((entry, index) => expectShown(entry, list[index], `${at}[${index}]`));
  } else if (typeof shown === 'object' && shown !== null) {
    const { '…': rest, ...members } = shown as Readonly<Record<string, unknown>>;
    const fields = actual as Readonly<Record<string, unknown>>;
    if (rest === undefined) expect(Object.keys(fields).sort(), at).toEqual(Object.keys(members).sort());
    for (const [key, value] of Object.entries(members)) expectShown(value, fields[key], `${at}.${key}`);
  } else expect(actual, at).toEqual(shown);
}
