import type { CallbackRecord } from '../../src/domain/callback.js';

/** The instant at which the clock of tests and stories stands: Monday 9 March 2026, 09:00 UTC. */
export const NOW = Date.UTC(2026, 2, 9, 9, 0, 0);

const MINUTE = 60_000;

/** Services of the made records. */
export const SERVICES = ['callback-sales', 'callback-support', 'callback-billing', 'callback-for-mobile'] as const;

/** A record with every obligatory field; whatever the test is about comes from the overrides. */
export function makeRecord(overrides: Partial<CallbackRecord> = {}): CallbackRecord {
  return {
    id: '417-0001',
    serviceName: 'callback-sales',
    state: 'SCHEDULED',
    desiredTime: NOW + 30 * MINUTE,
    expirationTime: NOW + 30 * MINUTE + 86_400_000,
    customerNumber: '+33639980105',
    properties: {},
    ...overrides,
  };
}

/** How often each state and reason occurs, out of a hundred. */
const ENDINGS: readonly (readonly [weight: number, state: string, reason?: string])[] = [
  [38, 'SCHEDULED'],
  [18, 'QUEUED'],
  [4, 'ROUTING'],
  [5, 'PROCESSING'],
  [3, 'PAUSED'],
  [18, 'COMPLETED', 'AGENT_CONNECTED'],
  [6, 'COMPLETED', 'CANCELLED_BY_ADMIN'],
  [3, 'COMPLETED', 'CANCELLED'],
  [3, 'COMPLETED', 'FAIL_NO_ANSWER'],
  [2, 'COMPLETED', 'SUBMIT_FAILED'],
];

const LINES = ['Primary', 'Secondary', 'Special Projects'];

/** Numbers from ranges reserved for fiction, and extensions. */
const NUMBER_SHAPES: readonly ((chance: Chance) => string)[] = [
  (chance) => `+3363998${digits(chance, 4)}`,
  (chance) => `+447700900${digits(chance, 3)}`,
  (chance) => `+120255501${digits(chance, 2)}`,
  (chance) => `55${digits(chance, 2)}`,
];

/** The same records for the same count and seed, on every machine. */
export function makeRecords(count: number, seed = 42): readonly CallbackRecord[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, (_, index) => {
    const [, state, reason] = weighted(chance);
    const desiredTime = NOW + minutesFromNow(state, chance) * MINUTE;
    return makeRecord({
      id: `417-${String(index + 1).padStart(7, '0')}`,
      serviceName: pick(chance, SERVICES),
      state,
      ...(reason === undefined ? {} : { reason }),
      desiredTime,
      expirationTime: desiredTime + 86_400_000,
      customerNumber: pick(chance, NUMBER_SHAPES)(chance),
      properties: makeProperties(chance),
    });
  });
}

type Chance = () => number;

/** Within a week: what is scheduled lies ahead, what is over lies behind, what is going on has just begun. */
function minutesFromNow(state: string, chance: Chance): number {
  const minutes = Math.floor(chance() * 10_080);
  if (state === 'SCHEDULED') return 1 + minutes;
  return state === 'COMPLETED' ? -minutes : -(minutes % 60);
}

function makeProperties(chance: Chance): Record<string, string> {
  const properties: Record<string, string> = {};
  if (chance() < 0.7) properties._LOB = pick(chance, LINES);
  if (chance() < 0.5) properties._service_type = `Service ${String(1 + Math.floor(chance() * 3))}`;
  return properties;
}

function weighted(chance: Chance): (typeof ENDINGS)[number] {
  let left = chance() * 100;
  for (const ending of ENDINGS) {
    left -= ending[0];
    if (left < 0) return ending;
  }
  return [0, 'SCHEDULED'];
}

function pick<T>(chance: Chance, list: readonly T[]): T {
  return list[Math.floor(chance() * list.length)] as T;
}

function digits(chance: Chance, count: number): string {
  return String(Math.floor(chance() * 10 ** count)).padStart(count, '0');
}

/** Mulberry32: a small generator that is the same everywhere. */
function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
