import { DateTime } from 'luxon';
import type { EngineRefusal, EngineState } from '../../../../mock-server/engine/engine.js';
import { isOpen } from '../offices.js';
import { optionNames, optionNumber, optionText, switchText, takesCallbacks } from '../options.js';
import type { CheckName } from '../invariants.js';
import { countedValues, dailyLimit, dayOf, isForNow, windowOf } from './accepted.js';
import type { AcceptedRequests, CreateCommand } from './accepted.js';
import { isCounted } from './counters.js';
import type { Counters } from './counters.js';
import { isImpossible, isPremium } from './numbers.js';
import { isReserved } from './reserved.js';
import { roomOf } from './rooms.js';

/** A reason to refuse, with the check that speaks of it. */
export interface Objection {
  readonly check: CheckName;
  readonly code: EngineRefusal['code'];
  /** Which of the rate windows it is. */
  readonly seconds?: number;
  /** Whether the engine may as well see none, where the reference leaves it open. */
  readonly isOpen?: boolean;
}

/** A wish for a callback, in the state that it meets. */
export interface Wish {
  readonly state: EngineState;
  readonly command: CreateCommand;
  readonly accepted: AcceptedRequests;
  readonly counters: Counters;
  /** The callback itself, when it is there already and moves. */
  readonly id?: string;
}

type Rule = (wish: Wish) => Objection | undefined;

const RULES_BY_STEP: Readonly<Record<string, Rule>> = {
  'mandatory-keys': ({ state: { settings }, command: { serviceName, customerNumber = '', properties } }) =>
    lacksKey(optionNames(settings, serviceName, '_mandatory_customer_lookup_keys', '_customer_number'), {
      ...properties,
      _customer_number: customerNumber.trim(),
    })
      ? { check: 'mandatory-keys', code: 'missing-key' }
      : undefined,
  'phone-number': numberObjection,
  'desired-time': timeObjection,
  'rate-window-1': (wish) => windowObjection(wish, 1),
  'rate-window-2': (wish) => windowObjection(wish, 2),
  'daily-limit': dailyObjection,
  'queue-limit': ({ state: { settings, now }, command, counters }) => {
    const { serviceName, desiredTime, state } = command;
    if (state !== 'QUEUED' && typeof desiredTime === 'number' && desiredTime > now) return undefined;
    const limit = optionNumber(settings, serviceName, '_max_queued_callbacks_per_service', 1000);
    if (counters.shown(serviceName, settings, now) < limit) return undefined;
    return { check: 'queue-limit', code: 'queue-limit' };
  },
  'in-queue': queueObjection,
  'office-hours': hoursObjection,
  bucket: roomObjection,
};

/** Every reason to refuse a request, in the order in which they are looked for (GMS reference, throttle and limit order). */
export function objectionsTo(wish: Wish): readonly Objection[] {
  const { settings } = wish.state;
  const { serviceName, properties, state } = wish.command;
  if (!takesCallbacks(settings, serviceName)) return [{ check: 'known-service', code: 'unknown-service' }];
  const reserved: Objection = { check: 'reserved-keys', code: 'reserved-key' };
  const named = switchText(settings, 'validation-order', '').split(',');
  const steps = new Set([...named, ...Object.keys(RULES_BY_STEP)]);
  return [
    ...(Object.keys(properties).some(isReserved) ? [reserved] : []),
    ...[...steps].flatMap((step) => RULES_BY_STEP[step]?.(wish) ?? []),
    ...stateObjections(state),
    ...sessionObjections(wish),
  ];
}

/** Every reason to refuse another time for a callback. */
export function objectionsToMove(wish: Wish): readonly Objection[] {
  return [timeObjection, hoursObjection, roomObjection].flatMap((rule) => rule(wish) ?? []);
}

export function stateObjections(state: string | undefined): readonly Objection[] {
  const words = 'SCHEDULED QUEUED ROUTING PROCESSING PAUSED COMPLETED'.split(' ');
  return state === undefined || words.includes(state) ? [] : [{ check: 'state-words', code: 'invalid-value' }];
}

export function lacksKey(keys: readonly string[], given: Readonly<Record<string, string>>): boolean {
  return keys.some((key) => !given[key]);
}

/** Why a number is not called; undefined when it is. */
export function numberObjection({
  state: { settings },
  command: { serviceName, customerNumber = '' },
}: Pick<Wish, 'state' | 'command'>): Objection | undefined {
  const isOn = (name: string): boolean => optionText(settings, serviceName, name, 'true') === 'true';
  const [premium, impossible] = [isOn('_disallow_premium_phone_numbers'), isOn('_disallow_impossible_phone_numbers')];
  if (customerNumber.trim() === '' || (!premium && !impossible)) return undefined;
  if (settings.services.get(serviceName)?._default_country === '')
    return { check: 'number-country', code: 'missing-country' };
  if (premium && isPremium(customerNumber)) return { check: 'premium-numbers', code: 'premium-number' };
  if (impossible && isImpossible(customerNumber)) return { check: 'impossible-numbers', code: 'impossible-number' };
  return undefined;
}

