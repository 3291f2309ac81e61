import { SCENARIO_NAMES } from '../../mock-server/scenarios/index.js';
import type { WireContext } from './wire-bed.js';

/** Scenarios must begin and live alike wherever the engine runs; the Node and the browser test play them alike. */

const NOW = '2026-03-09T09:00:00.000Z';

/** Hash of each scenario after an hour. It changes with the engine's behaviour and only then: the Node test prints the new ones. */
export const SCENARIO_HASHES: Readonly<Record<string, string>> = {
  'black-friday': '6c52ab7f98fd0e98',
  'contact-centre': '2934cc51703c180c',
  'dst-night': 'f069696b3656567e',
  empty: '68605a3df998cc85',
  hostile: 'd03d5d012decd08a',
  huge: '302b13a38b2eb103',
  outage: 'f0ebc52aedf0f3dd',
  seed: 'f8221def901bd64e',
};

/** Begins every scenario, lets it live for an hour, and answers the hashes. */
export async function playScenarios(send: WireContext['fetch']): Promise<Readonly<Record<string, string>>> {
  const call = async (path: string, body?: unknown): Promise<{ readonly hash: string }> => {
    const response = await send(path, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { readonly hash: string };
  };
  const hashes: Record<string, string> = {};
  for (const scenario of SCENARIO_NAMES) {
    await call('/mock/reset', { scenario, seed: 42, now: NOW });
    await call('/mock/clock', { rate: 0 });
    await call('/mock/clock', { now: '2026-03-09T10:00:00.000Z' });
    hashes[scenario] = (await call('/mock/state')).hash;
  }
  return hashes;
}
