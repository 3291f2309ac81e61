import type { ProblemCode } from '../domain/problems.js';

/** What may be wrong with a customer's number or with the service it is to be called for. */
export type NumberProblemCode = Extract<
  ProblemCode,
  | 'number-too-short'
  | 'number-too-long'
  | 'unknown-country-code'
  | 'impossible-number'
  | 'premium-number'
  | 'missing-country'
  | 'unknown-service'
>;

/** Words of `callback-editor` about the customer, and of its fields with a list. */
export interface CustomerTerms {
  /** Name of a list that has no other. */
  options: string;
  noMatch: string;
  optionCount: (count: number, formatted: string) => string;
  /** Beneath a list that is cut off. */
  moreOptions: (count: number, formatted: string) => string;
  searchService: string;
  /** Of a number that costs the caller extra and that the service takes all the same. */
  premiumTaken: string;
  /** Of a number that no public numbering plan has and that the service takes all the same. */
  internalNumber: string;
  customerTimeZone: string;
  customerZonePlaceholder: string;
  /** The zone follows from the number. */
  zoneGuessed: string;
  /** The zone is the likeliest of several. */
  zoneLikely: string;
  zoneUnknown: string;
  /** Goes back to the zone that was guessed. */
  useGuessedZone: (zone: string) => string;
}
