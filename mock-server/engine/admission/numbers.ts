import type { AdmissionContext, AdmissionRequest } from './admission.js';
import type { EngineRefusal } from '../commands.js';
import { isEmptied } from '../options/given-options.js';
import { flagOption, optionOf } from '../options/options.js';
import { isKnownCountry, objectionTo } from './phone-numbers.js';
import type { EngineSettings } from '../state/state.js';

/** Checks of the customer's number (GMS reference, premium and impossible numbers). */

const PREMIUM = '_disallow_premium_phone_numbers';
const IMPOSSIBLE = '_disallow_impossible_phone_numbers';
const COUNTRY = '_default_country';

/** Refuses premium and impossible numbers where the service says so. Neither can be told without a country. */
export function numberIsAllowed(
  { serviceName, customerNumber }: Pick<AdmissionRequest, 'serviceName' | 'customerNumber'>,
  { settings }: Pick<AdmissionContext, 'settings'>,
): EngineRefusal | undefined {
  const demands = [PREMIUM, IMPOSSIBLE].filter((name) => flagOption(settings, serviceName, name));
  const [option] = demands;
  if (option === undefined || customerNumber.trim() === '') return undefined;
  const country = countryOf(settings, serviceName);
  if (country === undefined) return { code: 'missing-country', details: { service: serviceName, option } };
  const objection = objectionTo(customerNumber, country);
  const details = { number: customerNumber };
  if (objection === 'premium' && demands.includes(PREMIUM)) return { code: 'premium-number', details };
  if (objection === 'impossible' && demands.includes(IMPOSSIBLE)) return { code: 'impossible-number', details };
  return undefined;
}

/** Here an empty option is not one that nobody set: a service without a country is the documented mistake. */
function countryOf(settings: EngineSettings, service: string): string | undefined {
  if (isEmptied(settings, service, COUNTRY)) return undefined;
  const country = optionOf({ settings }, service, COUNTRY)?.trim().toUpperCase() ?? '';
  return isKnownCountry(country) ? country : undefined;
}
