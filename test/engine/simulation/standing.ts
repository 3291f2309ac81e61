import type { EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';
import type { Chronicle } from './chronicle.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { violation } from './invariants.js';
import type { Violation } from './invariants.js';
import { isServicePaused, optionNumber, pollRate, queueName } from './options.js';
import type { Step } from './step.js';

const HOUR = 3_600_000;

/** Checks what a whole state must be after a step, whatever the step was. */
export function* checkStanding(step: Step, chronicle: Chronicle, engine: EngineUnderTest): Iterable<Violation> {
  if (step.after.now < step.before.now) yield violation('I7', `time went back to ${step.after.now}`);
  yield* checkTallies(step.after, chronicle);
  yield* checkAgents(step.after);
  yield* checkPunctuality(step.after, chronicle);
  yield* checkPlaces(step.after, engine);
}

function* checkTallies({ records }: EngineState, chronicle: Chronicle): Iterable<Violation> {
  const listed = new Map<string, number>();
  for (const { serviceName } of records.values()) listed.set(serviceName, (listed.get(serviceName) ?? 0) + 1);
  for (const [service, { taken, expired }] of chronicle.tallies) {
    const count = listed.get(service) ?? 0;
    if (taken - expired !== count) yield violation('I8', `${service} lists ${count} of ${taken} less ${expired}`);
  }
}

function* checkAgents({ records, wrapUps }: EngineState): Iterable<Violation> {
  const busy = new Set<number>();
  const take = function* (agent: number): Iterable<Violation> {
    if (agent < 1 || busy.has(agent)) yield violation('I12', `agent ${agent} has two things to do`);
    busy.add(agent);
  };
  for (const { call } of records.values()) if (call !== undefined) yield* take(call.agent);
  for (const { agent } of wrapUps) yield* take(agent);
}

/** I4 and I5: whatever the poll has to do is done by the poll that follows what made it necessary. */
function* checkPunctuality(
  { records, settings, now }: EngineState,
  { lives, settingsSince }: Chronicle,
): Iterable<Violation> {
  const rate = pollRate(settings);
  for (const { id, serviceName, state, desiredTime } of records.values()) {
    if (state !== 'SCHEDULED' && state !== 'QUEUED' && state !== 'PAUSED') continue;
    const since = Math.max(lives.get(id)?.since ?? 0, settingsSince);
    if (state === 'SCHEDULED') {
      if (!settings.services.has(serviceName) || !settings.orsReachable) continue;
      const due = desiredTime - optionNumber(settings, serviceName, '_request_execution_time_buffer', 120) * 1000;
      const from = Math.max(since, due, desiredTime - 2 * HOUR);
      // The loop looks from two hours before the wish until two hours after it; what it missed is another loop's.
      if (from + rate <= desiredTime + 2 * HOUR && now >= from + rate) yield violation('I4', `${id} is not submitted`);
    } else if ((state === 'PAUSED') !== isServicePaused(settings, serviceName) && now >= since + rate) {
      yield violation('I5', `${id} is ${state} against the pause of ${serviceName}`);
    }
  }
}

function* checkPlaces(state: EngineState, engine: EngineUnderTest): Iterable<Violation> {
  if (!state.settings.orsReachable) return;
  const places = new Map<string, (number | undefined)[]>();
  for (const record of state.records.values()) {
    const result = engine.diagnostics(state, record.id);
    const isAnswered = record.state === 'QUEUED' && record.sessionAlive === true;
    if (result.ok !== isAnswered)
      yield violation('I13', `${record.id} is ${record.state} with diagnostics ${String(result.ok)}`);
    if (!result.ok) continue;
    const { position } = result.diagnostics;
    if ((typeof position === 'number') !== waits(record))
      yield violation('I13', `${record.id} has the place ${String(position)}`);
    if (typeof position !== 'number') continue;
    const queue = queueName(state.settings, record);
    const taken = places.get(queue) ?? [];
    if (taken[position - 1] !== undefined) yield violation('I13', `${queue} has the place ${position} twice`);
    taken[position - 1] = position;
    places.set(queue, taken);
  }
  for (const [queue, taken] of places)
    if (Array.from(taken).includes(undefined)) yield violation('I13', `${queue} has the places ${taken.join(', ')}`);
}

/** Who waits for another dial is out of the queue meanwhile. */
function waits({ dials }: EngineRecord): boolean {
  return dials.retryAt === undefined;
}
