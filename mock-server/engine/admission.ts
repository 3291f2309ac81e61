import { fieldRefOf, isReservedKey } from '../../src/domain/keys.js';
import type { Options } from '../../src/domain/service.js';
import { latestDesiredTime } from './calendar.js';
import type { EngineRefusal, UnreadableTime } from './commands.js';
import { isCallbackService, mandatoryKeysOf, numberOption, optionOf, readNumber } from './options.js';
import type { EngineSettings } from './state.js';

/** A wish for a new callback, before anything is known to be right about it. */
export interface AdmissionRequest {
  readonly serviceName: string;
  readonly customerNumber: string;
  readonly desiredTime?: number | UnreadableTime;
  readonly properties: Options;
}

/** What a check may look at. */
export interface AdmissionContext {
  readonly settings: EngineSettings;
  readonly now: number;
}

type Check = (request: AdmissionRequest, context: AdmissionContext) => EngineRefusal | undefined;

/**
 * The checks of a new callback in their order (GMS reference, throttle and limit order). Redirect and phone rules go before the time,
 * rate windows, limits, in-queue check, office hours and buckets after it.
 */
const CREATION_CHECKS: readonly Check[] = [
  serviceExists,
  noReservedKeys,
  mandatoryKeysPresent,
  timeIsReadable,
  timeIsNotPast,
  timeIsNotTooFar,
];

/** The checks of a new desired time for a callback that exists. */
const MOVE_CHECKS: readonly Check[] = [timeIsReadable, timeIsNotPast, timeIsNotTooFar];

/** Why a new callback is not taken; undefined when it is. */
export function refusalOfCreation(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  return firstRefusal(CREATION_CHECKS, request, context);
}

/** Why a callback cannot move to another time; undefined when it can. */
export function refusalOfMove(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  return firstRefusal(MOVE_CHECKS, request, context);
}

/** The first reserved key among properties, as a refusal. */
export function noReservedKeys({ properties }: Pick<AdmissionRequest, 'properties'>): EngineRefusal | undefined {
  const key = Object.keys(properties).find(isReservedKey);
  return key === undefined ? undefined : { code: 'reserved-key', details: { key } };
}

/** The first mandatory key without a value, as a refusal. */
export function mandatoryKeysPresent(
  request: AdmissionRequest,
  { settings }: Pick<AdmissionContext, 'settings'>,
): EngineRefusal | undefined {
  const key = mandatoryKeysOf({ settings }, request.serviceName).find((name) => !hasValue(request, name));
  return key === undefined ? undefined : { code: 'missing-key', details: { key, service: request.serviceName } };
}

function firstRefusal(
  checks: readonly Check[],
  request: AdmissionRequest,
  context: AdmissionContext,
): EngineRefusal | undefined {
  for (const check of checks) {
    const refusal = check(request, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function serviceExists({ serviceName }: AdmissionRequest, { settings }: AdmissionContext): EngineRefusal | undefined {
  const options = settings.services.get(serviceName);
  if (options !== undefined && isCallbackService(options)) return undefined;
  return { code: 'unknown-service', details: { service: serviceName } };
}

function timeIsReadable({ desiredTime }: AdmissionRequest): EngineRefusal | undefined {
  if (desiredTime === undefined) return undefined;
  if (typeof desiredTime !== 'number') return { code: 'unreadable-time', details: { value: desiredTime.unreadable } };
  return isInstant(desiredTime) ? undefined : { code: 'unreadable-time', details: { value: String(desiredTime) } };
}

/** Without an option, one time bucket is tolerated (GMS reference, unknowns 14). */
function timeIsNotPast(request: AdmissionRequest, { settings, now }: AdmissionContext): EngineRefusal | undefined {
  const { desiredTime, serviceName } = request;
  if (typeof desiredTime !== 'number') return undefined;
  const seconds =
    readNumber(optionOf({ settings }, serviceName, '_reject_past_desired_time')) ??
    numberOption(settings, serviceName, '_request_time_bucket') * 60;
  if (desiredTime >= now - seconds * 1000) return undefined;
  return { code: 'past-time', details: { value: desiredTime, toleranceSeconds: seconds } };
}

function timeIsNotTooFar(request: AdmissionRequest, { settings, now }: AdmissionContext): EngineRefusal | undefined {
  const { desiredTime, serviceName } = request;
  if (typeof desiredTime !== 'number') return undefined;
  const option = optionOf({ settings }, serviceName, '_reject_future_desired_time');
  const { latest, limit } = latestDesiredTime(now, option);
  return desiredTime <= latest ? undefined : { code: 'future-limit', details: { value: desiredTime, limit } };
}

function hasValue(request: AdmissionRequest, key: string): boolean {
  const ref = fieldRefOf(key);
  if (ref.kind === 'property') {
    return Object.hasOwn(request.properties, ref.name) && request.properties[ref.name] !== '';
  }
  if (ref.field === 'customerNumber') return request.customerNumber.trim() !== '';
  return ref.field !== 'desiredTime' || request.desiredTime !== undefined;
}

/** Whether a number is an instant that a calendar can show. */
function isInstant(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 8.64e15;
}
