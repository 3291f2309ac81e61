/**
 * The project's own benchmarks, one after the other: they print tables and judge nothing.
 * Names choose among the parts. Options go to the table's: `npm run bench -- table --quick` is a look of about a minute.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const VITEST = 'node_modules/vitest/vitest.mjs';

/** Each part by the programs it runs. */
/** @type {Readonly<Record<string, readonly (readonly string[])[]>>} */
const parts = {
  pure: [[VITEST, 'bench', '--run', '--config', 'bench/vitest.config.ts']],
  engine: [['bench/engine.js']],
  build: [['scripts/build.js']],
  bundle: [['bench/bundle.js']],
  csv: [['bench/csv.js']],
  'load-path': [['bench/load-path.js']],
  table: [['bench/table.js']],
};

const dist = fileURLToPath(new URL('../dist/src/define.js', import.meta.url));
const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('--'));
const names = firstOption === -1 ? words : words.slice(0, firstOption);
const options = firstOption === -1 ? [] : words.slice(firstOption);

// What is measured is what people load.
if (names.length > 0 && !options.includes('--sources') && !existsSync(dist)) run(['scripts/build.js']);
for (const name of names.length === 0 ? Object.keys(parts) : names) {
  const programs = parts[name];
  if (programs === undefined) {
    throw new Error(`Failed to run the bench: there is no "${name}". Choose among ${Object.keys(parts).join(', ')}.`);
  }
  for (const program of programs) run(name === 'table' ? [...program, ...options] : program);
}

/** @param {readonly string[]} program with its arguments */
function run(program) {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const { status } = spawnSync(process.execPath, program, { cwd, stdio: 'inherit' });
  // The program has said what is wrong.
  if (status !== 0) process.exit(status ?? 1);
}
