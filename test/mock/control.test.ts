import { getResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../mock-server/http/handlers.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';

const NOW = Date.UTC(2026, 2, 2, 9);

const ORIGIN = 'http://mock.test';

let engine: MockEngine;

beforeEach(() => {
  engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(NOW) });
});

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method, ...(body !== undefined && { body: text }) };
  const request = new Request(`${ORIGIN}${path}`, init);
  const response = (await getResponse(createHandlers(engine, { origin: ORIGIN }), request))!;
  return { status: response.status, body: await response.json() };
}

describe('control calls', () => {
  it('GET /mock/state tells the mock in a few words', async () => {
    const { status, body } = await call('GET', '/mock/state');
    expect(status).toBe(200);
    expect(body).toEqual({
      now: '2026-03-02T09:00:00.000Z',
      rate: 1,
      seed: 42,
      scenario: 'empty',
      counts: { SCHEDULED: 0, QUEUED: 0, ROUTING: 0, PROCESSING: 0, PAUSED: 0, COMPLETED: 0 },
      hash: expect.any(String) as string,
    });
  });

  it('POST /mock/reset starts over', async () => {
    const { body } = await call('POST', '/mock/reset', { seed: 7, scenario: 'empty', now: '2026-05-01T00:00:00Z' });
    expect(body).toMatchObject({ seed: 7, now: '2026-05-01T00:00:00.000Z' });
    expect((await call('POST', '/mock/reset')).body).toMatchObject({ seed: 42 });
  });

  it('POST /mock/clock moves, sets and paces time', async () => {
    expect((await call('POST', '/mock/clock', { advance: 60 })).body).toMatchObject({
      now: '2026-03-02T09:01:00.000Z',
    });
    const later = await call('POST', '/mock/clock', { now: '2026-03-02T10:00:00.000Z' });
    expect(later.body).toMatchObject({ now: '2026-03-02T10:00:00.000Z' });
    expect((await call('POST', '/mock/clock', { rate: 0 })).body).toMatchObject({ rate: 0 });
  });

  it('configures services, options, lists, agents, persons and ORS', async () => {
    for (const [method, path, body] of [
      ['PUT', '/mock/services/S%20%C3%BC', { _service: 'callback', _ttl: 60, _x: true, _udata: { a: 1 } }],
      ['PUT', '/mock/application', { callback: { callback_column_alias: { _LOB: 'Line' } } }],
      ['PUT', '/mock/transaction-lists/L', { services: { S: true } }],
      ['PUT', '/mock/agents', { loggedIn: 3 }],
      ['PUT', '/mock/persons/ada', { roles: ['Supervisor'], services: 'a, b' }],
      ['PUT', '/mock/ors', { reachable: false }],
    ] as const) {
      expect(await call(method, path, body)).toEqual({ status: 200, body: {} });
    }
    const { settings } = engine.current;
    expect(settings.services.get('S ü')).toEqual({ _service: 'callback', _ttl: '60', _x: 'true', _udata: '{"a":1}' });
    expect(settings.application.callback).toEqual({ callback_column_alias: '{"_LOB":"Line"}' });
    expect(settings.transactionLists.get('L')).toEqual({ services: { S: 'true' } });
    expect(settings.agents.loggedIn).toBe(3);
    expect(settings.persons.get('ada')).toEqual({ roles: ['Supervisor'], services: ['a', 'b'] });
    expect(settings.orsReachable).toBe(false);
    expect(await call('DELETE', '/mock/services/S%20%C3%BC')).toEqual({ status: 200, body: {} });
    expect(engine.current.settings.services.size).toBe(0);
  });

  it.each(['/mock', '/mock/'])('GET %s lists every call', async (path) => {
    const { status, body } = await call('GET', path);
    expect(status).toBe(200);
    expect(body).toEqual(expect.arrayContaining(['GET /mock', 'GET /mock/state', 'PUT /mock/services/{name}']));
  });

  it('makes and forces records', async () => {
    engine.setService('S', { _service: 'callback' });
    const made = await call('POST', '/mock/records', { count: 3, service: 'S', states: ['SCHEDULED'] });
    expect(made.body).toEqual({ count: 3 });
    const [id] = [...engine.current.records.keys()];
    expect((await call('PATCH', `/mock/callbacks/${id!}`, { state: 'COMPLETED', reason: 'FAIL_ERROR' })).status).toBe(
      200,
    );
    expect(engine.current.records.get(id!)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_ERROR' });
  });

  it('GET /mock/log goes on where a reader left off', async () => {
    await call('PUT', '/mock/ors', { reachable: false });
    const all = (await call('GET', '/mock/log')).body as { seq: number }[];
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    const rest = (await call('GET', `/mock/log?since=${all.length}`)).body as { seq: number }[];
    expect(rest[0]?.seq).toBe(all.length + 1);
  });
});

describe('a control call that cannot be carried out', () => {
  it.each([
    ['POST', '/mock/reset', { scenario: 'nowhere' }, 'contact-centre'],
    ['POST', '/mock/reset', { sceanrio: 'seed' }, '{ seed?, scenario?, now? }'],
    ['POST', '/mock/reset', { now: 'gestern' }, 'epoch milliseconds'],
    ['POST', '/mock/reset', { seed: 'x' }, 'a whole number'],
    ['POST', '/mock/clock', {}, '{ advance: seconds }'],
    ['POST', '/mock/clock', undefined, '{ advance: seconds }'],
    ['POST', '/mock/clock', { advance: 1, rate: 1 }, 'one of'],
    ['POST', '/mock/clock', { now: '2020-01-01T00:00:00Z' }, 'time never goes back'],
    ['POST', '/mock/clock', '{', 'Send JSON'],
    ['PUT', '/mock/services/S', [], '{ option: value }'],
    ['PUT', '/mock/application', { callback: 'x' }, '{ section: { option: value } }'],
    ['PUT', '/mock/agents', { answerRate: 2 }, 'from 0 to 1'],
    ['PUT', '/mock/agents', { loggedIn: -1 }, 'a whole number from 0'],
    ['PUT', '/mock/persons/ada', { roles: [1] }, 'a list of roles'],
    ['PUT', '/mock/persons/ada', { roles: ['Boss'] }, 'Supervisor, Administrator, CallbackReadOnly'],
    ['PUT', '/mock/ors', {}, 'true or false'],
    ['POST', '/mock/records', { count: -1 }, 'a whole number from 0'],
    ['POST', '/mock/records', { count: 1, states: ['GONE'] }, 'SCHEDULED'],
    ['PATCH', '/mock/callbacks/x', { state: 'GONE' }, 'SCHEDULED'],
    ['GET', '/mock/log?since=x', undefined, 'Send the seq of the last entry'],
  ])('%s %s %j is 400 and says what to send', async (method, path, body, words) => {
    const { hash } = engine.state();
    const answer = await call(method, path, body);
    expect(answer.status).toBe(400);
    expect((answer.body as { message: string }).message).toContain(words);
    expect(engine.state().hash).toBe(hash);
  });

  it.each([
    ['GET', '/mock/nothing', undefined, 404],
    ['PUT', '/mock/services', {}, 404],
    ['PUT', '/mock/services/a/b', {}, 404],
    ['DELETE', '/mock/state', undefined, 405],
    ['DELETE', '/mock/services/nowhere', undefined, 404],
    ['PATCH', '/mock/callbacks/unknown', { state: 'COMPLETED' }, 404],
  ])('%s %s is not there', async (method, path, body, status) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect((answer.body as { message: string }).message).toMatch(/^Failed to /);
  });
});
