import { checkRequestedOption } from '../../../src/domain/service-options/check.js';
import type { EngineRefusal } from '../commands.js';
import { basicServiceOf } from './basic-services.js';
import { isCallbackService } from '../options/options.js';
import { isOverwritable, optionForRecord } from '../options/record-options.js';
import type { Asked } from '../options/record-options.js';
import type { EngineSettings } from '../state/state.js';

/** A request for a callback, with where it wants to be sent instead. */
export interface Redirectable extends Asked {
  /** What the request says; an empty text asks for no redirect. Absent = it says nothing. */
  readonly redirect?: string;
}

/** The service that answers a request for a callback: a callback service, or one of another kind. */
export interface Destination {
  readonly service: string;
  readonly isCallback: boolean;
  /** The last callback service on the way, to which the request belongs: the destination itself where that is one. */
  readonly origin: string;
}

const OPTION = '_redirect';

/**
 * Follows the redirects of a callback service (GMS reference, redirect and overwritable options). The request's own wish counts at the
 * first service only; those that follow are asked for theirs. Refused when a redirect leads nowhere or back to where it came from.
 *
 * @param exists whether the caller may know a callback service
 */
export function destinationOf(
  settings: EngineSettings,
  request: Redirectable,
  exists: (service: string) => boolean = () => true,
): { readonly destination: Destination } | { readonly refusal: EngineRefusal } {
  const passed = new Set<string>();
  let service = request.serviceName;
  let target = firstTarget(settings, request);
  while (target !== undefined) {
    const details = { service, option: OPTION, value: target };
    const problem = checkRequestedOption(OPTION, target);
    if (problem !== undefined) return { refusal: { code: 'invalid-option', details: { ...details, ...problem } } };
    passed.add(service);
    if (passed.has(target)) {
      return {
        refusal: { code: 'invalid-option', details: { ...details, accepts: 'a service that does not lead back' } },
      };
    }
    const options = settings.services.get(target);
    if (options === undefined || !isCallbackService(options)) {
      if (options === undefined && basicServiceOf(settings, target) === undefined) return missing(details);
      return { destination: { service: target, isCallback: false, origin: service } };
    }
    if (!exists(target)) return missing(details);
    service = target;
    target = optionForRecord(settings, { ...request, serviceName: service }, OPTION);
  }
  return { destination: { service, isCallback: true, origin: service } };
}

function firstTarget(settings: EngineSettings, request: Redirectable): string | undefined {
  const { redirect, serviceName } = request;
  if (redirect === undefined || !isOverwritable(settings, serviceName, OPTION)) {
    return optionForRecord(settings, request, OPTION);
  }
  return redirect === '' ? undefined : redirect;
}

function missing(details: EngineRefusal['details']): { readonly refusal: EngineRefusal } {
  return { refusal: { code: 'missing-service', details } };
}
