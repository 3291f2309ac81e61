import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { apply, createState } from '../../../mock-server/engine/engine.js';
import type { EngineState } from '../../../mock-server/engine/engine.js';
import { createHandlers } from '../../../mock-server/http/handlers.js';
import { InProcessTransport } from '../../../mock-server/in-process.js';
import { MockEngine } from '../../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../../mock-server/ports/clock.js';
import { writeSnapshot } from '../../../mock-server/shell/time-travel/mock-snapshot.js';
import { createQuery } from '../../../src/domain/query.js';
import { GmsTransport } from '../../../src/transport/gms-transport.js';
import { isSeenBy } from './access/persons.js';
import { actionOf } from './actions.js';
import { takesCallbacks } from './options.js';
import { PERSONS, worldOf } from './world.js';

/** Worlds that are looked at through the shells, each as it stands after its moves. */
const WORLDS = 30;
const REASON = 'CANCELLED_BY_ADMIN';

type Way = 'in process' | 'over the wire';

/** The state that the commands of a world come to, with persons who may enter and change. */
function stateOf(seed: number): EngineState {
  const world = worldOf(seed);
  let state: EngineState = createState(world);
  const carryOut = (command: Parameters<typeof apply>[1]): void => {
    const result = apply(state, command);
    if (result.ok) state = result.state;
  };
  for (const command of world.opening) carryOut(command);
  for (const move of world.moves) {
    const action = actionOf(move, state, world);
    if (action.type === 'command') carryOut(action.command);
  }
  for (const name of PERSONS) {
    const services = state.settings.persons.get(name)?.services ?? [];
    carryOut({ type: 'set-person', name, roles: ['Supervisor'], services });
  }
  return state;
}

/** A shell around a state that stands still, for one person. */
function shell(state: EngineState, user: string, way: Way) {
  const engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(state.now), rate: 0 });
  engine.openSnapshot(writeSnapshot({ scenario: 'empty', pace: { rate: 0, playRate: 1 }, state }));
  if (way === 'in process') return { engine, transport: new InProcessTransport(engine, { user }) };
  const handlers = createHandlers(engine, { origin: 'http://mock.invalid' });
  const wired: typeof fetch = async (input, init) =>
    (await getResponse(handlers, new Request(input, init))) ?? new Response(null, { status: 404 });
  return { engine, transport: new GmsTransport({ baseUrl: 'http://mock.invalid/genesys', fetch: wired, user }) };
}

/** I26, as it reaches whoever asks: everything a person of simulated worlds can be told, against a reading of the person's own. */
describe.each<Way>(['in process', 'over the wire'])('%s', (way) => {
  it('a person lists, counts, cancels and exports what is theirs, and all of it', { timeout: 60_000 }, async () => {
    let hidden = 0;
    for (let seed = 1; seed <= WORLDS; seed += 1) {
      const state = stateOf(seed);
      for (const user of PERSONS) {
        const records = [...state.records.values()];
        const own = records.filter(({ serviceName }) => isSeenBy(state, user, serviceName));
        hidden += records.length - own.length;
        const { engine, transport } = shell(state, user, way);
        const listed = own.filter(({ serviceName }) => takesCallbacks(state.settings, serviceName));
        const range = { start: 0, end: state.now + 400 * 86_400_000 };
        const found = await transport.list(createQuery({ range }));
        expect(idsOf(found.records), `list in world ${seed}`).toEqual(idsOf(listed));
        const services = [...state.settings.services.keys()].filter(
          (name) => takesCallbacks(state.settings, name) && isSeenBy(state, user, name),
        );
        expect(Object.keys((await transport.watermarks([])).services).sort()).toEqual(services.sort());
        const { outcomes } = await transport.cancelMany(
          records.map(({ id }) => id),
          { reason: REASON },
        );
        const done = new Set(outcomes.filter(({ outcome }) => outcome === 'done').map(({ id }) => id));
        const cancellable = own.filter(({ state: stage }) => stage !== 'PROCESSING' && stage !== 'COMPLETED');
        expect([...done].sort(), `bulk cancel in world ${seed}`).toEqual(idsOf(cancellable));
        for (const record of records)
          if (!own.includes(record)) expect(engine.current.records.get(record.id)).toEqual(record);
        const exported = (await transport.exportCancelled(['_service_id'])).split('\r\n').slice(1, -1);
        const cancelled = own.filter(({ id, reason }) => done.has(id) || reason === REASON);
        expect(exported.sort(), `export in world ${seed}`).toEqual(idsOf(cancelled));
      }
    }
    expect(hidden).toBeGreaterThan(100);
  });
});

function idsOf(records: readonly { readonly id: string }[]): readonly string[] {
  return records.map(({ id }) => id).sort();
}
