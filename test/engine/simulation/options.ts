import type { EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';

/** The checks read options by themselves, so that a mistake in the engine's reading is not theirs too. */

type Settings = EngineState['settings'];

/** The text of a service's option, else the application's, else a default. An empty text is none. */
export function optionText(settings: Settings, service: string, name: string, fallback: string): string {
  const given = [settings.services.get(service)?.[name], settings.application.callback?.[name]];
  return given.find((text) => text !== undefined && text !== '') ?? fallback;
}

/** The same as a number; a text that is none, or a negative number, is the default. */
export function optionNumber(settings: Settings, service: string, name: string, fallback: number): number {
  const value = Number(optionText(settings, service, name, String(fallback)));
  return value >= 0 ? value : fallback;
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
