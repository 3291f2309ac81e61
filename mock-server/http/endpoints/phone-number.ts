import { EXCEPTIONS, BAD_PARAMETER } from '../../../src/wire/errors.js';
import { readPhoneNumber } from '../../../src/domain/phone-numbers.js';
import type { Exchange } from '../exchange.js';
import { regionName, zonesOf } from '../regions.js';
import { success, WireFailure } from '../reply.js';
import type { Reply } from '../reply.js';

/** Language of the location when the request names none. */
const USUAL_LANGUAGE = 'en';

/**
 * Answers what is known of a number (GMS reference, phone number validation service). Real servers also know carriers and places by
 * prefix: here the carrier stays empty, the location is that of the whole country, and so is the time zone where there is only one.
 * @throws WireFailure 400 when it is none.
 */
export function describePhoneNumber({ parameters }: Exchange): Reply {
  const number = parameters.get('number') ?? '';
  const country = (parameters.get('country') ?? '').trim().toUpperCase();
  const facts = readPhoneNumber(number, country);
  if (facts === undefined) throw unreadableNumber(number, parameters.get('country') ?? '');
  const language = parameters.get('geocodingLocale') ?? USUAL_LANGUAGE;
  return success({
    carrier: '',
    'country-code': facts.countryCode,
    'country-code-source': facts.countrySource,
    'country-default': country,
    extension: facts.extension,
    'is-possible-number': facts.isPossible,
    'is-premium': facts.isPremium,
    'is-valid-number': facts.isValid,
    'is-valid-number-for-region': facts.isValid && facts.region === country,
    'italian-leading-zero': facts.hasItalianZero,
    'language-specified': language,
    location: regionName(facts.region, language),
    'number-E164': facts.e164,
    'number-international': facts.international,
    'number-national': facts.national,
    'number-national-short': facts.significant,
    'number-original': number,
    'number-specified': number,
    'number-type': facts.type,
    'region-code': facts.region ?? '',
    'time-zone': zonesOf(facts.region),
  });
}

function unreadableNumber(number: string, country: string): WireFailure {
  const message = `Invalid Phone Number ${number} for Country ${country} (parsing impossible)`;
  return new WireFailure(400, { message, exception: EXCEPTIONS.general, phrase: BAD_PARAMETER });
}
