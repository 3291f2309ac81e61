import type { AdmissionContext, AdmissionRequest } from './admission.js';
import { isSubmittedAtOnce } from './time.js';
import type { EngineRefusal } from '../commands.js';
import { shownCount } from './counters.js';
import { contextFor } from './context.js';
import { countedParameters, countedValues, dailyLimitOf, dayOf, timesOn, withValues } from './daily-limit.js';
import type { Ledger } from '../state/ledger.js';
import { choiceOption, numberOption } from '../options/options.js';
import type { EngineSettings } from '../state/state.js';
import { isFull, rateWindowsOf, withAccepted } from './throttle.js';

/**
 * Checks of how much a service takes (GMS reference, in-queue checking, queue-length limit, throttling). They look at what was accepted
 * before; what a request adds to that is noted only once it is accepted itself.
 */

/** In-queue checking: callbacks of one number that may be in the queue before another one is refused. */
const IN_QUEUE_LIMITS: ReadonlyMap<string, number> = new Map([
  ['true', 2],
  ['strict', 1],
]);

export function firstWindowHasRoom(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  return windowHasRoom(request, context, 0);
}

export function secondWindowHasRoom(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  return windowHasRoom(request, context, 1);
}

/** Refuses what a customer asks for too often on one day. Callbacks for later than the execution buffer are not counted. */
export function isNotTooManyToday(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  if (!isSubmittedAtOnce(request, context)) return undefined;
  const { settings, ledger, now } = context;
  const { serviceName } = request;
  const limit = dailyLimitOf(settings, serviceName);
  if (limit === 0) return noneToday(request, settings);
  const day = dayOf(settings, now);
  const excess = countedValues(settings, request).find((value) => timesOn(ledger, day, serviceName, value) >= limit);
  return excess === undefined ? undefined : { code: 'daily-limit', details: { ...excess, limit } };
}

/** A limit of 0 takes nobody, whether or not the request has what is counted. */
function noneToday(request: AdmissionRequest, settings: EngineSettings): EngineRefusal {
  const [parameter = ''] = countedParameters(settings, request.serviceName);
  const [counted = { parameter, value: '' }] = countedValues(settings, request);
  return { code: 'daily-limit', details: { ...counted, limit: 0 } };
}

/**
 * Refuses immediate callbacks while the counter of the service shows as many as it may have. A request with a desired time still to
 * come is a scheduled one and never refused, also inside the execution buffer. The counter lags, so the limit can be passed for a while.
 */
export function queueHasRoom(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  const { serviceName, desiredTime, state } = request;
  if (state !== 'QUEUED' && typeof desiredTime === 'number' && desiredTime > context.now) return undefined;
  const limit = numberOption(context.settings, serviceName, '_max_queued_callbacks_per_service');
  const shown = shownCount(context, serviceName, context.timetable.census.countOf(serviceName));
  return shown < limit ? undefined : { code: 'queue-limit', details: { service: serviceName } };
}

/**
 * Refuses another callback, immediate or scheduled, for a number that has enough of them in the queue of the same service. Scheduled
 * ones that wait for their time are not in the queue.
 */
export function customerIsNotQueued(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  const { serviceName, customerNumber } = request;
  const option = choiceOption(context.settings, serviceName, '_enable_in_queue_checking');
  const limit = IN_QUEUE_LIMITS.get(option ?? '');
  if (limit === undefined || customerNumber.trim() === '') return undefined;
  if (context.timetable.census.countFor(serviceName, customerNumber) < limit) return undefined;
  return { code: 'already-queued', details: { number: customerNumber, limit } };
}

/**
 * What the limits are to remember of a request that was accepted; nothing of one for later than the execution buffer. Requests are
 * remembered for as long as the windows of the service are, also by one whose own windows are shorter.
 */
export function noteOf(request: AdmissionRequest, context: AdmissionContext): Partial<Ledger> {
  const { settings, ledger, now } = contextFor(request, context);
  if (!isSubmittedAtOnce(request, { settings, now })) return {};
  const { serviceName } = request;
  const windows = [...rateWindowsOf(settings, serviceName), ...rateWindowsOf(context.settings, serviceName)];
  const accepted = withAccepted(windows, ledger.recent.get(serviceName), now);
  return {
    recent: new Map(ledger.recent).set(serviceName, accepted),
    ...withValues(ledger, dayOf(settings, now), serviceName, countedValues(settings, request)),
  };
}

function windowHasRoom(request: AdmissionRequest, context: AdmissionContext, number: 0 | 1): EngineRefusal | undefined {
  if (!isSubmittedAtOnce(request, context)) return undefined;
  const { settings, ledger, now } = context;
  const { serviceName } = request;
  const window = rateWindowsOf(settings, serviceName)[number];
  if (!isFull(window, ledger.recent.get(serviceName), now)) return undefined;
  return { code: 'rate-limit', details: { service: serviceName, seconds: window.seconds } };
}
