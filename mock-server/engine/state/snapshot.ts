import type { EngineState } from './state.js';
import { readSnapshot } from './snapshot-shape.js';

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
        recent: [...ledger.recent],
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

/** Reads a state that was written down, also by a version before this one; undefined when the value is none, or of a later version. */
export function restoreSnapshot(snapshot: unknown): EngineState | undefined {
  if (!isObject(snapshot) || snapshot.format !== 'callback-engine') return undefined;
  let { version, state } = snapshot;
  while (typeof version === 'number' && version < SNAPSHOT_VERSION) {
    const migrate = MIGRATIONS[version];
    if (migrate === undefined || !isObject(state)) return undefined;
    state = migrate(state);
    version += 1;
  }
  return version === SNAPSHOT_VERSION ? readSnapshot(state) : undefined;
}

function isObject(value: unknown): value is Written {
  return typeof value === 'object' && value !== null;
}
