import { applicationNameOf } from '../../../src/domain/service-options/application.js';
import type { Options } from '../../../src/domain/service.js';
import type { EngineSettings } from '../state/state.js';

/** Options as they were set, for the few rules to which a default is not the same as a value. */

type Given = Pick<EngineSettings, 'application' | 'services'>;

/** The value that a service sets itself; undefined when it leaves the option open. */
export function ownOption({ services }: Given, service: string, name: string): string | undefined {
  return valueIn(services.get(service), name);
}

/** The value of an option that has had several names: the first that the service sets, else the first that the application sets. */
export function firstGiven(settings: Given, service: string, names: readonly string[]): string | undefined {
  const { callback } = settings.application;
  const texts = [
    ...names.map((name) => ownOption(settings, service, name)),
    ...names.map((name) => valueIn(callback, applicationNameOf(name))),
  ];
  return texts.find((text) => text !== undefined);
}

/** Whether a service sets an option to nothing, which is more than not setting it. */
export function isEmptied({ services }: Given, service: string, name: string): boolean {
  return textIn(services.get(service), name)?.trim() === '';
}

function valueIn(options: Options | undefined, name: string): string | undefined {
  const text = textIn(options, name);
  return text === '' ? undefined : text;
}

function textIn(options: Options | undefined, name: string): string | undefined {
  return options !== undefined && Object.hasOwn(options, name) ? options[name] : undefined;
}
