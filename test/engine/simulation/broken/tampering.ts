import type { EngineCommand, EngineEvent, EngineRecord, EngineState } from '../../../../mock-server/engine/engine.js';
import type { Options } from '../../../../src/domain/service.js';
import { HONEST } from '../engine-under-test.js';
import type { Answer, EngineUnderTest } from '../engine-under-test.js';
import type { CheckName } from '../invariants.js';

/** An engine with one thing wrong, and the invariants of which one must notice. */
export interface BrokenEngine {
  readonly name: string;
  readonly caughtBy: readonly CheckName[];
  readonly engine: EngineUnderTest;
}

type Settings = EngineState['settings'];

/** Lets the honest engine work and then changes what came of it. */
export function tampered(
  tamper: (answer: Answer, state: EngineState, command: EngineCommand) => Answer,
): EngineUnderTest {
  return { ...HONEST, apply: (state, command) => tamper(HONEST.apply(state, command), state, command) };
}

/** Changes what came of commands that were accepted, of one type or of all. */
export function tamperedAfter(
  type: EngineCommand['type'] | 'any',
  tamper: (answer: Answer, state: EngineState, command: EngineCommand) => Answer,
): EngineUnderTest {
  return tampered((answer, state, command) =>
    answer.refusal !== undefined || (type !== 'any' && command.type !== type) ? answer : tamper(answer, state, command),
  );
}

/** Tells the honest engine other settings than there are, except while they are being set. */
export function misled(lie: (settings: Settings) => Settings): EngineUnderTest {
  const lies = new WeakMap<Settings, Settings>();
  const lieFor = (settings: Settings): Settings => {
    const told = lies.get(settings) ?? lie(settings);
    lies.set(settings, told);
    return told;
  };
  return {
    ...HONEST,
    apply: (state, command) => {
      if (command.type.startsWith('set-') || ['remove-service', 'provision'].includes(command.type))
        return HONEST.apply(state, command);
      const answer = HONEST.apply({ ...state, settings: lieFor(state.settings) }, command);
      return { ...answer, state: answer.refusal === undefined ? { ...answer.state, settings: state.settings } : state };
    },
  };
}

/** Tells the honest engine that every service has these options. */
export function misledOptions(options: Options): EngineUnderTest {
  return misled((settings) => ({
    ...settings,
    services: new Map([...settings.services].map(([name, own]) => [name, { ...own, ...options }])),
  }));
}

/** The state with some records in the place of those with their ids. */
export function withRecords(
  state: EngineState,
  changed: readonly EngineRecord[],
  removed: readonly string[] = [],
): EngineState {
  if (changed.length + removed.length === 0) return state;
  const records = state.records.edit();
  for (const record of changed) records.set(record.id, record);
  for (const id of removed) records.delete(id);
  return { ...state, records: records.finish() };
}

/** Records that a command brought into a state. */
export function arrivals({ state, events }: Answer, to: string): readonly EngineRecord[] {
  const ids = new Set(events.flatMap((event) => (event.to === to && event.id !== undefined ? [event.id] : [])));
  return [...ids].flatMap((id) => state.records.get(id) ?? []).filter((record) => record.state === to);
}

/** The first record in a state. */
export function firstIn({ records }: EngineState, wanted: string): EngineRecord | undefined {
  for (const record of records.values()) if (record.state === wanted) return record;
  return undefined;
}

/** The event by which a record goes from one state to another. */
export function stepEvent(record: EngineRecord, to: EngineRecord['state'], at: number, reason?: string): EngineEvent {
  const { id, serviceName, state: from } = record;
  return { at, type: 'state-changed', id, serviceName, from, to, ...(reason !== undefined && { reason }) };
}
