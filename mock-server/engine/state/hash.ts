import { digestOf } from './digest.js';
import type { Lanes } from './digest.js';
import type { EngineRecord } from './record.js';
import type { Ledger } from './ledger.js';
import type { EngineSettings, EngineState } from './state.js';

type Records = EngineState['records'];

const recordSums = new WeakMap<Records, Lanes>();
const settingsDigests = new WeakMap<EngineSettings, Lanes>();
const ledgerDigests = new WeakMap<Ledger, Lanes>();

/**
 * A fingerprint of a state, 16 hexadecimal digits: the same for equal states, wherever and in whichever order they were made. The time
 * is not part of it, so it stays while nothing happens. Not meant against forgery.
 */
export function hashOf({ records, settings, ledger, now, ...rest }: EngineState): string {
  const parts = [
    rest,
    remembered(recordSums, records, sumOf),
    remembered(settingsDigests, settings, digestOf),
    remembered(ledgerDigests, ledger, digestOf),
  ];
  return digestOf(parts)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
}

/** A record that was put in, replaced or taken out. */
export interface RecordChange {
  readonly before: EngineRecord | undefined;
  readonly after: EngineRecord | undefined;
}

/** Carries the sum of one map of records over to the next, when it is known: then only what changed is read. */
export function carrySum(from: Records, to: Records, changes: Iterable<RecordChange>): void {
  const known = recordSums.get(from);
  if (known === undefined || from === to) return;
  let sum = known;
  for (const { before, after } of changes) {
    if (before !== undefined) sum = added(sum, digestOf(before), -1);
    if (after !== undefined) sum = added(sum, digestOf(after), 1);
  }
  recordSums.set(to, sum);
}

/** A sum does not know the order of its parts. */
function sumOf(records: Records): Lanes {
  let sum: Lanes = [0, 0];
  for (const record of records.values()) sum = added(sum, digestOf(record), 1);
  return sum;
}

function added([high, low]: Lanes, digest: Lanes, sign: 1 | -1): Lanes {
  return [(high + sign * digest[0]) >>> 0, (low + sign * digest[1]) >>> 0];
}

function remembered<K extends object>(memory: WeakMap<K, Lanes>, key: K, compute: (key: K) => Lanes): Lanes {
  let lanes = memory.get(key);
  if (lanes === undefined) {
    lanes = compute(key);
    memory.set(key, lanes);
  }
  return lanes;
}
