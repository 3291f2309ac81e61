import type { EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';

/** The checks read options by themselves, so that a mistake in the engine's reading is not theirs too. */

export type Settings = EngineState['settings'];

/** What the application calls otherwise than a service does. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  _max_queued_callbacks_per_service: 'max_queued_callbacks_per_service',
};

/** The text of a service's option, else the application's, else a default. An empty text is none. */
export function optionText(settings: Settings, service: string, name: string, fallback: string): string {
  const own = filled(settings.services.get(service)?.[name]);
  return own ?? filled(settings.application.callback?.[COUNTERPARTS[name] ?? name]) ?? fallback;
}

/** The same as a number; a text that is none, or a negative number, is the default. */
export function optionNumber(settings: Settings, service: string, name: string, fallback: number): number {
  const value = Number(optionText(settings, service, name, String(fallback)));
  return value >= 0 ? value : fallback;
}

/** A text, unless it is empty: that counts as none. */
export function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** The names of an option, in order. */
export function optionNames(settings: Settings, service: string, name: string, fallback: string): readonly string[] {
  return namesIn(optionText(settings, service, name, fallback));
}

export function namesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A switch of the mock's own section. */
export function switchText({ application }: Settings, name: string, fallback: string): string {
  return filled(application.mock?.[name]) ?? fallback;
}

/** Whether a service is there and takes callbacks; in simulated worlds everything built in does something else. */
export function takesCallbacks({ services }: Settings, service: string): boolean {
  const options = services.get(service);
  return options !== undefined && options._type !== 'builtin';
}

export function isServicePaused(settings: Settings, service: string): boolean {
  const entries = settings.transactionLists.get('GMS_Paused_Services')?.services ?? {};
  return entries[service] === 'true' || entries.all === 'true';
}

/** Milliseconds between two polls. */
export function pollRate(settings: Settings): number {
  return (Number(settings.application.callback?.['queue-polling-rate']) || 60) * 1000;
}

/** The virtual queue a record waits in. */
export function queueName(settings: Settings, { serviceName, properties }: EngineRecord): string {
  return properties._urs_virtual_queue ?? optionText(settings, serviceName, '_urs_virtual_queue', `VQ_${serviceName}`);
}
