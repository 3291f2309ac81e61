import type { EngineState } from './state.js';
import { hasShape, isNumber, isOneOf, isRecordOf, isAnything } from './checks.js';
import { readState } from './snapshot-shape.js';
import type { StateReading } from './snapshot-shape.js';

/** Raised whenever the shape changes; the snapshots of before are brought up to it. */
export const SNAPSHOT_VERSION = 2;

type Written = Readonly<Record<string, unknown>>;

/** What brings a snapshot of a version up to the next one. */
const MIGRATIONS: Readonly<Record<number, (state: Written) => Written>> = {
  // Limits, basic services and storage did not exist yet: nothing was counted and nothing stored.
  1: (state) => ({
    ...state,
    ledger: { recent: [], day: '', today: [], watermarks: [] },
    interactions: [],
    storage: [],
  }),
};

/** A state as plain data that JSON and a browser's storage can hold. */
export interface EngineSnapshot {
  readonly format: 'callback-engine';
  readonly version: number;
  readonly state: Readonly<Record<string, unknown>>;
}

const isSnapshot = hasShape({
  format: isOneOf(['callback-engine']),
  version: isNumber,
  state: isRecordOf(isAnything),
});

/** Writes a state down. */
export function snapshotOf(state: EngineState): EngineSnapshot {
  const { settings, ledger } = state;
  return {
    format: 'callback-engine',
    version: SNAPSHOT_VERSION,
    state: {
      ...state,
      records: [...state.records.values()],
      ledger: {
        ...ledger,
        recent: [...ledger.recent].map(([service, accepted]) => [service, [...accepted]]),
        today: [...ledger.today],
        watermarks: [...ledger.watermarks],
      },
      interactions: [...state.interactions],
      storage: [...state.storage],
      settings: {
        ...settings,
        services: [...settings.services],
        transactionLists: [...settings.transactionLists],
        persons: [...settings.persons],
      },
    },
  };
}

/** Reads a state that was written down, also by a version before this one, or says what is wrong, in words that follow its name. */
export function readSnapshot(snapshot: unknown): StateReading {
  const problem = isSnapshot(snapshot);
  if (problem !== undefined) return { problem };
  let { version, state } = snapshot as Omit<EngineSnapshot, 'format'>;
  for (; version < SNAPSHOT_VERSION; version += 1) {
    const migrate = MIGRATIONS[version];
    if (migrate === undefined) break;
    state = migrate(state);
  }
  if (version !== SNAPSHOT_VERSION) return { problem: `.version is not one from 1 to ${SNAPSHOT_VERSION}` };
  const reading = readState(state);
  return 'problem' in reading ? { problem: `.state${reading.problem}` } : reading;
}

/** Reads a state that was written down; undefined when the value is none, or of a later version. */
export function restoreSnapshot(snapshot: unknown): EngineState | undefined {
  const reading = readSnapshot(snapshot);
  return 'state' in reading ? reading.state : undefined;
}
