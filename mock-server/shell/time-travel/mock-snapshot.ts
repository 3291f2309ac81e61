import { VERSION } from '../../../src/internal/version.js';
import { hashOf, readSnapshot as readEngineSnapshot, snapshotOf } from '../../engine/engine.js';
import {
  hasShape,
  isAnything,
  isExactly,
  isNumber,
  isObject,
  isOneOf,
  isText,
  maybe,
} from '../../engine/state/checks.js';
import type { KeptFaults } from '../../faults/kept-faults.js';
import { isFaultList } from '../../faults/read-faults.js';
import { isRate } from './clock-change.js';
import type { Moment } from './moment.js';

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
  /** Hash of the state, by which a change made by hand shows; absent in older snapshots. */
  readonly hash?: string;
  /** The engine, in a format and with a version of its own. */
  readonly state: unknown;
}

/** Name and version of this library, as files tell them. */
export const MADE_BY = `callback-elements ${VERSION}`;

/** Raised whenever the shape changes; the snapshots of before are brought up to it. */
const SNAPSHOT_VERSION = 2;

/** The position is read by whoever lets the faults strike. */
export const isKeptFaults = hasShape({ list: isFaultList, position: maybe(isAnything) });

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
  hash: maybe(isText),
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
    hash: hashOf(state),
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
  const { seed, scenario, rate, playRate, faults, hash, state: written } = current as MockSnapshot;
  if (!isRate(rate) || !isRate(playRate) || playRate === 0) return damaged('snapshot.rate is no rate of a clock');
  const reading = readEngineSnapshot(written);
  if ('problem' in reading) return damaged(`snapshot.state${reading.problem}`);
  const { state } = reading;
  if (state.seed !== seed) return damaged('snapshot.state.state.seed is not snapshot.seed');
  if (hash !== undefined && hash !== hashOf(state))
    return { problem: `${CHANGED}: snapshot.hash does not fit snapshot.state. Take another one` };
  return { moment: { scenario, pace: { rate, playRate }, state, faults } };
}

const CHANGED = 'it was changed, or made by another version of this library';

function damaged(problem: string): { readonly problem: string } {
  return { problem: `its state is damaged, or of another version of this library: ${problem}. Take another one` };
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
