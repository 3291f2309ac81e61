import type { CustomerTerms, NumberProblemCode } from './terms-customer.js';

export const NUMBER_PROBLEMS: Readonly<Record<NumberProblemCode, () => string>> = {
  'number-too-short': () =>
    'Diese Nummer ist zu kurz, und dieser Service nimmt keine internen Nummern an. Vervollständigen Sie sie.',
  'number-too-long': () => 'Diese Nummer ist zu lang für ihr Land. Prüfen Sie die Ziffern.',
  'unknown-country-code': () => 'Diese Vorwahl hat kein Land. Prüfen Sie die Ziffern nach dem +.',
  'impossible-number': () => 'Unter dieser Nummer ist kein Telefon zu erreichen. Prüfen Sie die Ziffern.',
  'premium-number': () =>
    'Diese Nummer kostet den Anrufer extra; dieser Service lehnt solche Nummern ab. Geben Sie eine andere an.',
  'missing-country': () =>
    'Dieser Service prüft Nummern, hat aber kein Land, deshalb lehnt er alle ab. Bitten Sie Ihre Administration, _default_country zu setzen.',
  'unknown-service': () => 'Diesen Service gibt es nicht. Wählen Sie einen aus der Liste.',
};

export const deCustomer: CustomerTerms = {
  options: 'Auswahl',
  noMatch: 'Nichts passt.',
  optionCount: (count, formatted) => `${formatted} ${count === 1 ? 'Eintrag' : 'Einträge'}`,
  moreOptions: (_, formatted) => `${formatted} weitere: Tippen Sie, um die Auswahl einzugrenzen.`,
  searchService: 'Service suchen',
  premiumTaken: 'Sie kostet den Anrufer extra.',
  internalNumber: 'Keine öffentliche Nummer: Sie wird gewählt, wie sie hier steht, wie eine interne.',
  customerTimeZone: 'Zeitzone des Kunden',
  customerZonePlaceholder: 'Stadt suchen',
  zoneGuessed: 'Aus der Nummer geschlossen.',
  zoneLikely: 'Wahrscheinlich, aber solche Nummern gibt es in mehreren Zeitzonen. Prüfen Sie sie.',
  zoneUnknown: 'Die Nummer verrät nicht, wo der Kunde ist.',
  useGuessedZone: (zone) => `${zone} verwenden, aus der Nummer geschlossen`,
};
