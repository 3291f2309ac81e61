import { getResponse } from 'msw';
import { assert, describe, it } from 'vitest';
import { createHandlers } from '../../mock-server/http/handlers.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { WireBed } from './wire-bed.js';
import { wireCases } from './wire-cases.js';
import { controlBy } from './wire-control.js';

const ORIGIN = 'http://mock.test';

describe('the wire without a network', () => {
  const engine = new MockEngine({ scenario: 'empty', rate: 0 });
  const handlers = createHandlers(engine, { origin: ORIGIN });

  const send = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await getResponse(handlers, new Request(`${ORIGIN}${path}`, init));
    if (response === undefined) throw new Error(`Nothing answered ${path}.`);
    // A network would have broken the connection.
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };

  it.each(wireCases)('$name', async ({ run }) => {
    await run(await WireBed.prepare({ fetch: send, control: controlBy(send), assert }));
  });
});
