import { diagnosticsOf } from '../../mock-server/engine/engine.js';
import type { EngineEvent, EngineRecord, EngineState } from '../../mock-server/engine/engine.js';
import { virtualQueueOf } from '../../mock-server/engine/life/queue.js';
import { isCallbackState } from '../../src/domain/callback.js';
import { isReservedKey } from '../../src/domain/keys.js';
import { LIFECYCLE } from '../../src/domain/lifecycle.js';

/** What must hold in every state, whatever was done before. Each violation in words. */
export function violations(state: EngineState): readonly string[] {
  return [...recordViolations(state), ...agentViolations(state), ...placeViolations(state)];
}

/** What must hold of everything that happened, in order. */
export function historyViolations(events: readonly EngineEvent[]): readonly string[] {
  return [...stepViolations(events), ...dialViolations(events)];
}

/** I1, I3, I6 and I22: one known state, a reason exactly when completed, nobody listed beyond the time to live, no reserved property. */
function* recordViolations({ records, now }: EngineState): Iterable<string> {
  for (const record of records.values()) {
    const { id, state, reason, queue, call, orsSessionId, sessionAlive } = record;
    const onCall = state === 'ROUTING' || state === 'PROCESSING';
    if (!isCallbackState(state)) yield `${id} is in the unknown state ${String(state)}`;
    if ((reason !== undefined && reason !== '') !== (state === 'COMPLETED'))
      yield `${id} is ${state} with reason ${String(reason)}`;
    if (now > record.expirationTime) yield `${id} is listed after its time to live`;
    if (onCall !== (call !== undefined)) yield `${id} is ${state} with agent ${String(call?.agent)}`;
    if ((orsSessionId === undefined) !== (sessionAlive === undefined)) yield `${id} has half a session`;
    if ((state === 'SCHEDULED' || state === 'COMPLETED') && (queue ?? orsSessionId) !== undefined)
      yield `${id} is ${state} in a queue`;
    if ((state === 'PAUSED') !== (queue?.pausedAt !== undefined))
      yield `${id} is ${state}, paused at ${String(queue?.pausedAt)}`;
    for (const key of Object.keys(record.properties)) if (isReservedKey(key)) yield `${id} has the property ${key}`;
  }
}

/** I12: nobody has two things to do. */
function* agentViolations({ records, wrapUps }: EngineState): Iterable<string> {
  const busy = new Set<number>();
  const agents = [
    ...[...records.values()].flatMap(({ call }) => (call === undefined ? [] : [call.agent])),
    ...wrapUps.map(({ agent }) => agent),
  ];
  for (const agent of agents) {
    if (agent < 1 || busy.has(agent)) yield `agent ${agent} is reserved twice or does not exist`;
    busy.add(agent);
  }
}

/** I13: places are 1 to n, and those that do not wait have none. */
function* placeViolations(state: EngineState): Iterable<string> {
  const places = new Map<string, number[]>();
  for (const record of state.records.values()) {
    const result = diagnosticsOf(state, record.id);
    if (!result.ok) {
      if (isHealthy(state, record)) yield `${record.id} waits without diagnostics`;
      continue;
    }
    const { position, estimatedWaitTime } = result.diagnostics;
    const waits = record.dials.retryAt === undefined;
    const hasPlace = typeof position === 'number';
    const hasWait = estimatedWaitTime !== undefined;
    if (waits !== hasPlace || waits !== hasWait) yield `${record.id} has place ${String(position)}`;
    if (typeof position !== 'number') continue;
    const queue = virtualQueueOf(state.settings, record);
    places.set(queue, [...(places.get(queue) ?? []), position]);
  }
  for (const [queue, taken] of places) {
    taken.sort((a, b) => a - b);
    if (taken.some((place, index) => place !== index + 1)) yield `queue ${queue} has the places ${taken.join(', ')}`;
  }
}

function isHealthy(state: EngineState, record: EngineRecord): boolean {
  return record.state === 'QUEUED' && record.sessionAlive === true && state.settings.orsReachable;
}

/** I1, I2, I6, I7 and I21: only steps of the table, nothing after completion, time never goes back, nobody leaves uncompleted. */
function* stepViolations(events: readonly EngineEvent[]): Iterable<string> {
  const states = new Map<string, string>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, type, id = '', from, to, reason } of tracked(events)) {
    if (at < last) yield `time went back at ${type}`;
    last = at;
    if (type === 'created' || type === 'forced') states.set(id, to ?? '');
    if (type === 'expired' && states.get(id) !== 'COMPLETED') yield `${id} left as ${String(states.get(id))}`;
    if (type !== 'state-changed') continue;
    if (from === undefined || to === undefined || states.get(id) !== from)
      yield `${id} stepped from ${String(from)}, not from ${String(states.get(id))}`;
    else if (!Object.values(LIFECYCLE[from]).some((rule) => 'to' in rule && rule.to === to))
      yield `${id} stepped from ${from} to ${to}`;
    if (from === 'PROCESSING' && reason === 'CANCELLED_BY_ADMIN') yield `${id} was cancelled in a conversation`;
    if ((to === 'COMPLETED') !== (reason !== undefined))
      yield `${id} became ${String(to)} with reason ${String(reason)}`;
    states.set(id, to ?? '');
  }
}

/** I5 and I11: one dial at a time, none while paused, the retry time between two. */
function* dialViolations(events: readonly EngineEvent[]): Iterable<string> {
  const dialling = new Set<string>();
  for (const { type, id = '', from, to } of tracked(events)) {
    if (type === 'agent-reserved') {
      if (dialling.has(id)) yield `${id} is dialled twice at a time`;
      dialling.add(id);
    }
    if (type === 'dialled' && !dialling.delete(id)) yield `${id} was dialled without an agent`;
    if (type === 'forced') dialling.delete(id);
    if (type === 'forced' && to === 'ROUTING') dialling.add(id);
    if (type === 'state-changed' && from === 'ROUTING') dialling.delete(id);
    if (type === 'state-changed' && from === 'PAUSED' && to !== 'QUEUED' && to !== 'COMPLETED')
      yield `${id} left its pause as ${String(to)}`;
  }
}

/** Events of callbacks whose beginning is known; generated ones begin anywhere. */
function tracked(events: readonly EngineEvent[]): readonly EngineEvent[] {
  const created = new Set(events.flatMap(({ type, id }) => (type === 'created' && id !== undefined ? [id] : [])));
  return events.filter(({ id }) => id === undefined || created.has(id));
}
