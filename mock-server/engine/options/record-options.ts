import { FIELD_KEYS, splitList } from '../../../src/domain/keys.js';
import { optionOf } from './options.js';
import { propertyOf } from '../state/record.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';

/** What a request says about a callback, before or after there is a record of it. */
export type Asked = Pick<EngineRecord, 'serviceName' | 'customerNumber' | 'properties'>;

/** Option that names the options which a request may replace. */
const OVERWRITABLE = '_overwritable_options';

/** Options that come with the request where the service leaves them open (GMS reference, start a callback). */
const REQUEST_OPTIONS: ReadonlySet<string> = new Set([
  '_call_direction',
  '_wait_for_agent',
  '_wait_for_user_confirm',
  '_media_type',
  '_provide_code',
  '_target',
  '_urs_virtual_queue',
  '_request_queue_time_stat',
]);

/**
 * The value of a service option for one callback: what the request sent, when the service allows to overwrite it; else the service's
 * own; else what the request sent, where a request may; else the application's and the built-in default. Placeholders in configured
 * values are filled from the request (GMS reference, redirect and overwritable options).
 */
export function optionForRecord(settings: EngineSettings, asked: Asked, name: string): string | undefined {
  const sent = propertyOf(asked, name);
  if (sent !== undefined && isOverwritable(settings, asked.serviceName, name)) return sent;
  const own = ownOption(settings, asked.serviceName, name);
  if (own !== undefined) return withTokens(own, asked);
  if (sent !== undefined && REQUEST_OPTIONS.has(name)) return sent;
  const general = optionOf({ settings }, asked.serviceName, name);
  return general === undefined ? undefined : withTokens(general, asked);
}

/** Whether a service allows requests to replace one of its options. */
export function isOverwritable(settings: EngineSettings, service: string, name: string): boolean {
  return splitList(ownOption(settings, service, OVERWRITABLE)).includes(name);
}

/** Fills every `$key$` that the request has a value for; others stay, because a dollar sign may be meant as one. */
function withTokens(text: string, asked: Asked): string {
  if (!text.includes('$')) return text;
  return text.replace(/\$([^$\s]+)\$/g, (placeholder, key: string) => valueOf(asked, key) ?? placeholder);
}

function valueOf(asked: Asked, key: string): string | undefined {
  if (key === FIELD_KEYS.customerNumber) return asked.customerNumber === '' ? undefined : asked.customerNumber;
  return key === FIELD_KEYS.serviceName ? asked.serviceName : propertyOf(asked, key);
}

function ownOption(settings: EngineSettings, service: string, name: string): string | undefined {
  const options = settings.services.get(service);
  if (options === undefined || !Object.hasOwn(options, name)) return undefined;
  return options[name] === '' ? undefined : options[name];
}
