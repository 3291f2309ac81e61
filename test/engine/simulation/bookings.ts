import type { EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';
import { violation } from './invariants.js';
import type { Violation } from './invariants.js';
import { capacityAt, isOpen } from './offices.js';
import { optionNumber, optionText } from './options.js';
import type { Step } from './step.js';

const MINUTE = 60_000;

/** A time that was accepted for a callback, with the state that it was accepted in. */
interface Booking {
  readonly state: EngineState;
  readonly service: string;
  readonly desiredTime: number;
  readonly customerNumber: string;
  /** The callback itself, when it was there before. */
  readonly id?: string;
}

/** I9, I10 and I14: what was accepted had room, at an open time, and was not in the queue already. Counted from the records. */
export function* checkBooking({ before, command, answer }: Step): Iterable<Violation> {
  if (answer.refusal !== undefined) return;
  if (command.type === 'create') {
    const { serviceName: service, customerNumber = '' } = command;
    const isScheduled = typeof command.desiredTime === 'number';
    const desiredTime = typeof command.desiredTime === 'number' ? command.desiredTime : before.now;
    const booking = { state: before, service, desiredTime, customerNumber };
    yield* checkQueue(booking);
    if (isScheduled) yield* checkRoom(booking);
    if (isScheduled || optionText(before.settings, service, '_enable_reject_out_of_office_hours', 'false') === 'true')
      yield* checkHours(booking);
  }
  if (command.type === 'update' && typeof command.desiredTime === 'number') {
    const { serviceName: service, id, desiredTime } = command;
    const booking = { state: before, service, id, desiredTime, customerNumber: '' };
    yield* checkRoom(booking);
    yield* checkHours(booking);
  }
}

function* checkRoom({ state, service, desiredTime, id }: Booking): Iterable<Violation> {
  const length = optionNumber(state.settings, service, '_request_time_bucket', 5) * MINUTE;
  const start = desiredTime - (desiredTime % length);
  const isIn = (record: EngineRecord): boolean =>
    record.serviceName === service &&
    record.state !== 'COMPLETED' &&
    record.id !== id &&
    record.desiredTime >= start &&
    record.desiredTime < start + length;
  const booked = [...state.records.values()].filter(isIn).length;
  const named = state.settings.services.get(optionText(state.settings, service, '_capacity_service', ''));
  const capacity =
    named === undefined
      ? optionNumber(state.settings, service, '_max_request_by_time_bucket', 100)
      : capacityAt(named, start);
  if (booked >= capacity)
    yield violation('I9', `${service} takes one more than ${capacity} at ${new Date(start).toISOString()}`);
}

function* checkHours({ state, service, desiredTime }: Booking): Iterable<Violation> {
  const hours = state.settings.services.get(optionText(state.settings, service, '_business_hours_service', ''));
  if (hours !== undefined && !isOpen(hours, desiredTime))
    yield violation(
      'I10',
      `${service} is booked for ${new Date(desiredTime).toISOString()}, when ${String(hours._timezone)} is closed`,
    );
}

function* checkQueue({ state, service, customerNumber }: Booking): Iterable<Violation> {
  const allowed = { strict: 1, true: 2 }[optionText(state.settings, service, '_enable_in_queue_checking', 'true')];
  if (allowed === undefined) return;
  const queued = [...state.records.values()].filter(
    (record) =>
      record.serviceName === service &&
      record.customerNumber === customerNumber &&
      !['SCHEDULED', 'COMPLETED'].includes(record.state),
  );
  if (queued.length >= allowed)
    yield violation('I14', `${customerNumber} is in the queue of ${service} ${queued.length + 1} times`);
}
