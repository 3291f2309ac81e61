import type { EngineState } from './state.js';
import { readSnapshot } from './snapshot-shape.js';

/** Raised whenever a snapshot of before can no longer be read. */
export const SNAPSHOT_VERSION = 1;

/** A state as plain data that JSON and a browser's storage can hold. */
export interface EngineSnapshot {
  readonly format: 'callback-engine';
  readonly version: number;
  readonly state: Readonly<Record<string, unknown>>;
}

/** Writes a state down. */
export function snapshotOf(state: EngineState): EngineSnapshot {
  const { settings } = state;
  return {
    format: 'callback-engine',
    version: SNAPSHOT_VERSION,
    state: {
      ...state,
      records: [...state.records.values()],
      settings: {
        ...settings,
        services: [...settings.services],
        transactionLists: [...settings.transactionLists],
        persons: [...settings.persons],
      },
    },
  };
}

/** Reads a state that was written down; undefined when the value is not one, or one of another version. */
export function restoreSnapshot(snapshot: unknown): EngineState | undefined {
  if (typeof snapshot !== 'object' || snapshot === null) return undefined;
  const { format, version, state } = snapshot as Partial<Record<keyof EngineSnapshot, unknown>>;
  return format === 'callback-engine' && version === SNAPSHOT_VERSION ? readSnapshot(state) : undefined;
}
