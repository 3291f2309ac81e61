import type { WireContext } from './wire-bed.js';

/** Commands whose outcome must be the same, byte for byte, wherever the engine runs; the Node and the browser test play it alike. */

const NOW = '2026-03-02T09:00:00.000Z';

/** Hash of the mock's state after the script. It changes with the engine's behaviour and only then: the Node test prints the new one. */
export const SCRIPT_HASH = '8b5016a88cf47384';

interface Step {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

const create = (service: string, fields: object): Step => ({
  method: 'POST',
  path: `/genesys/1/service/callback/${service}`,
  body: fields,
});

const STEPS: readonly Step[] = [
  { method: 'POST', path: '/mock/reset', body: { seed: 7, scenario: 'contact-centre', now: NOW } },
  { method: 'POST', path: '/mock/clock', body: { rate: 0 } },
  { method: 'PUT', path: '/mock/services/S', body: { _ttl: 3600, _disallow_impossible_phone_numbers: false } },
  { method: 'PUT', path: '/mock/services/Ünï', body: { _type: 'ors', _retain_session_until_ixn_deleted: true } },
  { method: 'PUT', path: '/mock/agents', body: { loggedIn: 3, handleSeconds: 45, answerRate: 0.7 } },
  create('S', { _customer_number: '+14155550101', _LOB: 'Primary' }),
  create('S', { _customer_number: '5510', name: 'Zoë 😀' }),
  create('%C3%9Cn%C3%AF', { _customer_number: '+442079460001', _desired_time: '2026-03-02T09:10:00.000Z' }),
  { method: 'POST', path: '/mock/records', body: { count: 500 } },
  { method: 'POST', path: '/mock/clock', body: { advance: 600 } },
  { method: 'PUT', path: '/mock/ors', body: { reachable: false } },
  create('S', { _customer_number: '+14155550102' }),
  { method: 'POST', path: '/mock/clock', body: { advance: 1800 } },
  { method: 'PUT', path: '/mock/ors', body: { reachable: true } },
  { method: 'POST', path: '/mock/clock', body: { now: '2026-03-02T13:00:00.000Z' } },
];

/** Plays the script and answers the hash at its end. */
export async function playScript(send: WireContext['fetch']): Promise<unknown> {
  for (const { method, path, body } of STEPS) {
    const headers = { 'content-type': 'application/json' };
    const response = await send(path, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  }
  const state = (await (await send('/mock/state')).json()) as { readonly hash: unknown };
  return state.hash;
}
