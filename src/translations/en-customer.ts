import type { CustomerTerms, NumberProblemCode } from './terms-customer.js';

const plural = new Intl.PluralRules('en');

export const NUMBER_PROBLEMS: Readonly<Record<NumberProblemCode, () => string>> = {
  'number-too-short': () => 'This number is too short, and this service takes no internal numbers. Complete it.',
  'number-too-long': () => 'This number is too long for its country. Check its digits.',
  'unknown-country-code': () => 'No country has this calling code. Check the digits after the +.',
  'impossible-number': () => 'No telephone can be reached by this number. Check its digits.',
  'premium-number': () => 'This number costs the caller extra; this service refuses such numbers. Give another.',
  'missing-country': () =>
    'This service checks numbers but has no country, so it refuses all of them. Ask your administrator to set _default_country.',
  'unknown-service': () => 'There is no such service. Choose one from the list.',
};

export const enCustomer: CustomerTerms = {
  options: 'Options',
  noMatch: 'Nothing matches.',
  optionCount: (count, formatted) => `${formatted} ${plural.select(count) === 'one' ? 'option' : 'options'}`,
  moreOptions: (_, formatted) => `${formatted} more: type to narrow them down.`,
  searchService: 'Search services',
  premiumTaken: 'It costs the caller extra.',
  internalNumber: 'Not a public number: it is dialled as it stands, like an internal one.',
  customerTimeZone: "Customer's time zone",
  customerZonePlaceholder: 'Search cities',
  zoneGuessed: 'Guessed from the number.',
  zoneLikely: 'Likely, but such numbers are in several time zones. Check it.',
  zoneUnknown: 'The number does not tell where the customer is.',
  useGuessedZone: (zone) => `Use ${zone}, guessed from the number`,
};
