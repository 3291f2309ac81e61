import { once } from 'node:events';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Bundles the demo and serves it from memory, so that the page opens as fast as a real one and two servers never share files.
 * @param {number[]} ports Tried in this order; 0 is any free one.
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serveDemo(ports) {
  const files = await bundle();
  for (const port of ports) {
    const server = createServer((request, response) => answer(files, request, response)).listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
      continue;
    }
    const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
    return { address: `http://127.0.0.1:${taken}/`, close: () => void server.close() };
  }
  throw new Error(
    `Failed to serve the demo: port ${ports.join(', ')} is in use. Choose another one with "npm start -- --port N".`,
  );
}

/** @returns {Promise<Map<string, string | Uint8Array>>} */
async function bundle() {
  // Vite takes it from the surroundings, and a test runner's would choose Lit's development build.
  process.env['NODE_ENV'] = 'production';
  const result = await build({
    configFile: fileURLToPath(new URL('../demo/vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { write: false },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (result);
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}

/**
 * @param {Map<string, string | Uint8Array>} files
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(files, request, response) {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const body = files.get(path);
  if (body === undefined) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
  else response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(body);
}
