import type { NumberPolicy } from './service.js';

/** Why a service refuses a number (GMS reference, premium and impossible numbers). */
export type NumberRefusal = 'missing-country' | 'premium' | 'impossible';

/** What the numbering plans say against a number, as somebody in a country would dial it; undefined when it can be called. */
export type Objection = (number: string, country: string) => 'premium' | 'impossible' | undefined;

/** Whether a service cannot judge numbers and so refuses all: neither premium nor impossible ones can be told without a country. */
export function lacksCountry({ country, refusesPremium, refusesImpossible }: NumberPolicy): boolean {
  return country === undefined && (refusesPremium || refusesImpossible);
}

/** Why a service would refuse a number; undefined when it takes it. */
export function refusalOfNumber(
  number: string,
  policy: NumberPolicy,
  objectionTo: Objection,
): NumberRefusal | undefined {
  const { country, refusesPremium, refusesImpossible } = policy;
  if (number.trim() === '') return undefined;
  if (country === undefined) return lacksCountry(policy) ? 'missing-country' : undefined;
  const objection = objectionTo(number, country);
  if (objection === 'premium' && refusesPremium) return 'premium';
  return objection === 'impossible' && refusesImpossible ? 'impossible' : undefined;
}
