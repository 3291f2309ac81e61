import { applicationNameOf } from '../../../src/domain/service-options/application.js';
import type { Options } from '../../../src/domain/service.js';
import type { EngineSettings } from '../state/state.js';

/** Options as they were set, for the few rules to which a default is not the same as a value. */

/** Whether the service or the application sets an option. */
export function isGiven(settings: EngineSettings, service: string, name: string): boolean {
  const { callback } = settings.application;
  return [textIn(settings.services.get(service), name), textIn(callback, applicationNameOf(name))].some(Boolean);
}

/** Whether a service sets an option to nothing, which is more than not setting it. */
export function isEmptied(settings: EngineSettings, service: string, name: string): boolean {
  return textIn(settings.services.get(service), name)?.trim() === '';
}

function textIn(options: Options | undefined, name: string): string | undefined {
  return options !== undefined && Object.hasOwn(options, name) ? options[name] : undefined;
}
