import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const path = '/mockServiceWorker.js';

/** The worker script as the installed msw package has it, so that the repository holds no copy that could grow old. */
export function workerScript() {
  return readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
}

/**
 * Serves the worker script, and puts it beside the page in a build.
 * @returns {import('vite').Plugin}
 */
export function mockServiceWorker() {
  return {
    name: 'mock-service-worker',
    configureServer({ middlewares }) {
      middlewares.use(path, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(workerScript());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: path.slice(1), source: workerScript() });
    },
  };
}
