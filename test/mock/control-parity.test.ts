import { describe, expect, it } from 'vitest';
import { isCallbackError } from '../../src/domain/errors.js';
import { createAnswering } from '../../mock-server/http/answer.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';

const NOW = Date.UTC(2026, 2, 2, 9);
const ID = '118-dc527ec0-4df1-4c28-b4d9-898f78092e6c';

/** A control call over HTTP, and the method that is to do the same. What is given is unread on both ways. */
interface Control {
  readonly method: string;
  readonly path: string;
  readonly run: (engine: MockEngine, given: never) => unknown;
}

const CONTROLS: Readonly<Record<string, Control>> = {
  reset: { method: 'POST', path: '/mock/reset', run: (engine, given) => engine.reset(given) },
  clock: { method: 'POST', path: '/mock/clock', run: (engine, given) => engine.clock(given) },
  setApplication: { method: 'PUT', path: '/mock/application', run: (engine, given) => engine.setApplication(given) },
  setService: { method: 'PUT', path: '/mock/services/q', run: (engine, given) => engine.setService('q', given) },
  setTransactionList: {
    method: 'PUT',
    path: '/mock/transaction-lists/L',
    run: (engine, given) => engine.setTransactionList('L', given),
  },
  setAgents: { method: 'PUT', path: '/mock/agents', run: (engine, given) => engine.setAgents(given) },
  setPerson: { method: 'PUT', path: '/mock/persons/ada', run: (engine, given) => engine.setPerson('ada', given) },
  patchCallback: {
    method: 'PATCH',
    path: `/mock/callbacks/${ID}`,
    run: (engine, given) => engine.patchCallback(ID, given),
  },
  generateRecords: { method: 'POST', path: '/mock/records', run: (engine, given) => engine.generateRecords(given) },
  setOrs: { method: 'PUT', path: '/mock/ors', run: (engine, given) => engine.setOrs(given) },
  setFaults: { method: 'PUT', path: '/mock/faults', run: (engine, given) => engine.setFaults(given) },
  openSnapshot: { method: 'PUT', path: '/mock/snapshot', run: (engine, given) => engine.openSnapshot(given) },
  openScenario: { method: 'PUT', path: '/mock/scenario', run: (engine, given) => engine.openScenario(given) },
};

/** Name of the call, what is given, and a word of the message; without one it is carried out. */
type Given = [name: string, given: unknown, words?: string];

