import { VERSION } from '../../../src/internal/version.js';
import { restoreSnapshot, snapshotOf } from '../../engine/engine.js';
import { hasShape, isAnything, isExactly, isListOf, isNumber, isObject, isOneOf, isText, maybe } from './checks.js';
import { isRate } from './clock-change.js';
import type { KeptFaults, Moment } from './moment.js';

/** A mock at one instant as plain data, for a storage, a file or another mock. Its log and its recorded past are not in it. */
export interface MockSnapshot {
  readonly format: 'callback-mock';
  readonly version: typeof SNAPSHOT_VERSION;
  /** What made it, for people. */
  readonly madeBy: string;
  /** ISO text of the mock's clock. */
  readonly now: string;
  readonly seed: number;
  readonly scenario: string;
  /** Virtual seconds per second; 0 = stopped. */
  readonly rate: number;
  /** The rate at which a clock that is stopped goes on. */
  readonly playRate: number;
  readonly faults: KeptFaults;
  /** The engine, in a format and with a version of its own. */
  readonly state: unknown;
}

/** Name and version of this library, as files tell them. */
export const MADE_BY = `callback-elements ${VERSION}`;

/** Raised whenever the shape changes; the snapshots of before are brought up to it. */
const SNAPSHOT_VERSION = 2;

/** Faults are read by whoever lets them strike. */
export const isKeptFaults = hasShape({ list: isListOf(isAnything), position: maybe(isAnything) });

const isSnapshot = hasShape({
  format: isOneOf(['callback-mock']),
  version: isExactly(SNAPSHOT_VERSION),
  madeBy: maybe(isText),
  now: isText,
  seed: isNumber,
  scenario: isText,
  rate: isNumber,
  playRate: isNumber,
  faults: isKeptFaults,
  state: isAnything,
});

/** Writes a moment down. */
export function writeSnapshot({ scenario, pace, state, faults = { list: [] } }: Moment): MockSnapshot {
  return {
    format: 'callback-mock',
    version: SNAPSHOT_VERSION,
    madeBy: MADE_BY,
    now: new Date(state.now).toISOString(),
    seed: state.seed,
    scenario,
    ...pace,
    faults,
    state: snapshotOf(state),
  };
}

/** Reads a moment that was written down, also by a version before this one; or says why that cannot be done. */
export function readSnapshot(value: unknown): { readonly moment: Moment } | { readonly problem: string } {
  if (!isObject(value)) return { problem: 'it is no snapshot of a mock. Take one with GET /mock/snapshot' };
  const { version, madeBy } = value;
  if (typeof version === 'number' && version > SNAPSHOT_VERSION) return { problem: ofLaterVersion(version, madeBy) };
  const current = version === 1 ? migrated(value) : value;
  const problem = isSnapshot(current);
  if (problem !== undefined) return { problem: `it is no snapshot of a mock: snapshot${problem}. Take another one` };
  const { seed, scenario, rate, playRate, faults, state: written } = current as MockSnapshot;
  const state = restoreSnapshot(written);
  if (state?.seed !== seed || !isRate(rate) || !isRate(playRate) || playRate === 0)
    return { problem: 'its state is damaged, or of another version of this library. Take another one' };
  return { moment: { scenario, pace: { rate, playRate }, state, faults } };
}

/** Why something written by a later version cannot be read. */
export function ofLaterVersion(version: number, madeBy: unknown): string {
  const maker = typeof madeBy === 'string' ? `, made by ${madeBy.slice(0, 60)}` : '';
  return `it has version ${version}${maker}, and ${MADE_BY} does not know that. Use a later version of this library`;
}

/** Before version 2 there were neither faults nor a memory of the rate before a stop. */
function migrated({ seed, scenario, rate, state }: Readonly<Record<string, unknown>>): unknown {
  const playRate = rate === 0 ? 1 : rate;
  const faults: KeptFaults = { list: [] };
  return { format: 'callback-mock', version: SNAPSHOT_VERSION, now: '', seed, scenario, rate, playRate, faults, state };
}
