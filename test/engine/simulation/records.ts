import type { EngineRecord } from '../../../mock-server/engine/engine.js';
import { isReserved } from './admission/reserved.js';
import type { Chronicle } from './chronicle.js';
import { violation } from './invariants.js';
import type { Violation } from './invariants.js';
import type { Change, Step } from './step.js';

const STATES: ReadonlySet<string> = new Set(['SCHEDULED', 'QUEUED', 'ROUTING', 'PROCESSING', 'PAUSED', 'COMPLETED']);

/** Checks the records that a step made, changed or took away. */
export function* checkRecords(step: Step, chronicle: Chronicle): Iterable<Violation> {
  for (const change of step.changes) {
    if (change.after === undefined) {
      if (chronicle.lives.get(change.id)?.left !== true) yield violation('I8', `${change.id} is lost`);
      continue;
    }
    yield* checkRecord(change.after);
    yield* checkAgainstLife(change.after, chronicle);
    yield* checkFinality(change);
  }
}

/** Checks what time alone makes wrong. */
export function* checkLifetimes({ after: { records, now } }: Step): Iterable<Violation> {
  for (const { id, expirationTime } of records.values())
    if (now > expirationTime) yield violation('I6', `${id} is listed after its time to live`);
}

function* checkRecord(record: EngineRecord): Iterable<Violation> {
  const { id, state, reason, queue, call, orsSessionId, sessionAlive } = record;
  const isOnCall = state === 'ROUTING' || state === 'PROCESSING';
  if (!STATES.has(state)) yield violation('I1', `${id} is in the unknown state ${state}`);
  if ((reason !== undefined && reason !== '') !== (state === 'COMPLETED'))
    yield violation('I3', `${id} is ${state} with the reason ${String(reason)}`);
  if (isOnCall !== (call !== undefined)) yield violation('I12', `${id} is ${state} with agent ${String(call?.agent)}`);
  if ((orsSessionId === undefined) !== (sessionAlive === undefined)) yield violation('I1', `${id} has half a session`);
  if ((state === 'SCHEDULED' || state === 'COMPLETED') && queue !== undefined)
    yield violation('I13', `${id} is ${state} and in a queue`);
  if ((state === 'PAUSED') !== (queue?.pausedAt !== undefined))
    yield violation('I5', `${id} is ${state} and paused since ${String(queue?.pausedAt)}`);
  for (const key of Object.keys(record.properties))
    if (isReserved(key)) yield violation('I22', `${id} has the property ${key}`);
}

function* checkAgainstLife(
  { id, serviceName, state, reason, dials }: EngineRecord,
  chronicle: Chronicle,
): Iterable<Violation> {
  const life = chronicle.lives.get(id);
  if (life === undefined || life.left) {
    yield violation('I8', `${id} is listed, but nobody made it`);
    return;
  }
  if (life.serviceName !== serviceName) yield violation('I8', `${id} moved from ${life.serviceName} to ${serviceName}`);
  if (life.state !== state) yield violation('I1', `${id} is ${state}, but was last told to be ${life.state}`);
  if (life.reason !== reason)
    yield violation('I3', `${id} has the reason ${String(reason)}, not ${String(life.reason)}`);
  if (life.attempts !== dials.attempts)
    yield violation('I11', `${id} counts ${dials.attempts} dials of ${life.attempts}`);
}

function* checkFinality({ id, before, after }: Change): Iterable<Violation> {
  if (before?.state !== 'COMPLETED' || after === undefined) return;
  if (JSON.stringify(final(before)) !== JSON.stringify(final(after)))
    yield violation('I2', `${id} changed after it was completed`);
}

function final({ state, reason, desiredTime, customerNumber, properties }: EngineRecord): unknown {
  return [state, reason, desiredTime, customerNumber, properties];
}
