import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { browserArguments, findBrowser, TEST_TIME_ZONE } from './scripts/browser.js';
import { workerScript } from './scripts/mock-service-worker.js';
import { jsonReporter } from './scripts/wtr-json-reporter.js';

const browser = await findBrowser();
const report = process.env['WTR_REPORT'];

/** Serves the worker script from the msw package, so that the repository holds no copy of it. */
const mockServiceWorker = {
  name: 'mock-service-worker',
  /** @param {{ path: string }} context */
  serve(context) {
    return context.path === '/mockServiceWorker.js' ? { body: workerScript(), type: 'js' } : undefined;
  },
};

/** Puts the console guard in front of every test file; on its first line, so that line numbers stay. */
const consoleGuard = {
  name: 'console-guard',
  /** @param {{ path: string, body: unknown }} context */
  transform(context) {
    return context.path.startsWith('/test/') && context.path.endsWith('.test.ts')
      ? { body: `import '/test/support/console.ts';${String(context.body)}` }
      : undefined;
  },
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: ['test/{components,controllers}/**/*.test.ts', 'test/{contract,engine}/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // One page at a time: a page in the background gets neither focus nor animation frames.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: browser.executablePath,
        // Without motion nothing is half faded in when its contrast is measured.
        args: [...browserArguments, '--lang=en-US', '--force-prefers-reduced-motion'],
        env: { ...process.env, ...browser.env, TZ: TEST_TIME_ZONE },
      },
    }),
  ],
  plugins: [
    mockServiceWorker,
    esbuildPlugin({
      ts: true,
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      target: 'es2022',
    }),
    consoleGuard,
    a11ySnapshotPlugin(),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  // Lit's one notice that it runs in development mode is wanted here and marked as said, so that every other warning counts.
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Tests</title>
    <script>
      globalThis.litIssuedWarnings = new Set(['dev-mode']);
    </script>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    ...(report ? [jsonReporter(report)] : []),
  ],
};
