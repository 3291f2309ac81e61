import { fieldRefOf, isReservedKey } from '../../../src/domain/keys.js';
import type { AdmissionContext, AdmissionRequest } from './admission.js';
import type { EngineRefusal } from '../commands.js';
import { isCallbackService, mandatoryKeysOf } from '../options/options.js';
import { refusalOfRequested } from '../options/record-options.js';
import { propertyOf } from '../state/record.js';

/** Checks of what a request names: its service, its keys and its options (GMS reference, mandatory and lookup keys). */

export function serviceExists(
  { serviceName }: AdmissionRequest,
  { settings }: Pick<AdmissionContext, 'settings'>,
): EngineRefusal | undefined {
  const options = settings.services.get(serviceName);
  if (options !== undefined && isCallbackService(options)) return undefined;
  return { code: 'unknown-service', details: { service: serviceName } };
}

/** The first reserved key among properties, as a refusal. */
export function noReservedKeys({ properties }: Pick<AdmissionRequest, 'properties'>): EngineRefusal | undefined {
  const key = Object.keys(properties).find(isReservedKey);
  return key === undefined ? undefined : { code: 'reserved-key', details: { key } };
}

/** The first option that the request sets, or a placeholder stands for, with a value that it does not accept. */
export function optionsAreAccepted(
  request: AdmissionRequest,
  { settings }: Pick<AdmissionContext, 'settings'>,
): EngineRefusal | undefined {
  return refusalOfRequested(settings, request);
}

/** The first mandatory key without a value, as a refusal. */
export function mandatoryKeysPresent(
  request: AdmissionRequest,
  { settings }: Pick<AdmissionContext, 'settings'>,
): EngineRefusal | undefined {
  const key = mandatoryKeysOf({ settings }, request.serviceName).find((name) => !hasValue(request, name));
  return key === undefined ? undefined : { code: 'missing-key', details: { key, service: request.serviceName } };
}

function hasValue(request: AdmissionRequest, key: string): boolean {
  const ref = fieldRefOf(key);
  if (ref.kind === 'property') return (propertyOf(request, ref.name) ?? '') !== '';
  if (ref.field === 'customerNumber') return request.customerNumber.trim() !== '';
  return ref.field !== 'desiredTime' || request.desiredTime !== undefined;
}
