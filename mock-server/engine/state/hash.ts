import { carryDigest, digestOf } from './digest.js';
import type { Ledger } from './ledger.js';
import { MapSums } from './map-sums.js';
import type { Lanes } from './map-sums.js';
import type { EngineRecord } from './record.js';
import type { EngineSettings, EngineState } from './state.js';

const recordSums = new MapSums<EngineRecord>((_, record) => digestOf(record));
const settingsDigests = new WeakMap<EngineSettings, Lanes>();
const ledgerDigests = new WeakMap<Ledger, Lanes>();

/**
 * A fingerprint of a state, 16 hexadecimal digits: the same for equal states, wherever and in whichever order they were made. The time
 * is not part of it, so it stays while nothing happens. Not meant against forgery.
 */
export function hashOf({ records, settings, ledger, now, ...rest }: EngineState): string {
  const parts = [
    rest,
    recordSums.of(records),
    remembered(settingsDigests, settings, digestOf),
    remembered(ledgerDigests, ledger, digestOf),
  ];
  return digestOf(parts)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
}

/** Carries what is known of the maps of one state over to the next, so that the hash after a command reads only what it changed. */
export function carryHash(from: EngineState, to: EngineState): void {
  recordSums.carry(from.records, to.records);
  carryDigest(from.interactions, to.interactions);
  carryDigest(from.storage, to.storage);
  carryDigest(from.ledger.today, to.ledger.today);
}

function remembered<K extends object>(memory: WeakMap<K, Lanes>, key: K, compute: (key: K) => Lanes): Lanes {
  let lanes = memory.get(key);
  if (lanes === undefined) {
    lanes = compute(key);
    memory.set(key, lanes);
  }
  return lanes;
}
