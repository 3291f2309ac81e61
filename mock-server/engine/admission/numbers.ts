import type { AdmissionContext, AdmissionRequest } from './admission.js';
import type { EngineRefusal } from '../commands.js';
import { isEmptied } from '../options/given-options.js';
import { flagOption, optionOf } from '../options/options.js';
import { refusalOfNumber } from '../../../src/domain/number-policy.js';
import { isKnownCountry, objectionTo } from '../../../src/domain/phone-numbers.js';
import type { NumberPolicy } from '../../../src/domain/service.js';
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
  const policy = numberPolicyOf(settings, serviceName);
  const details = { number: customerNumber };
  switch (refusalOfNumber(customerNumber, policy, objectionTo)) {
    case 'missing-country':
      return {
        code: 'missing-country',
        details: { service: serviceName, option: policy.refusesPremium ? PREMIUM : IMPOSSIBLE },
      };
    case 'premium':
      return { code: 'premium-number', details };
    case 'impossible':
      return { code: 'impossible-number', details };
    case undefined:
      return undefined;
  }
}

/** Which numbers a service takes. */
export function numberPolicyOf(settings: EngineSettings, service: string): NumberPolicy {
  const country = countryOf(settings, service);
  return {
    ...(country !== undefined && { country }),
    refusesPremium: flagOption(settings, service, PREMIUM),
    refusesImpossible: flagOption(settings, service, IMPOSSIBLE),
  };
}

/** Here an empty option is not one that nobody set: a service without a country is the documented mistake. */
function countryOf(settings: EngineSettings, service: string): string | undefined {
  if (isEmptied(settings, service, COUNTRY)) return undefined;
  const country = optionOf({ settings }, service, COUNTRY)?.trim().toUpperCase() ?? '';
  return isKnownCountry(country) ? country : undefined;
}
