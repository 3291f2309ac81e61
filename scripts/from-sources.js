/** Runs a program of this project from its TypeScript sources: Node 20 reads none, so they are bundled first. */
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * Resolves with what the program exports when it has been evaluated, to its end where it waits for something.
 * @param {string} entry path of the program, from the root of the project
 */
export async function runFromSources(entry) {
  // A folder of its own: two programs may start at the same time.
  const outDir = fileURLToPath(new URL(`../.cache/run-${process.pid}`, import.meta.url));
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      sourcemap: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'program.js' } },
    },
  });
  process.setSourceMapsEnabled(true);
  try {
    return await import(pathToFileURL(`${outDir}/program.js`).href);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
