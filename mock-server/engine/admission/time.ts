import { LAST_INSTANT } from '../../../src/domain/instants.js';
import { creationState } from '../../../src/domain/lifecycle.js';
import type { AdmissionContext, AdmissionRequest } from './admission.js';
import { latestDesiredTime } from './future-limit.js';
import type { EngineRefusal } from '../commands.js';
import { numberOption, optionOf, readNumber } from '../options/options.js';
import { policyOf } from '../options/policy.js';

/** Checks of the desired time by itself (GMS reference, dates). */

type TimeContext = Pick<AdmissionContext, 'settings' | 'now'>;

/** Whether a new callback goes into the queue at once: wished for now, within the execution buffer, or sent as QUEUED. */
export function isSubmittedAtOnce(
  { serviceName, desiredTime, state }: Pick<AdmissionRequest, 'serviceName' | 'desiredTime' | 'state'>,
  { settings, now }: TimeContext,
): boolean {
  if (state === 'QUEUED' || typeof desiredTime !== 'number') return true;
  return creationState(desiredTime, now, policyOf(settings, serviceName).executionBuffer) === 'QUEUED';
}

/** Refuses a desired time that is no time, lies too far in the past or too far ahead. */
export function timeIsAcceptable(request: AdmissionRequest, context: TimeContext): EngineRefusal | undefined {
  return timeIsReadable(request) ?? timeIsNotPast(request, context) ?? timeIsNotTooFar(request, context);
}

function timeIsReadable({ desiredTime }: AdmissionRequest): EngineRefusal | undefined {
  if (desiredTime === undefined) return undefined;
  if (typeof desiredTime !== 'number') return { code: 'unreadable-time', details: { value: desiredTime.unreadable } };
  return isInstant(desiredTime) ? undefined : { code: 'unreadable-time', details: { value: String(desiredTime) } };
}

/** Without an option, one time bucket is tolerated (GMS reference, unknowns 14). */
function timeIsNotPast(request: AdmissionRequest, { settings, now }: TimeContext): EngineRefusal | undefined {
  const { desiredTime, serviceName } = request;
  if (typeof desiredTime !== 'number') return undefined;
  const seconds =
    readNumber(optionOf({ settings }, serviceName, '_reject_past_desired_time')) ??
    numberOption(settings, serviceName, '_request_time_bucket') * 60;
  if (desiredTime >= now - seconds * 1000) return undefined;
  return { code: 'past-time', details: { value: desiredTime, toleranceSeconds: seconds } };
}

function timeIsNotTooFar(request: AdmissionRequest, { settings, now }: TimeContext): EngineRefusal | undefined {
  const { desiredTime, serviceName } = request;
  if (typeof desiredTime !== 'number') return undefined;
  const latest = latestDesiredTime(settings, serviceName, now);
  return desiredTime <= latest ? undefined : { code: 'future-limit', details: { value: desiredTime, latest } };
}

/** Whether a number is an instant that a calendar can show. */
function isInstant(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= LAST_INSTANT;
}