const GIVEN: readonly Given[] = [
  ...Object.keys(CONTROLS).flatMap((name) =>
    [null, 'x', 5, true].map((given) => [name, given, 'Failed to'] satisfies Given),
  ),
  ...Object.keys(CONTROLS).flatMap((name) => (name === 'setFaults' ? [] : [[name, [], 'Failed to'] satisfies Given])),
  ['reset', {}],
  ['reset', { seed: 7, scenario: 'seed', now: '2026-03-02T10:00:00+01:00' }],
  ['reset', { now: NOW }],
  ['reset', { now: '2026-03-02T09:00' }, 'or epoch milliseconds'],
  ['reset', { now: '2026-02-30T09:00:00Z' }, 'now cannot be read'],
  ['reset', { now: -1 }, 'now cannot be read'],
  ['reset', { scenaro: 'seed' }, 'scenaro is not known'],
  ['reset', { seed: 1.5 }, 'a whole number'],
  ['reset', { scenario: 'nowhere' }, 'contact-centre'],
  ['clock', {}, 'nothing is wanted of it'],
  ['clock', { advanse: 5 }, 'advanse is not known'],
  ['clock', { advance: 1, rate: 1 }, 'advance and rate do not go together'],
  ['clock', { advance: '60' }],
  ['clock', { advance: -1 }, 'advance is -1'],
  ['clock', { rate: 100_000 }, '86400 is the most'],
  ['clock', { step: 0 }, 'from 1 to 10000'],
  ['clock', { step: true }],
  ['clock', { now: '2026-03-02T11:30:00+02:00' }],
  ['clock', { now: NOW + 1000 }],
  ['clock', { now: NOW - 1000 }, 'time never goes back'],
  ['clock', { pause: false }, 'Send true'],
  ['setApplication', { callback: 'x' }, 'section callback is not an object'],
  ['setApplication', { callback: { _ttl: 60 } }],
  ['setApplication', { mock: { 'error-bodi': 1 } }, 'error-bodi'],
  ['setService', { _service: 'callback', x: { a: 1 }, y: true, z: null }],
  ['setService', { _ttl: 'soon', _service: 'callback' }, '_ttl'],
  ['setTransactionList', { services: { q: true } }],
  ['setTransactionList', { services: true }, 'section services is not an object'],
  ['setAgents', { logedIn: 3 }, 'logedIn is not known'],
  ['setAgents', {}, 'nothing is to be changed'],
  ['setAgents', { loggedIn: 10_001 }, 'from 0 to 10000'],
  ['setAgents', { answerRate: 2 }, 'from 0 to 1'],
  ['setAgents', { loggedIn: 3, handleSeconds: 120 }],
  ['setPerson', { roles: 'Supervisor', services: 'a, b' }],
  ['setPerson', { roles: ['Supervisor'], services: [] }],
  ['setPerson', { roles: [5], services: [] }, 'a list of roles'],
  ['setPerson', { roles: ['Boss'], services: [] }, 'CallbackReadOnly'],
  ['patchCallback', { state: 'NOPE' }, 'one of SCHEDULED'],
  ['patchCallback', { orsSession: 'zombie' }, '"alive" or "dead"'],
  ['patchCallback', { state: 'SCHEDULED', orsSession: 'dead' }, 'SCHEDULED has no session'],
  ['patchCallback', { state: 'QUEUED', reason: 'CANCELLED' }, 'only a COMPLETED callback has one'],
  ['patchCallback', {}, 'nothing is to be changed'],
  ['patchCallback', { state: 'QUEUED', orsSession: 'dead' }],
  ['generateRecords', { count: 3, states: ['NOPE'] }, 'one or more of SCHEDULED'],
  ['generateRecords', { count: 3, states: [] }, 'leave states out'],
  ['generateRecords', { count: 3, states: 'SCHEDULED,COMPLETED' }],
  ['generateRecords', { states: ['SCHEDULED'] }, 'count is missing'],
  ['generateRecords', { count: 2, from: NOW + 9, to: '2026-03-02T10:00:00+01:00' }, 'it lies after to'],
  ['generateRecords', { count: 2, from: '2026-03-02T10:00:00+01:00', to: NOW + 9 }],
  ['generateRecords', { count: 2, service: 'nowhere' }, 'nowhere'],
  ['setOrs', {}, 'reachable is missing'],
  ['setOrs', { reachable: false, seconds: -1 }, 'seconds cannot be read'],
  ['setOrs', { reachable: false, seconds: 60 }],
  ['setFaults', [{ id: 'a', kind: 'drop', path: '/mock/**' }], 'control calls meet no faults'],
  ['setFaults', [{ id: 'a', kind: 'drop', path: '/genesys/**?_id=1' }], 'without origin and query'],
  ['setFaults', [{ id: 'a', kind: 'drop', path: 'http://portal.example/genesys/**' }], 'without origin and query'],
  ['setFaults', [{ id: 'a', kind: 'drop', method: 'FETCH' }], 'one of GET'],
  ['setFaults', [{ id: 'a', kind: 'drop', times: 0 }], 'a whole number from 1'],
  ['setFaults', [{ id: 'a', kind: 'drop', probability: 0 }], 'above 0'],
  ['setFaults', [{ id: 'a', kind: 'drop', method: 'post', path: 'genesys/**' }]],
  ['setFaults', []],
];

interface Outcome {
  readonly message?: string;
  readonly hash: string;
}

function begun(): MockEngine {
  return new MockEngine({ scenario: 'seed', now: NOW, rate: 0, clock: createSimulatedClock(NOW) });
}

