/** Checks the types of every part of the repository; each has settings of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const projects = ['tsconfig.json', 'test', 'stories', '.storybook', 'demo', 'bench', 'scripts'];

/** @param {string} project */
const check = (project) =>
  new Promise((resolve) => {
    const tsc = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project], {
      cwd: root,
      stdio: 'inherit',
    });
    tsc.once('close', (status) => resolve(status === 0));
  });

let isSound = true;
// Two at a time: each holds a whole program in memory.
const queue = [...projects];
await Promise.all(
  [1, 2].map(async () => {
    for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
      isSound = (await check(project)) && isSound;
    }
  }),
);
if (!isSound) process.exitCode = 1;
