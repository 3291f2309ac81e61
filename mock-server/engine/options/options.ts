import { FIELD_KEYS, splitList } from '../../../src/domain/keys.js';
import { applicationNameOf } from '../../../src/domain/service-options/application.js';
import { findApplicationOption, findServiceOption } from '../../../src/domain/service-options/catalogue.js';
import { checkOption } from '../../../src/domain/service-options/check.js';
import {
  readChoice,
  readFlag,
  readMinutePair,
  readSpan,
  readWhole,
} from '../../../src/domain/service-options/readings.js';
import type { MinutePair } from '../../../src/domain/service-options/readings.js';
import type { Span } from '../../../src/domain/span.js';
import { serviceKindOf } from '../../../src/domain/service-options/service-kind.js';
import type { OptionValues } from '../../../src/domain/service-options/values.js';
import type { Options } from '../../../src/domain/service.js';
import type { OptionSections } from '../commands.js';
import { APPLICATION_DEFAULTS, SERVICE_DEFAULTS } from './defaults.js';
import { MOCK_SECTION, switchNamed } from './mock-switches.js';
import type { EngineSettings, EngineState, Person } from '../state/state.js';

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
  return serviceKindOf(options) === 'callback';
}

/** Keys by which callbacks of a service can be found; the mandatory ones belong to them. */
export function lookupKeysOf(state: WithSettings, service: string): readonly string[] {
  const keys = listOption(state.settings, service, '_customer_lookup_keys');
  return [...new Set([...keys, ...mandatoryKeysOf(state, service)])];
}

/** Keys without which a service takes no request. */
export function mandatoryKeysOf(state: WithSettings, service: string): readonly string[] {
  const keys = listOption(state.settings, service, '_mandatory_customer_lookup_keys');
  return keys.length === 0 ? [FIELD_KEYS.customerNumber] : keys;
}

/** The person of a name; undefined when nobody has it. */
export function personOf(state: WithSettings, name: string): Person | undefined {
  return state.settings.persons.get(name);
}

/**
 * The whole number of a service option: the service's own, else the application's, else the built-in one, else 0. A negative number is
 * the built-in one; it does not fall through to the application (GMS reference, throttling).
 */
export function numberOption(settings: EngineSettings, service: string, name: string): number {
  return readOption(settings, service, name, readNumber) ?? 0;
}

/** Whether a service option says `true`. */
export function flagOption(settings: EngineSettings, service: string, name: string): boolean {
  return readOption(settings, service, name, readFlag) ?? false;
}

/** The word of a service option in the spelling of the catalogue; undefined when there is none. */
export function choiceOption(settings: EngineSettings, service: string, name: string): string | undefined {
  return readOption(settings, service, name, choiceReader(name));
}

/** The names of a service option, in order and without doubles. */
export function listOption(settings: EngineSettings, service: string, name: string): readonly string[] {
  return splitList(resolve(settings, service, name));
}

/** The two distances from now of a service option, in minutes; undefined when there are none. */
export function minutePairOption(settings: EngineSettings, service: string, name: string): MinutePair | undefined {
  return readOption(settings, service, name, readMinutePair);
}

/** The stretch of time of a service option; undefined when there is none. */
export function spanOption(settings: EngineSettings, service: string, name: string): Span | undefined {
  return readOption(settings, service, name, readSpan);
}

/** The whole number of an application option, else its built-in default, else 0. A negative one is the built-in one. */
export function applicationNumberOf(state: WithSettings, section: string, name: string): number {
  const given = readNumber(applicationOptionOf(state, section, name));
  return given ?? readNumber(valueIn(sectionOf(APPLICATION_DEFAULTS, section), name)) ?? 0;
}

/** The word of an application option in the spelling of its definition; undefined when there is none. */
export function applicationChoiceOf(state: WithSettings, section: string, name: string): string | undefined {
  const option = section === MOCK_SECTION ? switchNamed(name) : findApplicationOption(section, name);
  return readChoice(applicationOptionOf(state, section, name) ?? '', wordsOf(option?.values));
}

/** Whether an application option says `true`. */
export function applicationFlagOf(state: WithSettings, section: string, name: string): boolean {
  return readFlag(applicationOptionOf(state, section, name) ?? '') ?? false;
}

/** Whether one of the pause entries of a service says `true` in its list (GMS reference, pause). */
export function isPaused(settings: EngineSettings, service: string): boolean {
  const list = settings.transactionLists.get(resolve(settings, service, '_paused_services_list') ?? '');
  if (list === undefined) return false;
  const entries = sectionOf(list, 'services');
  return [service, resolve(settings, service, '_paused_services_id'), 'all'].some(
    (entry) => entry !== undefined && readFlag(valueIn(entries, entry) ?? '') === true,
  );
}

/** Reads a whole number that is not negative; undefined for anything else. */
export function readNumber(text: string | undefined): number | undefined {
  const value = text === undefined ? undefined : readWhole(text);
  return value !== undefined && value >= 0 ? value : undefined;
}

/** Reads the text of a service option as one of the option's words, in the spelling of the catalogue. */
export function choiceReader(name: string): (text: string) => string | undefined {
  const words = wordsOf(findServiceOption('callback', name)?.option.values);
  return (text) => readChoice(text, words);
}

/**
 * Commands refuse values that an option does not take. Where one came in another way, with a request, an old snapshot or while the
 * service was of another kind, the built-in default stands in.
 */
export function readGiven<T>(name: string, text: string, read: (text: string) => T | undefined): T | undefined {
  const value = checkOption('callback', name, text) === undefined ? read(text) : undefined;
  return value ?? read(valueIn(SERVICE_DEFAULTS, name) ?? '');
}

function readOption<T>(
  settings: EngineSettings,
  service: string,
  name: string,
  read: (text: string) => T | undefined,
): T | undefined {
  return readGiven(name, resolve(settings, service, name) ?? '', read);
}

function wordsOf(values: OptionValues | undefined): readonly string[] {
  return values?.kind === 'choice' ? values.of : [];
}

function resolve(settings: EngineSettings, service: string, name: string): string | undefined {
  return (
    valueIn(settings.services.get(service), name) ??
    valueIn(sectionOf(settings.application, CALLBACK_SECTION), applicationNameOf(name)) ??
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
