import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

function typeOf(path: string): string {
  return types[extname(path) || '.html'] ?? 'application/octet-stream';
}

export interface StaticServer {
  readonly address: string;
  close(): Promise<void>;
}

export interface StaticServerOptions {
  /** Texts that are in no file, by path; without an extension they are pages. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Sent with every answer, for example a content security policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves a folder on a free port of this machine. */
export async function serveFolder(
  folder: string,
  { pages = {}, headers = {} }: StaticServerOptions = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const answer = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
    };
    const page = pages[path];
    if (page !== undefined) {
      answer(200, typeOf(path), page);
      return;
    }
    readFile(join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path))).then(
      (body) => answer(200, typeOf(path), body),
      () => answer(404, 'text/plain', 'Not found'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
