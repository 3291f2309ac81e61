import { FIELD_KEYS } from '../../../src/domain/keys.js';
import { readInstant } from '../../../src/domain/service-options/readings.js';
import type { AdmissionRequest } from './admission.js';
import { fieldForRequest } from '../options/record-options.js';
import type { EngineSettings } from '../state/state.js';

/**
 * A request as its service takes it. A number or a time that the service sets itself goes before the one that was sent, unless the
 * service lets requests overwrite it (GMS reference, service options, request parameters).
 */
export function asTaken(settings: EngineSettings, request: AdmissionRequest): AdmissionRequest {
  const withNumber = { ...request, customerNumber: numberOf(settings, request) };
  return { ...withNumber, ...timeOf(settings, withNumber) };
}

/** The number that is called for a request. */
export function numberOf(settings: EngineSettings, request: AdmissionRequest): string {
  return fieldForRequest(settings, request, FIELD_KEYS.customerNumber, request.customerNumber) ?? '';
}

function timeOf(settings: EngineSettings, request: AdmissionRequest): Pick<AdmissionRequest, 'desiredTime'> {
  const { desiredTime } = request;
  // What was sent goes through unread: it may be no time at all.
  const sent = desiredTime === undefined ? undefined : SENT;
  const text = fieldForRequest(settings, request, FIELD_KEYS.desiredTime, sent);
  if (text === undefined || text === SENT) return desiredTime === undefined ? {} : { desiredTime };
  return { desiredTime: readInstant(text) ?? { unreadable: text } };
}

/** Stands for a time that was sent. No configured time is so. */
const SENT = 'sent';
