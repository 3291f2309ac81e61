import { FIELD_KEYS, splitList } from '../../src/domain/keys.js';
import type { Options } from '../../src/domain/service.js';
import type { OptionSections } from './commands.js';
import { APPLICATION_DEFAULTS, APPLICATION_NAMES, SERVICE_DEFAULTS } from './defaults.js';
import type { EngineSettings, EngineState, Person } from './state.js';

/** What asks for an option: a state, or the settings alone. */
type WithSettings = Pick<EngineState, 'settings'>;

/** Section of the application that holds what services leave open. */
const CALLBACK_SECTION = 'callback';

/**
 * The value of a service option: the service's own, else the application's, else the built-in default; undefined when none of the three
 * has one. An empty text counts as not set (GMS reference, throttling).
 */
export function optionOf(state: WithSettings, service: string, name: string): string | undefined {
  return resolve(state.settings, service, name);
}

/** The value of an application option, else its built-in default. */
export function applicationOptionOf(state: WithSettings, section: string, name: string): string | undefined {
  return (
    valueIn(sectionOf(state.settings.application, section), name) ??
    valueIn(sectionOf(APPLICATION_DEFAULTS, section), name)
  );
}

/** Names of the callback services, sorted; office hours and capacities are services of other kinds. */
export function serviceNames(state: WithSettings): readonly string[] {
  return [...state.settings.services].flatMap(([name, options]) => (isCallbackService(options) ? [name] : [])).sort();
}

/** Whether the options are those of a callback service. A strategy of one's own says so by its service type. */
export function isCallbackService(options: Options): boolean {
  if (valueIn(options, '_service_type') === 'callback') return true;
  const implementation = valueIn(options, '_service');
  if (implementation !== undefined) return implementation === 'callback';
  return valueIn(options, '_type') !== 'builtin';
}

/** Keys by which callbacks of a service can be found; the mandatory ones belong to them. */
export function lookupKeysOf(state: WithSettings, service: string): readonly string[] {
  const keys = splitList(optionOf(state, service, '_customer_lookup_keys'));
  return [...new Set([...keys, ...mandatoryKeysOf(state, service)])];
}

/** Keys without which a service takes no request. */
export function mandatoryKeysOf(state: WithSettings, service: string): readonly string[] {
  const keys = splitList(optionOf(state, service, '_mandatory_customer_lookup_keys'));
  return keys.length === 0 ? [FIELD_KEYS.customerNumber] : keys;
}

/** The person of a name; undefined when nobody has it. */
export function personOf(state: WithSettings, name: string): Person | undefined {
  return state.settings.persons.get(name);
}

/** A number of an option, when it is one and not negative; else the built-in default (GMS reference, throttling). */
export function numberOption(settings: EngineSettings, service: string, name: string): number {
  return readNumber(resolve(settings, service, name)) ?? readNumber(SERVICE_DEFAULTS[name]) ?? 0;
}

/** Whether an option says `true`. */
export function flagOption(settings: EngineSettings, service: string, name: string): boolean {
  return resolve(settings, service, name)?.trim().toLowerCase() === 'true';
}

/** Whether one of the pause entries of a service says `true` in its list (GMS reference, pause). */
export function isPaused(settings: EngineSettings, service: string): boolean {
  const list = settings.transactionLists.get(resolve(settings, service, '_paused_services_list') ?? '');
  if (list === undefined) return false;
  const entries = sectionOf(list, 'services');
  return [service, resolve(settings, service, '_paused_services_id'), 'all'].some(
    (entry) => entry !== undefined && valueIn(entries, entry)?.trim().toLowerCase() === 'true',
  );
}

/** Reads a number that is not negative; undefined for anything else. */
export function readNumber(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

function resolve(settings: EngineSettings, service: string, name: string): string | undefined {
  return (
    valueIn(settings.services.get(service), name) ??
    valueIn(sectionOf(settings.application, CALLBACK_SECTION), valueIn(APPLICATION_NAMES, name) ?? name) ??
    valueIn(SERVICE_DEFAULTS, name)
  );
}

function sectionOf(sections: OptionSections, name: string): Options | undefined {
  return Object.hasOwn(sections, name) ? sections[name] : undefined;
}

function valueIn(options: Options | undefined, name: string): string | undefined {
  if (options === undefined || !Object.hasOwn(options, name)) return undefined;
  const value = options[name];
  return value === '' ? undefined : value;
}