function byMethod({ run }: Control, given: unknown): Outcome {
  const engine = begun();
  try {
    run(engine, given as never);
    return engine.state();
  } catch (error) {
    if (!isCallbackError(error) || error.code !== 'misuse') throw error;
    return { message: error.message, hash: engine.state().hash };
  }
}

async function byHttp({ method, path }: Control, given: unknown): Promise<Outcome & { readonly status: number }> {
  const engine = begun();
  const headers = { 'content-type': 'application/json' };
  const request = new Request(`http://127.0.0.1${path}`, { method, headers, body: JSON.stringify(given) });
  const { status, ...response } = await answered(engine, request);
  return { status, ...(status !== 200 && { message: response.message }), hash: engine.state().hash };
}

async function answered(engine: MockEngine, request: Request): Promise<{ readonly status: number; message: string }> {
  const response = await createAnswering(engine).answer(request);
  const { message = '' } = (await response.json()) as { readonly message?: string };
  return { status: response.status, message };
}

describe('what is given to a control call', () => {
  it.each<Given>(GIVEN)('%s %j is taken or refused alike over HTTP and by the method', async (name, given, words) => {
    const control = CONTROLS[name];
    if (control === undefined) throw new Error(name);
    const { status, ...http } = await byHttp(control, given);
    const { message, hash } = byMethod(control, given);
    expect(http).toEqual({ ...(message !== undefined && { message }), hash });
    expect(status === 200).toBe(words === undefined);
    expect(message ?? '').toContain(words ?? '');
    if (words !== undefined) expect(hash).toBe(begun().state().hash);
  });

  it('is what JSON can hold, or refused', () => {
    const engine = begun();
    const { hash } = engine.state();
    for (const [value, key] of [
      [() => 1, 'x'],
      [Number.NaN, 'x'],
      [Symbol.iterator, 'x'],
    ] as const) {
      expect(() => engine.setService('q', { [key]: value })).toThrow('x cannot be read');
    }
    expect(() => engine.setService(' ', {})).toThrow('its name cannot be read');
    expect(() => engine.patchCallback(7 as never, { state: 'QUEUED' })).toThrow('its name cannot be read');
    expect(() => engine.log('x' as never)).toThrow('since cannot be read');
    expect(() => engine.subscribe({} as never)).toThrow('no function');
    expect(engine.state().hash).toBe(hash);
  });
});

describe('a command', () => {
  it.each([
    [{ type: 'nope' }, 'which is no command'],
    [{ type: 'set-rate', rate: 3 }, 'which is no command'],
    [{ type: 'advance' }, 'command.to is missing'],
    [{ type: 'cancel', serviceName: 'Preview', id: ID }, 'command.discardOrsFailure is missing'],
    [{ type: 'create', serviceName: 'Preview', properties: { a: 1 } }, 'command.properties.a is not a text'],
    [undefined, 'command'],
  ])('%j is refused before it reaches the engine', (command, words) => {
    const engine = begun();
    const { hash } = engine.state();
    expect(() => engine.execute(command as never)).toThrow(words);
    expect(engine.state().hash).toBe(hash);
  });
});

describe('the options of a mock', () => {
  it.each([
    [{ scenaro: 'seed' }, 'scenaro is not known'],
    [{ now: '2026-03-02T09:00' }, 'now cannot be read'],
    [{ rate: '1' }, 'rate cannot be read'],
    [{ seed: 'x' }, 'seed cannot be read'],
    [{ clock: {} }, 'clock cannot be read'],
    [null, 'is not an object'],
  ])('%j are refused', (options, words) => {
    expect(() => new MockEngine(options as never)).toThrow(words);
  });

  it('take the same instant in every form', () => {
    for (const now of [NOW, '2026-03-02T09:00:00Z', '2026-03-02T10:00:00.000+01:00', '2026-03-02T09:00Z']) {
      expect(new MockEngine({ scenario: 'empty', now }).state().now).toBe('2026-03-02T09:00:00.000Z');
    }
  });
});
