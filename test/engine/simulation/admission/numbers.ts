/** What the numbers of simulated worlds are, from the numbering plan of North America: told by hand, without a library. */

export const PREMIUM_NUMBER = '+19005551234';

/** Too short, too long, no number at all. */
export const IMPOSSIBLE_NUMBERS = ['111', '+3319900123456', 'drop table'] as const;

/** The country of numbers that do not name one; none when it is emptied. Simulated worlds know no unknown ones. */
export const COUNTRIES = ['US', 'FR', ''] as const;

export function isPremium(number: string): boolean {
  return /^\+1900\d{7}$/.test(number);
}

export function isImpossible(number: string): boolean {
  return !/^\+1[2-9]\d{9}$/.test(number);
}
