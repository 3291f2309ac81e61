import { LAST_INSTANT } from '../../../src/domain/instants.js';
import { isOpenAt } from '../../../src/domain/office-hours.js';
import type { Period } from '../../../src/domain/office-hours.js';
import { roomAt } from '../../../src/domain/slots.js';
import type { AdmissionContext, AdmissionRequest } from './admission.js';
import { proposals } from '../slots/availability.js';
import type { EngineRefusal } from '../commands.js';
import { flagOption } from '../options/options.js';
import { hoursOf, slotPlanOf } from '../slots/plans.js';

/** Checks of the time that is wished for against office hours and time buckets (GMS reference, office hours; time buckets). */

/**
 * Refuses a closed time. A request without a desired time is for now, and is checked only where
 * `_enable_reject_out_of_office_hours` says so.
 */
export function withinOfficeHours(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  const { settings, now } = context;
  const { serviceName } = request;
  const scheduled = scheduledTime(request);
  if (scheduled === undefined && !flagOption(settings, serviceName, '_enable_reject_out_of_office_hours'))
    return undefined;
  const hours = hoursOf(settings, serviceName);
  if (!hours.ok) return hours.refusal;
  const wish = scheduled ?? now;
  if (hours.value === undefined || isOpenAt(hours.value, wish)) return undefined;
  return refusalWithProposals('outside-office-hours', serviceName, wish, context);
}

/**
 * Refuses a scheduled request for a bucket without a place left. A callback that moves leaves its own place behind. Closed times are the
 * business of the check of office hours.
 */
export function bucketHasRoom(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  const { serviceName, id } = request;
  const desiredTime = scheduledTime(request);
  if (desiredTime === undefined) return undefined;
  const plan = slotPlanOf(context.settings, serviceName);
  if (!plan.ok) return plan.refusal;
  const { bookings } = context.timetable;
  const moving = id === undefined ? undefined : context.records.get(id);
  const room = roomAt(plan.value, desiredTime, (bucket) => {
    const isOwn = moving !== undefined && bookings.takesPlace(moving) && isWithin(bucket, moving.desiredTime);
    return bookings.in(serviceName, bucket) - (isOwn ? 1 : 0);
  });
  return room === 0 ? refusalWithProposals('bucket-full', serviceName, desiredTime, context) : undefined;
}

function isWithin({ start, end }: Period, instant: number): boolean {
  return instant >= start && instant < end;
}

/** The time that is wished for, when it is one: what is none has a check of its own, which may come later. */
function scheduledTime({ desiredTime }: AdmissionRequest): number | undefined {
  return typeof desiredTime === 'number' && Math.abs(desiredTime) <= LAST_INSTANT ? desiredTime : undefined;
}

function refusalWithProposals(
  code: 'outside-office-hours' | 'bucket-full',
  service: string,
  wish: number,
  { settings, now, timetable }: AdmissionContext,
): EngineRefusal {
  const plan = slotPlanOf(settings, service);
  if (!plan.ok) return plan.refusal;
  const availability = proposals(plan.value, service, wish, { settings, now, bookings: timetable.bookings });
  return { code, details: { service, value: wish }, availability };
}
