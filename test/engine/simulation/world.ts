import type { EngineCommand } from '../../../mock-server/engine/engine.js';
import type { Options } from '../../../src/domain/service.js';
import { COUNTRIES } from './admission/numbers.js';
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
  'hiccup',
  'lose-session',
  'generate',
  'person',
  'bulk-cancel-by-person',
  'provision',
  'store',
  'forget',
  'reserve-number',
  'reserve-access',
  'odd-command',
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
  /** How likely a service has each of the limits: in lax worlds more happens, in strict ones more is refused. */
  readonly strictness: number;
  readonly opening: readonly EngineCommand[];
  readonly moves: readonly Move[];
}

const WEIGHTS: Readonly<Record<MoveKind, number>> = {
  request: 34,
  'request-again': 4,
  'odd-request': 6,
  move: 5,
  edit: 4,
  cancel: 4,
  'wrong-service': 2,
  'bulk-cancel': 3,
  'interrupted-bulk-cancel': 1,
  pause: 3,
  staff: 3,
  reconfigure: 2,
  'remove-service': 0.5,
  'set-application': 1,
  ors: 2,
  hiccup: 3,
  'lose-session': 2,
  generate: 0.5,
  person: 1,
  'bulk-cancel-by-person': 1.5,
  provision: 0.5,
  store: 3,
  forget: 3,
  'reserve-number': 2,
  'reserve-access': 2,
  'odd-command': 1,
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

const STRICTNESS = [0.02, 0.1, 0.2] as const;

const LENGTHS = [40, 80, 160, 320] as const;

/** The world of a seed, with everything that will be tried in it. */
export function worldOf(seed: number): World {
  const chance = new Chance(seed);
  const services = Array.from({ length: chance.between(1, 6) }, (_, index) => `S${index + 1}`);
  const numbers = Array.from({ length: chance.pick([6, 60, 600]) }, (_, index) => numberOf(index));
  const strictness = chance.pick(STRICTNESS);
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
    strictness,
    opening: openingOf(chance, services, strictness),
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
  _service_groups: ['blue', 'blue,green', 'green, red'],
  _booking_expiration_timeout: ['5', '120', '7200'],
};

/** Limits, so low that a run meets them. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  _throttle_callbacks_per_service_1: ['0', '2', '20', '500'],
  _throttle_ttl_1: ['0', '60', '300'],
  _throttle_callbacks_per_service_2: ['3', '12'],
  _throttle_ttl_2: ['0', '900'],
  _throttle_request_parameters: ['_LOB', '_customer_number,_LOB'],
  _throttle_request_parameters_limit: ['0', '1', '6', '100', '-1'],
  _throttle_customer_number_limit: ['2'],
  _max_queued_callbacks_per_service: ['0', '1', '2', '2', '1000'],
  _enable_in_queue_checking: ['true', 'false', 'strict'],
  _business_hours_service: ['office', 'office', 'office', 'nowhere'],
  _enable_reject_out_of_office_hours: ['true', 'false'],
  _capacity_service: ['capacity', 'capacity', 'capacity', 'nowhere'],
  _request_time_bucket: ['5', '30', '60', '120'],
  _max_request_by_time_bucket: ['1', '3', '100'],
  _reject_past_desired_time: ['0', '60', '7200'],
  _reject_future_desired_time: ['2h', '3d', '1M', '1y'],
  _mandatory_customer_lookup_keys: ['_LOB', '_customer_number,_LOB'],
  _disallow_premium_phone_numbers: ['true', 'false'],
  _disallow_impossible_phone_numbers: ['true', 'false'],
  _default_country: COUNTRIES,
  _redirect: ['S1', 'S2', 'S3', 'office', 'hello', 'nowhere'],
  _overwritable_options: ['_redirect'],
};

/** Options that come to something only together. */
const TOGETHER: readonly Options[] = [
  { _call_direction: 'USERORIGINATED', _wait_for_agent: 'false' },
  { _call_direction: 'USERORIGINATED', _wait_for_agent: 'true' },
  { _throttle_request_parameters: '_LOB', _throttle_request_parameters_limit: '2' },
];

/** Who asks in a world, besides whoever is nobody in particular. */
export const PERSONS = ['ada', 'grace'] as const;

/** Steps of the validation, by the names under which the mock lets them be put in another order. */
const STEPS = [
  ...['mandatory-keys', 'phone-number', 'desired-time', 'rate-window-1', 'rate-window-2', 'daily-limit'],
  ...['queue-limit', 'in-queue', 'office-hours', 'bucket'],
] as const;

/** Options of a service. What is not named has its default. @param strictness how likely each of the limits is */
export function serviceOptions(chance: Chance, strictness: number): Options {
  const names = [...chance.some(Object.keys(SOME), 0.45), ...chance.some(Object.keys(LIMITS), strictness)];
  return {
    ...Object.fromEntries(names.map((name) => [name, chance.pick(SOME[name] ?? LIMITS[name] ?? [''])])),
    ...chance.some(TOGETHER, strictness).at(-1),
  };
}

function openingOf(chance: Chance, services: readonly string[], strictness: number): readonly EngineCommand[] {
  return [
    { type: 'set-service', name: 'office', options: officeHours(chance) },
    { type: 'set-service', name: 'capacity', options: capacityService(chance) },
    ...services.map((name) => ({ type: 'set-service', name, options: serviceOptions(chance, strictness) }) as const),
    { type: 'set-application', sections: { mock: switches(chance) } },
    ...PERSONS.map((name) => personCommand(chance, name, services)),
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

/** What the reference leaves open, and a world decides for good. */
function switches(chance: Chance): Options {
  return {
    'watermark-delay': chance.pick(['', '', '0', '4', '60']),
    'time-zone': chance.pick(['', 'Asia/Kolkata', 'America/New_York', 'Pacific/Kiritimati']),
    'validation-order': chance.is(0.2) ? chance.some([...STEPS].reverse(), 0.5).join(',') : '',
    'filter-by-person': chance.pick(['', '', '', 'true', 'false']),
  };
}

/** Says what one of the persons of a world may see: everything, or some services and groups. */
export function personCommand(chance: Chance, name: string, services: readonly string[]): EngineCommand {
  return {
    type: 'set-person',
    name,
    roles: chance.some(['CallbackReadOnly', 'Supervisor', 'Administrator'], 0.5),
    services: chance.is(0.2) ? [] : chance.some([...services, 'blue', 'green', 'nothing'], 0.4),
  };
}

/** A number kept for fiction. */
function numberOf(index: number): string {
  return `+1${200 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`;
}
