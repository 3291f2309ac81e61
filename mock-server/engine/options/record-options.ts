import { FIELD_KEYS } from '../../../src/domain/keys.js';
import { checkRequestedOption } from '../../../src/domain/service-options/check.js';
import { SERVICE_OPTIONS } from '../../../src/domain/service-options/catalogue.js';
import { fillPlaceholders, mayComeByRequest } from '../../../src/domain/service-options/per-request.js';
import type { EngineRefusal } from '../commands.js';
import { ownOption } from './given-options.js';
import { choiceReader, listOption, optionOf, readGiven, readNumber } from './options.js';
import { templatesOf } from './templates.js';
import type { Templates } from './templates.js';
import { propertyOf } from '../state/record.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';

/** What a request says about a callback, before or after there is a record of it. */
export type Asked = Pick<EngineRecord, 'serviceName' | 'customerNumber' | 'properties'>;

/** Option that names the options which a request may replace. */
const OVERWRITABLE = '_overwritable_options';

/** Options of a scenario that may come with the request where the service leaves them open (GMS reference, start a callback). */
const SCENARIO_OPTIONS = ['_call_direction', '_wait_for_agent', '_wait_for_user_confirm', '_media_type', '_target'];

/** Keys of a request that are fields of the record or steer the request, and so are no properties. */
const FIELDS: ReadonlySet<string> = new Set([FIELD_KEYS.customerNumber, FIELD_KEYS.desiredTime, '_redirect']);

/** What normally comes with the request; where the service sets it, the service is right. */
const REQUEST_OPTIONS: readonly string[] = [
  ...SERVICE_OPTIONS.callback.filter(({ classes }) => classes.has('request')).map(({ name }) => name),
  ...SCENARIO_OPTIONS,
].filter((name) => !FIELDS.has(name));

/** What requests may say about the options of one service. */
interface Terms {
  /** Options that a request sets by their own names. */
  readonly sendable: readonly string[];
  /** Configured values with placeholders. */
  readonly templates: Templates;
  /** Everything of a request on which its options depend. */
  readonly keys: readonly string[];
  /** The settings of requests seen lately, by what they said. */
  readonly lately: Map<string, EngineSettings>;
}

/** So many different requests of a service are remembered. */
const REMEMBERED = 2000;

const termsBySettings = new WeakMap<EngineSettings, Map<string, Terms>>();

/**
 * The settings as they are for one request: what it may overwrite is overwritten, what its service leaves open comes from it, and
 * placeholders in configured values are filled (GMS reference, start a callback; redirect and overwritable options). They are the
 * settings themselves when the request says nothing about them; equal requests mostly have the very same ones.
 */
export function settingsFor(settings: EngineSettings, asked: Asked): EngineSettings {
  const { serviceName } = asked;
  const terms = termsOf(settings, serviceName);
  if (!terms.keys.some((key) => valueOf(asked, key) !== undefined)) return settings;
  const said = JSON.stringify(terms.keys.map((key) => valueOf(asked, key) ?? null));
  let own = terms.lately.get(said);
  if (own === undefined) {
    const options = { ...settings.services.get(serviceName), ...Object.fromEntries(requested(terms, asked)) };
    own = { ...settings, services: new Map(settings.services).set(serviceName, options) };
    const [oldest] = terms.lately.keys();
    if (terms.lately.size >= REMEMBERED && oldest !== undefined) terms.lately.delete(oldest);
    terms.lately.set(said, own);
  }
  return own;
}

/** Why a request cannot have the options that it asks for; undefined when it can. The first one that is wrong is named. */
export function refusalOfRequested(settings: EngineSettings, asked: Asked): EngineRefusal | undefined {
  const { serviceName: service } = asked;
  for (const [name, value] of requested(termsOf(settings, service), asked)) {
    const problem = checkRequestedOption(name, value);
    if (problem !== undefined) return { code: 'invalid-option', details: { ...problem, service } };
  }
  return undefined;
}

/**
 * The value of a service option for one callback: what the request sent, when the service allows to overwrite it; else the service's
 * own; else what the request sent, where a request may; else the application's and the built-in default.
 */
export function optionForRecord(settings: EngineSettings, asked: Asked, name: string): string | undefined {
  return optionOf({ settings: settingsFor(settings, asked) }, asked.serviceName, name);
}

/** The word of a service option for one callback, in the spelling of the catalogue; undefined when there is none. */
export function choiceForRecord(settings: EngineSettings, asked: Asked, name: string): string | undefined {
  return readGiven(name, optionForRecord(settings, asked, name) ?? '', choiceReader(name));
}

/** The whole number of a service option for one callback, or the one that something more particular gives, else 0. */
export function numberForRecord(settings: EngineSettings, asked: Asked, name: string, given?: string): number {
  return readGiven(name, given ?? optionForRecord(settings, asked, name) ?? '', readNumber) ?? 0;
}

/** A field that a service may set for all its requests: the same order as that of options. */
export function fieldForRequest(
  settings: EngineSettings,
  asked: Asked,
  key: string,
  sent: string | undefined,
): string | undefined {
  const isOwn = ownOption(settings, asked.serviceName, key) !== undefined;
  const isSent = sent !== undefined && sent !== '';
  if (isSent && (!isOwn || isOverwritable(settings, asked.serviceName, key))) return sent;
  return optionForRecord(settings, asked, key);
}

/** Whether a service allows requests to replace one of its options. */
export function isOverwritable(settings: EngineSettings, service: string, name: string): boolean {
  return mayComeByRequest(name) && listOption(settings, service, OVERWRITABLE).includes(name);
}

function termsOf(settings: EngineSettings, service: string): Terms {
  let byService = termsBySettings.get(settings);
  if (byService === undefined) termsBySettings.set(settings, (byService = new Map<string, Terms>()));
  let terms = byService.get(service);
  if (terms === undefined) byService.set(service, (terms = readTerms(settings, service)));
  return terms;
}

function readTerms(settings: EngineSettings, service: string): Terms {
  const overwritable = listOption(settings, service, OVERWRITABLE).filter(mayComeByRequest);
  const open = REQUEST_OPTIONS.filter((name) => ownOption(settings, service, name) === undefined);
  const sendable = [...new Set([...overwritable, ...open])].filter((name) => !FIELDS.has(name));
  const templates = templatesOf(settings, service);
  const placeholders = [...templates.values()].flatMap(({ names }) => names);
  // The callbacks of a service that was removed are left as they are.
  const keys = settings.services.has(service) ? [...new Set([...sendable, ...placeholders])] : [];
  return { sendable, templates, keys, lately: new Map() };
}

/** The options that a request decides, with their values. */
function requested({ sendable, templates }: Terms, asked: Asked): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const name of sendable) {
    const sent = valueOf(asked, name);
    if (sent !== undefined) options.set(name, sent);
  }
  for (const [name, { text }] of templates) {
    if (!options.has(name))
      options.set(
        name,
        fillPlaceholders(text, (key) => valueOf(asked, key)),
      );
  }
  return options;
}

/** What a request says under a key. An empty text says nothing. */
function valueOf(asked: Asked, key: string): string | undefined {
  const value =
    key === FIELD_KEYS.customerNumber
      ? asked.customerNumber
      : key === FIELD_KEYS.serviceName
        ? asked.serviceName
        : propertyOf(asked, key);
  return value === '' ? undefined : value;
}
