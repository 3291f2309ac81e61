/**
 * Starts the mock as an HTTP server from its sources: Node 20 reads no TypeScript, so they are bundled first.
 * Its options are those of mock-server/cli.ts.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { endWithParent } from './end-with-parent.js';

endWithParent();

// A folder of its own: two mocks may start at the same time.
const outDir = fileURLToPath(new URL(`../.cache/mock-${process.pid}`, import.meta.url));

await build({
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: 'mock-server/cli.ts',
    outDir,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'cli.js' } },
  },
});
process.setSourceMapsEnabled(true);
try {
  await import(pathToFileURL(`${outDir}/cli.js`).href);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