function timeObjection({ state: { settings, now }, command: { serviceName, desiredTime } }: Wish) {
  if (desiredTime === undefined) return undefined;
  if (typeof desiredTime !== 'number' || !DateTime.fromMillis(desiredTime).isValid)
    return { check: 'readable-time', code: 'unreadable-time' } as const;
  const bucket = optionNumber(settings, serviceName, '_request_time_bucket', 5) * 60;
  const tolerance = optionNumber(settings, serviceName, '_reject_past_desired_time', bucket);
  if (desiredTime < now - tolerance * 1000) return { check: 'past-limit', code: 'past-time' } as const;
  const [, count, unit = ''] =
    /(\d+)(\w)/.exec(optionText(settings, serviceName, '_reject_future_desired_time', '1M')) ?? [];
  const units = { y: 'years', M: 'months', w: 'weeks', d: 'days', h: 'hours', m: 'minutes' }[unit] ?? 'months';
  const latest = DateTime.fromMillis(now, { zone: 'utc' }).plus({ [units]: Number(count) });
  return desiredTime > latest.toMillis() ? ({ check: 'future-limit', code: 'future-limit' } as const) : undefined;
}

function windowObjection({ state, command, accepted }: Wish, number: 1 | 2): Objection | undefined {
  const { limit, seconds } = windowOf(state.settings, command.serviceName, number);
  if (seconds === 0 || !isForNow(command, state)) return undefined;
  const { least, most } = accepted.since(command.serviceName, state.now - seconds * 1000);
  if (most < limit) return undefined;
  return { check: `rate-window-${number}`, code: 'rate-limit', seconds, isOpen: least < limit };
}

function dailyObjection({ state, command, accepted }: Wish): Objection | undefined {
  const { settings, now } = state;
  if (!isForNow(command, state)) return undefined;
  const limit = dailyLimit(settings, command.serviceName);
  const day = dayOf(settings, now);
  const isExceeded = (value: string): boolean => accepted.timesToday(command.serviceName, value, day) >= limit;
  return limit === 0 || countedValues(command, settings).some(isExceeded)
    ? { check: 'daily-limit', code: 'daily-limit' }
    : undefined;
}

/** I14: so many callbacks of a number in the queue, counted from the records as they are. */
function queueObjection({ state, command: { serviceName, customerNumber = '' } }: Wish): Objection | undefined {
  const allowed = { strict: 1, true: 2 }[optionText(state.settings, serviceName, '_enable_in_queue_checking', 'true')];
  if (allowed === undefined || customerNumber.trim() === '') return undefined;
  let queued = 0;
  for (const record of state.records.values())
    if (record.serviceName === serviceName && record.customerNumber === customerNumber && isCounted(record.state))
      queued += 1;
  return queued >= allowed ? { check: 'I14', code: 'already-queued' } : undefined;
}

/** I10: what is scheduled needs an open office, what is for now only where the service says so. */
function hoursObjection(wish: Wish): Objection | undefined {
  const { settings, now } = wish.state;
  const { serviceName, desiredTime } = wish.command;
  const isAlways = optionText(settings, serviceName, '_enable_reject_out_of_office_hours', 'false') === 'true';
  if (typeof desiredTime !== 'number' && !isAlways) return undefined;
  const named = optionText(settings, serviceName, '_business_hours_service', '');
  const hours = settings.services.get(named);
  if (named === '') return undefined;
  if (hours === undefined) return { check: 'named-services', code: 'missing-service' };
  if (isOpen(hours, typeof desiredTime === 'number' ? desiredTime : now)) return undefined;
  // Whoever is turned away at a closed time is told of other ones, and those need the capacity.
  return missingPlan(wish) ?? { check: 'I10', code: 'outside-office-hours' };
}

/** I9: a scheduled callback needs a place in its time bucket, counted from the records as they are. Closed times are another rule's. */
function roomObjection(wish: Wish): Objection | undefined {
  const { state, command, id } = wish;
  const { serviceName, desiredTime } = command;
  if (typeof desiredTime !== 'number') return undefined;
  const missing = missingPlan(wish);
  if (missing !== undefined) return missing;
  const room = roomOf(state.settings, serviceName, desiredTime);
  if (room === undefined) return undefined;
  let booked = 0;
  for (const record of state.records.values()) {
    const isThere = record.serviceName === serviceName && record.state !== 'COMPLETED' && record.id !== id;
    if (isThere && room.bucketOf(record.desiredTime) === room.bucketOf(desiredTime)) booked += 1;
  }
  return booked >= room.capacity ? { check: 'I9', code: 'bucket-full' } : undefined;
}

function missingPlan({ state: { settings }, command: { serviceName } }: Wish): Objection | undefined {
  const named = ['_business_hours_service', '_capacity_service'].map((name) =>
    optionText(settings, serviceName, name, ''),
  );
  const isMissing = named.some((name) => name !== '' && !settings.services.has(name));
  return isMissing ? { check: 'named-services', code: 'missing-service' } : undefined;
}

/** A customer who is to dial at once needs what a running session tells. */
function sessionObjections({ state, command }: Wish): readonly Objection[] {
  const options = state.settings.services.get(command.serviceName);
  const isDialled = options?._call_direction === 'USERORIGINATED' && options._wait_for_agent === 'false';
  if (!isDialled || state.settings.orsReachable || !isForNow(command, state)) return [];
  return [{ check: 'session-needed', code: 'ors-unreachable' }];
}
