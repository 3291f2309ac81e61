/**
 * The one place that knows which browser the tests, stories and pictures run in, and how to get one.
 *
 * Order: CHROME_PATH, an installed Chrome or Chromium, Playwright's own, Debian's package (as root),
 * a packaged headless build for Linux on x64, Playwright's download. NO_BROWSER_INSTALL=1 stops before anything is installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

/** @typedef {{ executablePath: string, env: Record<string, string> }} Browser */

/** The zone every browser runs in: half an hour off the full hour, so that a forgotten zone shows. */
export const TEST_TIME_ZONE = 'Asia/Kolkata';

const PACKAGED = '@sparticuz/chromium@147.0.0';
const cache = fileURLToPath(new URL('../.cache/browser/', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** Arguments that keep a browser quiet and on this machine. */
export const browserArguments = [
  // Root and containers have no sandbox; only pages of this repository are opened.
  ...(isRoot || process.env['CI'] ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

/** @type {Promise<Browser> | undefined} */
let found;

/**
 * Finds a browser, installing one if there is none.
 * @returns {Promise<Browser>}
 */
export function findBrowser() {
  found ??= search();
  return found;
}

/** @returns {Promise<Browser>} */
async function search() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (starts(named)) return plain(named);
    throw new Error(
      `Failed to find a browser: CHROME_PATH names ${named}, which does not start. Correct it or unset it.`,
    );
  }
  const installed = (await installedByChromeLauncher()) ?? (await installedByPlaywright());
  if (installed) return plain(installed);
  if (process.env['NO_BROWSER_INSTALL'] !== '1') {
    const fresh = (await fromDebian()) ?? (await fromPackage()) ?? (await fromPlaywright());
    if (fresh) return fresh;
  }
  throw new Error(
    'Failed to find a browser: none is installed and none could be installed. ' +
      'Install Chrome or Chromium, or set CHROME_PATH to one, or run "npx playwright install chromium".',
  );
}

/**
 * @param {string} executablePath
 * @returns {Browser}
 */
function plain(executablePath) {
  return { executablePath, env: {} };
}

/**
 * @param {string} executablePath
 * @param {Record<string, string>} [env]
 */
function starts(executablePath, env = {}) {
  try {
    execFileSync(executablePath, ['--version'], { stdio: 'ignore', env: { ...process.env, ...env } });
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<string | undefined>} */
async function installedByChromeLauncher() {
  const { Launcher } = await import('chrome-launcher');
  try {
    return Launcher.getInstallations().find((path) => starts(path));
  } catch {
    // chrome-launcher throws where it finds nothing; the next step decides.
    return undefined;
  }
}

/** @returns {Promise<string | undefined>} */
async function installedByPlaywright() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) && starts(path) ? path : undefined;
}

/** @returns {Promise<Browser | undefined>} */
async function fromDebian() {
  if (process.platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const ready =
    runs('apt-get', ['update'], { env }) &&
    runs('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  const path = ready ? await installedByChromeLauncher() : undefined;
  return path === undefined ? undefined : plain(path);
}

/**
 * A headless Chromium in an npm package; it brings the three libraries that a bare system lacks.
 * @returns {Promise<Browser | undefined>}
 */
async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  mkdirSync(cache, { recursive: true });
  const home = join(cache, 'node_modules/@sparticuz/chromium');
  if (!existsSync(home)) {
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    if (!runs('npm', ['install', '--no-save', '--no-audit', '--no-fund', PACKAGED], { cwd: cache })) return undefined;
  }
  const env = { LD_LIBRARY_PATH: unpackLibraries(home) };
  const executablePath = await unpackBrowser(home);
  return starts(executablePath, env) ? { executablePath, env } : undefined;
}

/**
 * The package unpacks loose files into the folder for temporary files; they belong into the cache.
 * @param {string} home
 * @returns {Promise<string>}
 */
async function unpackBrowser(home) {
  const { TMPDIR: before } = process.env;
  process.env['TMPDIR'] = cache;
  try {
    const { default: packaged } = await import(pathToFileURL(join(home, 'build/esm/index.js')).href);
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** @param {string} home */
function unpackLibraries(home) {
  const target = join(cache, 'libraries');
  if (!existsSync(target)) {
    mkdirSync(target, { recursive: true });
    const archive = brotliDecompressSync(readFileSync(join(home, 'bin/al2023.tar.br')));
    execFileSync('tar', ['-x', '-C', target], { input: archive });
  }
  return join(target, 'lib');
}

/** @returns {Promise<Browser | undefined>} */
async function fromPlaywright() {
  if (!runs('npx', ['playwright', 'install', 'chromium'])) return undefined;
  const path = await installedByPlaywright();
  return path === undefined ? undefined : plain(path);
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 */
function runs(command, parameters, { cwd, env } = {}) {
  try {
    execFileSync(command, parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      ...(cwd === undefined ? {} : { cwd }),
    });
    return true;
  } catch {
    return false;
  }
}
