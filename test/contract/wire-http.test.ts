import { afterAll, assert, beforeAll, describe, it } from 'vitest';
import { startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { WireBed } from './wire-bed.js';
import { wireCases } from './wire-cases.js';
import { controlBy } from './wire-control.js';

describe('the wire over a socket', () => {
  let server: MockHttpServer;

  beforeAll(async () => {
    server = await startHttpServer({ port: 0, scenario: 'empty', rate: 0 });
  });

  afterAll(() => server.close());

  it.each(wireCases)('$name', async ({ run }) => {
    const send = (path: string, init?: RequestInit): Promise<Response> => fetch(`${server.url}${path}`, init);
    await run(await WireBed.prepare({ fetch: send, control: controlBy(send), assert }));
  });
});
