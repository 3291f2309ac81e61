import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../mock-server/http/handlers.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { playScript, SCRIPT_HASH } from './hash-script.js';
import { playScenarios, SCENARIO_HASHES } from './scenario-hashes.js';

const ORIGIN = 'http://mock.test';

describe('the same seed and the same commands', () => {
  const handlers = createHandlers(new MockEngine({ scenario: 'empty' }), { origin: ORIGIN });
  const send = async (path: string, init?: RequestInit): Promise<Response> =>
    (await getResponse(handlers, new Request(`${ORIGIN}${path}`, init))) ?? Response.error();

  it('give the hash that the browser gives', async () => {
    expect(await playScript(send)).toBe(SCRIPT_HASH);
  });

  it('let every scenario live as in the browser', async () => {
    expect(await playScenarios(send)).toEqual(SCENARIO_HASHES);
  });

  it('give it again', async () => {
    expect(await playScript(send)).toBe(await playScript(send));
  });
});
