import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { Demo } from './demo-page.js';
import type { DemoPage } from './demo-page.js';

/** What stands between the page and its server: it passes everything on, until it is told to answer otherwise. */
class Gateway {
  readonly #server: Server;
  readonly #behind: string;
  #page: string | undefined;

  constructor(behind: string) {
    this.#behind = behind;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/genesys`;
  }

  /** Answers every request with this page from now on, as a sign-in page would come. */
  answerWith(page: string): void {
    this.#page = page;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = request.headers.origin ?? '*';
    if (this.#page !== undefined && request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': origin }).end(this.#page);
      return;
    }
    const answer = await fetch(`${this.#behind}${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !['host', 'connection'].includes(name) ? [[name, value] as [string, string]] : [],
      ),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    const kept = [...answer.headers].filter(
      ([name]) => !['content-encoding', 'content-length', 'transfer-encoding'].includes(name),
    );
    response.writeHead(answer.status, Object.fromEntries(kept)).end(body);
  }
}

let demo: Demo;
let mock: MockHttpServer;
let gateway: Gateway;
let portal: DemoPage;

beforeAll(async () => {
  [demo, mock] = await Promise.all([Demo.start(), startHttpServer({ port: 0, scenario: 'seed' })]);
});

beforeEach(async () => {
  gateway = new Gateway(mock.url);
  portal = await demo.open({ 'base-url': await gateway.listen(), range: 'next-7-days' });
  await portal.waitForRows();
});

afterEach(async () => {
  await portal.close();
  await gateway.close();
});

afterAll(async () => {
  await Promise.all([demo.stop(), mock.close()]);
});

describe('a server that fails leaves the old rows, with a clear message', () => {
  it('when it answers with a page of HTML', async () => {
    const before = await portal.row().count();
    gateway.answerWith('<!doctype html><title>Sign in</title>');
    await portal.button('Refresh').click();
    await portal.page
      .getByText(/The server sent an answer that cannot be read/)
      .first()
      .waitFor();
    await portal.page.getByText(/^stale since/).waitFor();
    await portal.waitForRows(before);
    await portal.button('Try again').waitFor();
  });

  it('when it does not answer at all', async () => {
    const before = await portal.row().count();
    await gateway.close();
    await portal.button('Refresh').click();
    await portal.page
      .getByText(/The server cannot be reached/)
      .first()
      .waitFor();
    await portal.waitForRows(before);
  });
});
