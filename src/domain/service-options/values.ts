import { readCapacity } from '../capacity.js';
import { splitList } from '../keys.js';
import { readOfficeHours } from '../office-hours.js';
import { zoneOf } from '../zones.js';
import { isCountry } from './countries.js';
import type { ServiceKind } from './option.js';
import { readChoice, readFlag, readInstant, readMinutePair, readSpan, readWhole } from './readings.js';

/** What an option takes: enough to check a value, and to choose an editor for it. */
export type OptionValues =
  IntegerValues | ChoiceValues | NamesValues | TextValues | UrlValues | ServiceValues | PlainValues;

/** A whole number. */
export interface IntegerValues {
  readonly kind: 'integer';
  /** The least number, 0 or more. */
  readonly least: number;
  readonly most: number;
  readonly unit?: 'seconds' | 'milliseconds';
  /** A negative number is valid too, and means the built-in default (GMS reference, throttling). */
  readonly negativeMeansDefault?: true;
}

/** One of a few words. */
export interface ChoiceValues {
  readonly kind: 'choice';
  readonly of: readonly string[];
}

/** Names with commas between. */
export interface NamesValues {
  readonly kind: 'names';
  /** The only names there are; absent = any. */
  readonly of?: readonly string[];
  /** Names that cannot be among them. */
  readonly except?: readonly string[];
}

/** Any text. */
export interface TextValues {
  readonly kind: 'text';
  readonly example?: string;
  /** Not to be shown. */
  readonly secret?: true;
}

/** An address, or several with commas between. Placeholders such as `$token$` may stand in it. */
export interface UrlValues {
  readonly kind: 'url';
  readonly many?: true;
}

/** The name of another service. */
export interface ServiceValues {
  readonly kind: 'service';
  /** Kind of the other service; absent = any. */
  readonly of?: ServiceKind;
}

/** Values of which there is nothing more to say than what they are. */
export interface PlainValues {
  readonly kind: PlainKind;
}

type PlainKind =
  | 'boolean'
  | 'span'
  | 'minute-pair'
  | 'thresholds'
  | 'transaction-list'
  | 'phone-number'
  | 'time'
  | 'zone'
  | 'country'
  | 'json-object'
  | 'weekly-hours'
  | 'daily-hours'
  | 'day'
  | 'hourly-capacity'
  | 'capacity-exceptions';

interface PlainRule {
  /** Judges a text that is not empty; the number is that of a numbered option. */
  readonly accepts: (text: string, number: number | undefined) => boolean;
  readonly words: string;
}

const PLAIN: Readonly<Record<PlainKind, PlainRule>> = {
  boolean: { accepts: (text) => readFlag(text) !== undefined, words: 'true or false' },
  span: {
    accepts: (text) => readSpan(text) !== undefined,
    words: 'a number and a letter of y, M, w, d, h, m, such as 1M for a month',
  },
  'minute-pair': {
    accepts: (text) => readMinutePair(text) !== undefined,
    words: 'two whole numbers of minutes with a comma between, the earlier first, such as -120,120',
  },
  thresholds: {
    accepts: matches(/^\s*\d+:\d+(\s*,\s*\d+:\d+)*\s*$/),
    words: 'pairs of a wait in seconds and a position, such as 0:10,10:5',
  },
  'transaction-list': { accepts: isNoBlank, words: 'the name of a transaction list' },
  'phone-number': { accepts: matches(/\d/), words: 'a phone number' },
  time: {
    accepts: (text) => readInstant(text) !== undefined,
    words: 'a time in UTC such as 2026-07-04T09:44:01.000Z',
  },
  zone: { accepts: (text) => zoneOf(text.trim()) !== undefined, words: 'an IANA time zone such as Europe/Paris' },
  country: { accepts: isCountry, words: 'an ISO 3166 country of two letters such as US' },
  'json-object': { accepts: isJsonObject, words: 'a JSON object' },
  'weekly-hours': { accepts: isHours('_bh_regular1'), words: 'weekdays and hours such as Mon-Fri 08:00-20:00' },
  'daily-hours': {
    accepts: isHours('_bh_add1'),
    words: 'a day, with or without a year, and hours such as 07-14 12:00-14:30',
  },
  day: { accepts: isHours('_holiday1'), words: 'a day, with or without a year, such as 2026-07-15' },
  'hourly-capacity': {
    accepts: (text, number) => readCapacity({ [`_capacity_${number ?? ''}`]: text }).ok,
    words: 'the number of its weekday with whole numbers by hour, such as {"1":{"0900":10,"1000":8}} for Monday',
  },
  'capacity-exceptions': {
    accepts: (text) => readCapacity({ _capacity_add: text }).ok,
    words: 'a JSON list of days with whole numbers by hour, such as [{"2026-12-24":{"0900":2}}]',
  },
};

