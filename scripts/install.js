/**
 * Installs the dependencies when they are missing or older than the lock file.
 * Runs before every command, so it may use nothing but Node's own modules.
 */
import { spawnSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Failed to start: Node ${process.versions.node} is too old. Use Node 20.19 or later.`);
}
// A linked node_modules belongs to another tree, and npm ci would empty it there.
const isLinked = lstatSync(`${root}/node_modules`, { throwIfNoEntry: false })?.isSymbolicLink() === true;
if (!isLinked && changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  console.log('Installing dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('Failed to install the dependencies: npm ci did not succeed. Its own message is above.');
}

/**
 * When a file last changed; never, if it is not there.
 * @param {string} file
 */
function changed(file) {
  return statSync(`${root}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
