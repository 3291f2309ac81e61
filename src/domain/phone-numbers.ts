import {
  getCountryCallingCode,
  isSupportedCountry,
  ParseError,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';

/** Telephone numbers, as far as the public numbering plans tell. No other file knows where they come from. */

/** Where the country of a number was taken from. */
export type CountrySource = 'FROM_DEFAULT_COUNTRY' | 'FROM_NUMBER_WITH_PLUS_SIGN' | 'FROM_NUMBER_WITH_IDD';

/** What the numbering plans tell of a number. */
export interface NumberFacts {
  readonly countryCode: number;
  readonly countrySource: CountrySource;
  /** ISO 3166 alpha-2; absent when several countries share the code and none of them has the number. */
  readonly region?: string;
  readonly extension: string;
  readonly isPossible: boolean;
  readonly isValid: boolean;
  readonly isPremium: boolean;
  /** Its digits begin with a zero that is not left out abroad. */
  readonly hasItalianZero: boolean;
  readonly e164: string;
  readonly international: string;
  readonly national: string;
  /** The digits that follow the country code. */
  readonly significant: string;
  /** For example `MOBILE`; `UNKNOWN` when the plan has no range for it. */
  readonly type: string;
}

/**
 * What was read lately, by country and number, and what before that: reading is dear, and the same numbers come again and again. When
 * the one is full, it takes the place of the other.
 */
let latelyRead = new Map<string, NumberFacts | undefined>();
let readBefore: typeof latelyRead = new Map();

/** Numbers remembered in each of the two, and the characters of the longest: together a few megabytes. */
const REMEMBERED = 4000;
const LONGEST_REMEMBERED = 40;

/** Whether a text is the code of a country whose numbering plan is known. */
export function isKnownCountry(country: string): country is CountryCode {
  return isSupportedCountry(country);
}

/** Why a number cannot be called from a country, or must not be; undefined when it can. */
export function objectionTo(number: string, country: string): 'premium' | 'impossible' | undefined {
  const facts = readPhoneNumber(number, country);
  if (facts?.isPremium === true) return 'premium';
  return facts?.isPossible === true ? undefined : 'impossible';
}

/** Why a number is impossible, as far as it can be told: it may become possible only as long as it is too short. */
export type NumberFault = 'too-short' | 'too-long' | 'unknown-country' | 'other';

/** What is wrong with an impossible number; undefined when nothing is. */
export function faultOf(number: string, country: string): NumberFault | undefined {
  switch (validatePhoneNumberLength(number, isKnownCountry(country) ? country : undefined)) {
    case 'TOO_SHORT':
      return 'too-short';
    case 'TOO_LONG':
      return 'too-long';
    case 'INVALID_COUNTRY':
      return 'unknown-country';
    case 'INVALID_LENGTH':
    case 'NOT_A_NUMBER':
      return 'other';
    case undefined:
      return undefined;
  }
}

/**
 * What is known of a number as somebody in a country would dial it; undefined when it is none. The whole text must be the number:
 * nothing is searched for in it, and letters are not read as keys. A country that is not known helps nobody but does no harm.
 */
export function readPhoneNumber(number: string, country: string): NumberFacts | undefined {
  const defaultCountry = isKnownCountry(country) ? country : undefined;
  if (number.length > LONGEST_REMEMBERED) return read(number, defaultCountry);
  const key = `${defaultCountry ?? ''} ${number}`;
  if (latelyRead.has(key)) return latelyRead.get(key);
  const facts = readBefore.has(key) ? readBefore.get(key) : read(number, defaultCountry);
  if (latelyRead.size >= REMEMBERED) {
    readBefore = latelyRead;
    latelyRead = new Map();
  }
  latelyRead.set(key, facts);
  return facts;
}

function read(number: string, defaultCountry: CountryCode | undefined): NumberFacts | undefined {
  const parsed = parse(number, defaultCountry);
  return parsed === undefined ? undefined : Object.freeze(factsOf(parsed, number, defaultCountry));
}

function parse(number: string, defaultCountry: CountryCode | undefined): PhoneNumber | undefined {
  try {
    return parsePhoneNumberWithError(number, {
      extract: false,
      ...(defaultCountry !== undefined && { defaultCountry }),
    });
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function factsOf(parsed: PhoneNumber, number: string, defaultCountry: CountryCode | undefined): NumberFacts {
  const type = parsed.getType();
  const { country } = parsed;
  return {
    countryCode: Number(parsed.countryCallingCode),
    countrySource: sourceOf(parsed, number, defaultCountry),
    ...(country !== undefined && { region: country }),
    extension: parsed.ext ?? '',
    isPossible: parsed.isPossible(),
    isValid: parsed.isValid(),
    isPremium: type === 'PREMIUM_RATE',
    hasItalianZero: parsed.nationalNumber.startsWith('0'),
    e164: parsed.number,
    international: parsed.formatInternational(),
    national: parsed.formatNational(),
    significant: parsed.nationalNumber,
    type: type ?? 'UNKNOWN',
  };
}

function sourceOf(parsed: PhoneNumber, number: string, defaultCountry: CountryCode | undefined): CountrySource {
  if (/^[^\p{Nd}]*[+\uff0b]/u.test(number)) return 'FROM_NUMBER_WITH_PLUS_SIGN';
  const isDomestic =
    defaultCountry !== undefined && getCountryCallingCode(defaultCountry) === parsed.countryCallingCode;
  return isDomestic ? 'FROM_DEFAULT_COUNTRY' : 'FROM_NUMBER_WITH_IDD';
}
