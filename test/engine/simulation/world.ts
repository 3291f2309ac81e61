import type { EngineCommand } from '../../../mock-server/engine/engine.js';
import type { Options } from '../../../src/domain/service.js';
import { Chance } from './chance.js';
import { capacityService, officeHours } from './offices.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Beginnings that lie within a day of something: a change of clocks in either hemisphere's north, a month's end, a leap day. */
const BEGINNINGS = [
  '2026-03-02T10:00:07Z',
  '2026-03-07T22:10:00Z',
  '2026-03-28T20:30:00Z',
  '2026-10-24T21:00:00Z',
  '2026-10-31T23:59:59Z',
  '2028-02-28T12:34:56Z',
  '2026-12-31T18:00:00Z',
].map((text) => Date.parse(text));

/** What may happen in a world, and how often compared with everything else. */
export const MOVES = [
  'request',
  'request-again',
  'odd-request',
  'move',
  'edit',
  'cancel',
  'wrong-service',
  'bulk-cancel',
  'interrupted-bulk-cancel',
  'pause',
  'staff',
  'reconfigure',
  'remove-service',
  'set-application',
  'ors',
  'lose-session',
  'generate',
  'tick',
  'wait',
  'leap',
  'turn-back',
  'reload',
  'fork',
  'look',
] as const;

export type MoveKind = (typeof MOVES)[number];

/** Something that will be done, whatever there is to do it to by then: taking other moves away leaves this one its chance. */
export interface Move {
  readonly kind: MoveKind;
  readonly seed: number;
}

/** One configuration out of a swarm: each world has some faults and habits and lacks others, so that rare ones meet. */
export interface World {
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly services: readonly string[];
  /** Who calls; few numbers meet often. */
  readonly numbers: readonly string[];
  readonly opening: readonly EngineCommand[];
  readonly moves: readonly Move[];
}

const WEIGHTS: Readonly<Record<MoveKind, number>> = {
  request: 34,
  'request-again': 4,
  'odd-request': 4,
  move: 4,
  edit: 4,
  cancel: 4,
  'wrong-service': 2,
  'bulk-cancel': 2,
  'interrupted-bulk-cancel': 1,
  pause: 3,
  staff: 3,
  reconfigure: 2,
  'remove-service': 0.5,
  'set-application': 1,
  ors: 2,
  'lose-session': 2,
  generate: 0.5,
  tick: 18,
  wait: 6,
  leap: 1,
  'turn-back': 1,
  reload: 2,
  fork: 2,
  look: 4,
};

/** Without these nothing happens at all, so no world lacks them. */
const ALWAYS: readonly MoveKind[] = ['request', 'tick'];

const LENGTHS = [40, 80, 160, 320] as const;

/** The world of a seed, with everything that will be tried in it. */
export function worldOf(seed: number): World {
  const chance = new Chance(seed);
  const services = Array.from({ length: chance.between(1, 6) }, (_, index) => `S${index + 1}`);
  const numbers = Array.from({ length: chance.pick([6, 60, 600]) }, (_, index) => numberOf(index));
  const entries = MOVES.map((kind) => [kind, ALWAYS.includes(kind) || chance.is(0.7) ? WEIGHTS[kind] : 0] as const);
  const weights = Object.fromEntries(entries) as Readonly<Record<MoveKind, number>>;
  const moves = Array.from({ length: chance.pick(LENGTHS) }, () => ({
    kind: chance.weighted(weights),
    seed: chance.seed(),
  }));
  return {
    seed,
    now: chance.pick(BEGINNINGS) + chance.between(0, DAY),
    services,
    numbers,
    opening: openingOf(chance, services),
    moves,
  };
}

/** What moves callbacks, with values that make things happen soon. */
const SOME: Readonly<Record<string, readonly string[]>> = {
  _ttl: ['3600', '7200', '86400', '172800'],
  _retain_session_until_ixn_deleted: ['true', 'true', 'false'],
  _max_dial_attempts: ['1', '2', '3'],
  _dial_retry_timeout: ['0', '30', '300'],
  _snooze_duration: ['0', '60', '600'],
  _min_queue_wait: ['0', '45'],
  _urs_queued_ttl: ['60', '900', '14400'],
  _urs_virtual_queue: ['VQ_shared', 'VQ_other'],
  _urs_vq_priority: ['0', '3'],
  _urs_vq_priority_increment: ['0', '1'],
  _urs_vq_priority_increment_interval: ['45', '600'],
  _request_execution_time_buffer: ['0', '120', '900', '3600'],
  _max_ors_submit_attempts: ['1', '3', '10'],
};

/** Limits, so low that a run meets them. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  _throttle_callbacks_per_service_1: ['2', '20', '500'],
  _throttle_ttl_1: ['0', '60', '300'],
  _throttle_request_parameters_limit: ['1', '6', '100'],
  _max_queued_callbacks_per_service: ['1', '5', '1000'],
  _enable_in_queue_checking: ['true', 'false', 'strict'],
  _business_hours_service: ['office'],
  _enable_reject_out_of_office_hours: ['true', 'false'],
  _capacity_service: ['capacity'],
  _request_time_bucket: ['5', '30', '60', '120'],
  _max_request_by_time_bucket: ['1', '3', '100'],
};

/** Options of a service. What is not named has its default. */
export function serviceOptions(chance: Chance): Options {
  const names = [...chance.some(Object.keys(SOME), 0.45), ...chance.some(Object.keys(LIMITS), 0.15)];
  return Object.fromEntries(names.map((name) => [name, chance.pick(SOME[name] ?? LIMITS[name] ?? [''])]));
}

function openingOf(chance: Chance, services: readonly string[]): readonly EngineCommand[] {
  return [
    { type: 'set-service', name: 'office', options: officeHours(chance) },
    { type: 'set-service', name: 'capacity', options: capacityService(chance) },
    ...services.map((name) => ({ type: 'set-service', name, options: serviceOptions(chance) }) as const),
    {
      type: 'set-agents',
      agents: {
        loggedIn: chance.pick([0, 1, 2, 5, 20]),
        handleSeconds: chance.pick([5, 60, 300]),
        answerRate: chance.pick([0.2, 0.7, 1]),
      },
    },
  ];
}

/** A number kept for fiction. */
function numberOf(index: number): string {
  return `+1${200 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`;
}