/** Whether a text that is not empty is a value; the number is that of a numbered option. */
export function acceptsText(values: OptionValues, text: string, number?: number): boolean {
  switch (values.kind) {
    case 'integer':
      return isWithin(values, readWhole(text));
    case 'choice':
      return readChoice(text, values.of) !== undefined;
    case 'names':
      return splitList(text).every((name) => isAmong(values, name));
    case 'text':
      return true;
    case 'url':
      return (values.many ? text.split(',') : [text]).every(isAddress);
    case 'service':
      return isNoBlank(text);
    default:
      return PLAIN[values.kind].accepts(text, number);
  }
}

/** What an option takes, in English, to stand after "It accepts". */
export function wordsOf(values: OptionValues): string {
  switch (values.kind) {
    case 'integer':
      return integerWords(values);
    case 'choice':
      return values.of.join(', ').replace(/, (?=[^,]*$)/, ' or ');
    case 'names':
      return namesWords(values);
    case 'text':
      return values.example === undefined ? 'any text' : `a text such as ${values.example}`;
    case 'url':
      return values.many ? 'addresses with commas between' : 'an address such as https://example.com/path';
    case 'service':
      return values.of === undefined ? 'the name of a service' : `the name of a service of kind ${values.of}`;
    default:
      return PLAIN[values.kind].words;
  }
}

function namesWords({ of, except }: NamesValues): string {
  const known = of === undefined ? '' : `, of ${of.join(', ')}`;
  return `names with commas between${known}${except === undefined ? '' : `, but none of ${except.join(', ')}`}`;
}

function integerWords({ least, most, unit, negativeMeansDefault }: IntegerValues): string {
  const number = `a whole number${unit === undefined ? '' : ` of ${unit}`} from ${least} to ${most}`;
  return negativeMeansDefault ? `${number}, or a negative one for the built-in default` : number;
}

function isAmong({ of, except }: NamesValues, name: string): boolean {
  return (of?.includes(name) ?? true) && except?.includes(name) !== true;
}

function isWithin({ least, most, negativeMeansDefault }: IntegerValues, number: number | undefined): boolean {
  if (number === undefined || number > most) return false;
  return number >= least || (number < 0 && negativeMeansDefault === true);
}

function matches(form: RegExp): (text: string) => boolean {
  return (text) => form.test(text);
}

function isNoBlank(text: string): boolean {
  return text.trim() !== '';
}

/** A whole address, a path on the same server, or a placeholder that stands for one. */
function isAddress(text: string): boolean {
  return /^\s*([a-z][a-z\d+.-]*:\/\/[^\s/]\S*|\/\S*|\$[^$\s]+\$\S*)\s*$/i.test(text);
}

/** Whether a text can stand under an option of an office-hours service. */
function isHours(option: string): (text: string) => boolean {
  return (text) => readOfficeHours({ [option]: text }).ok;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    // No JSON, or nested too deeply to be read: no object either way.
    return false;
  }
}
