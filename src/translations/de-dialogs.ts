import type { RefusalCode } from '../domain/lifecycle.js';
import type { ProblemCode } from '../domain/problems.js';
import { NUMBER_PROBLEMS } from './de-customer.js';
import type { DialogTerms, UnknownOutcomeCode } from './terms-dialogs.js';

function counted(count: number, formatted: string): string {
  return `${formatted} ${count === 1 ? 'Rückruf' : 'Rückrufe'}`;
}

const WRITE_FAILURES: Readonly<Record<UnknownOutcomeCode, string>> = {
  offline: 'Der Server war nicht erreichbar. Prüfen Sie die Verbindung.',
  timeout: 'Der Server hat nicht rechtzeitig geantwortet.',
  'server-error': 'Auf dem Server ist etwas schiefgegangen. Bleibt es dabei, melden Sie es Ihrer Administration.',
  'bad-response':
    'Der Server hat eine Antwort geschickt, die sich nicht lesen lässt, zum Beispiel eine Anmeldeseite. Prüfen Sie die Adresse oder melden Sie sich neu an.',
};

const PROBLEMS: Readonly<Record<ProblemCode, (limit: string) => string>> = {
  required: () => 'Bitte ausfüllen.',
  'reserved-key': () => 'Dieser Name gehört zum Rückruf selbst. Wählen Sie einen anderen.',
  'duplicate-key': () => 'Diesen Namen gibt es zweimal. Behalten Sie einen.',
  'invalid-date': () => 'Geben Sie ein Datum an, zum Beispiel 09.03.2026.',
  'invalid-time': () => 'Geben Sie eine Uhrzeit an, zum Beispiel 14:30.',
  'time-gap': () => 'Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt. Wählen Sie eine andere.',
  'time-overlap': () =>
    'Diese Uhrzeit gibt es an dem Tag zweimal: Die Uhren werden zurückgestellt. Wählen Sie eine davon.',
  'in-the-past': () => 'Diese Zeit ist vorbei. Wählen Sie eine spätere.',
  'too-far-ahead': () => 'So weit im Voraus nimmt der Service keine Rückrufe an. Wählen Sie eine frühere Zeit.',
  'slot-required': () => 'Wählen Sie eine der Zeiten.',
  'slot-full': () => 'Zu dieser Zeit ist kein Platz mehr frei. Wählen Sie eine andere.',
  'not-offered': () => 'Zu dieser Zeit ist nichts frei. Wählen Sie eine andere.',
  'not-a-number': () => 'Geben Sie eine ganze Zahl an.',
  'out-of-bounds': (limit) => `Geben Sie eine Zahl bis ${limit} an.`,
  'invalid-number': () => 'Geben Sie eine wählbare Nummer an: Ziffern, davor vielleicht ein +.',
  ...NUMBER_PROBLEMS,
  'range-order': () => 'Das Startdatum liegt nicht vor dem Enddatum!',
  'range-too-long': () => 'Der Zeitraum darf höchstens einen Monat lang sein!',
  rejected: () => 'Der Server hat das nicht angenommen.',
};

const REFUSALS: Readonly<Record<RefusalCode, string>> = {
  'already-completed': 'Dieser Rückruf ist abgeschlossen. Planen Sie ihn neu, um den Kunden noch einmal anzurufen.',
  'not-completed': 'Nur ein abgeschlossener Rückruf kann neu geplant werden.',
  'in-conversation': 'Ein Agent bearbeitet diesen Rückruf gerade, deshalb kann er nicht mehr storniert werden.',
  'only-scheduled-moves': 'Nur ein geplanter Rückruf kann auf eine andere Zeit gelegt werden.',
  'already-submitted': 'Dieser Rückruf wurde bereits an die Warteschlange übergeben.',
  'not-queued': 'Dieser Rückruf wartet in keiner Warteschlange.',
  'not-paused': 'Dieser Rückruf ist nicht angehalten.',
  'not-routing': 'Für diesen Rückruf ist kein Agent reserviert.',
  'not-running': 'Für diesen Rückruf läuft kein Anruf.',
  'unknown-state':
    'Der Server meldet einen Zustand, den diese Seite nicht kennt. Deshalb lässt sich hier nichts daran tun.',
};

export const deDialogs: DialogTerms = {
  addNewCallback: 'Neuer Rückruf',
  editCallbackTitle: 'Rückruf bearbeiten',
  rescheduleCompletedCallback: 'Abgeschlossenen Rückruf neu planen',
  callbackType: 'Art des Rückrufs',
  immediate: 'Sofort',
  scheduled: 'Geplant',
  chooseService: 'Service wählen',
  noServices:
    'Noch ist kein Service bekannt. Aktualisieren Sie die Liste, oder bitten Sie Ihre Administration, einen einzurichten.',
  callbackParameters: 'Angaben zum Rückruf',
  customerNumber: 'Nummer des Kunden',
  customerNumberPlaceholder: 'Rückrufnummer',
  virtualQueue: 'Virtuelle Warteschlange (URS)',
  queueTimeStatistic: 'Statistik der Wartezeit',
  queueTimeStatisticHelp: (example) => `Zum Beispiel ${example}`,
  optional: 'Wahlfrei',
  additionalProperties: 'Weitere Eigenschaften',
  noProperties: 'Dieser Rückruf hat keine weiteren Eigenschaften.',
  parameterName: 'Name',
  parameterValue: 'Wert',
  parameterValueOf: (name) => (name === '' ? 'Wert' : `Wert von ${name}`),
  addProperty: 'Eigenschaft hinzufügen',
  removeProperty: (name) => (name === '' ? 'Diese Eigenschaft entfernen' : `${name} entfernen`),
  emptyRemovesProperty: 'Ein leerer Wert entfernt die Eigenschaft.',
  desiredCallbackTimeSection: 'Gewünschte Rückrufzeit',
  desiredDate: 'Gewünschter Tag',
  availableTimeSlot: 'Freie Uhrzeit',
  timeHelp: (zone, offset) =>
    `Jede Uhrzeit ist möglich. Zeitzone: ${zone}${offset === undefined ? '' : ` (${offset})`}.`,
  overlapQuestion: 'Die Uhren werden an dem Tag zurückgestellt, deshalb gibt es diese Uhrzeit zweimal. Welche?',
  overlapEarlier: (time, offset) => `Die erste ${time}, ${offset}`,
  overlapLater: (time, offset) => `Die zweite ${time}, ${offset}`,
  currentCallbackInformation: 'Jetziger Rückruf',
  activeAlready: (count, formatted) =>
    count === 1
      ? 'Dieser Kunde hat schon einen aktiven Rückruf:'
      : `Dieser Kunde hat schon ${formatted} aktive Rückrufe:`,
  otherCallbacks: (count, formatted) =>
    count === 1
      ? 'Dieser Kunde hat noch einen anderen aktiven Rückruf:'
      : `Dieser Kunde hat noch ${formatted} andere aktive Rückrufe:`,
  oneMoreCallback: (count, formatted) =>
    count === 1
      ? 'Dieser Kunde bekommt damit einen zweiten aktiven Rückruf.'
      : `Zu ${formatted} aktiven Rückrufen dieses Kunden kommt damit einer hinzu.`,
  lastCallbackInformation: 'Letzter Rückruf',
  callbackTime: 'Rückrufzeit',
  lastCallbackTime: 'Letzte Rückrufzeit',
  callbackNumber: 'Rückrufnummer',
  whatToDo: 'Was möchten Sie tun?',
  reschedule: 'Verschieben',
  editProperties: 'Weitere Eigenschaften bearbeiten',
  cancelCallback: 'Rückruf stornieren',
  cancelCallbackHelp: 'Der Kunde wird nicht angerufen. Ein stornierter Rückruf kann neu geplant werden.',
  discardOrsFailure: 'Stornieren, obwohl seine Sitzung nicht erreichbar ist',
  discardOrsFailureHelp:
    'Der Server konnte die laufende Sitzung nicht erreichen. Er vermerkt den Rückruf trotzdem als storniert.',
  editCustomerLookupKeys: 'Suchschlüssel des Kunden bearbeiten',
  noLookupKeys: 'Es sind keine Suchschlüssel eingerichtet.',
  noEditableLookupKeys: 'Kunden werden über Angaben des Rückrufs gefunden, die bleiben, wie sie sind.',
  fieldProblem: (code, limit) => PROBLEMS[code](limit),
  refusal: (code) => REFUSALS[code],
  waitsForUserConfirm: (option) =>
    `Dieser Service wartet auf die Bestätigung des Kunden. Ein hier angelegter Rückruf gelingt nur mit ${option} = false.`,
  virtualQueueClash: (queue) =>
    `Dieser Service hat schon die virtuelle Warteschlange ${queue}. Lassen Sie das Feld leer, oder entfernen Sie sie beim Service.`,
  continue: 'Weiter',
  back: 'Zurück',
  sending: 'Wird gesendet',
  nothingChanged: 'Noch ist nichts geändert.',
  checkFields: (count, formatted) => `Prüfen Sie ${formatted} ${count === 1 ? 'Feld' : 'Felder'}:`,
  nothingDone: 'Es wurde nichts geändert.',
  writeFailure: (code) => WRITE_FAILURES[code],
  outcomeUnknown: 'Vielleicht ist es trotzdem geschehen: Sehen Sie in der Liste nach, bevor Sie noch einmal senden.',
  freeTimes: 'Der Server schlägt diese Zeiten vor:',
  unsavedQuestion: 'Schließen und Ihre Eingaben verlieren?',
  keepEditing: 'Weiter bearbeiten',
  discard: 'Verwerfen',
  cancelConfirmation: 'Rückrufe stornieren',
  callbacksToCancel: 'Zu stornierende Rückrufe dieser Seite',
  willBeCancelled: (count, formatted) => `${counted(count, formatted)} ${count === 1 ? 'wird' : 'werden'} storniert`,
  leftAlone: (count, formatted) =>
    count === 1 ? `${formatted} Rückruf blieb, wie er war.` : `${formatted} Rückrufe blieben, wie sie waren.`,
  willBeSkipped: (count, formatted) => `${counted(count, formatted)} ${count === 1 ? 'wird' : 'werden'} ausgelassen`,
  moreCallbacks: (count, formatted) => `und ${formatted} ${count === 1 ? 'weiterer Rückruf' : 'weitere Rückrufe'}`,
  keepCallbacks: 'Rückrufe behalten',
  cancelCount: (count, formatted) => `${counted(count, formatted)} stornieren`,
  nothingToCancel: 'Keiner dieser Rückrufe kann storniert werden.',
  cancelling: (done, total) => `Wird storniert: ${done} von ${total}`,
  closingDoesNotStop: 'Schließen hält es nicht an.',
  allCancelled: (count, formatted) => `${counted(count, formatted)} ${count === 1 ? 'wurde' : 'wurden'} storniert.`,
  notAllCancelled: 'Nicht jeder Rückruf wurde storniert.',
  countCancelled: (formatted) => `${formatted} storniert`,
  countSkipped: (formatted) => `${formatted} ausgelassen`,
  countFailed: (formatted) => `${formatted} fehlgeschlagen`,
  notCancelledList: 'Nicht storniert',
  outcomeSkipped: 'Kann nicht mehr storniert werden',
  outcomeFailed: 'Keine Antwort: Aktualisieren Sie die Liste und sehen Sie nach',
  advancedOptions: 'Erweiterte Optionen',
  filterByStatesAndService: 'Tabelle nach Zustand und Service filtern',
  states: 'Zustände',
  statesHelp: 'Ist keiner angekreuzt, wird jeder Zustand gezeigt.',
  services: 'Services',
  allServices: 'Alle Services',
  severalServices: (count) => `${count} Services (von dieser Seite vorgegeben)`,
  maximumPerService: 'Höchstzahl der Rückrufe je Service',
  maximumPerServiceHelp: (maximum) => `Eine ganze Zahl von 1 bis ${maximum}.`,
  configureColumns: 'Spalten',
  includeServiceId: 'Spalte Service-ID zeigen',
  save: 'Speichern',
  downloadReports: 'Berichte herunterladen',
  reportType: 'Art des Berichts',
  exportCancelled: 'Stornierte Rückrufe exportieren',
  exportCancelledHelp: 'CSV der Rückrufe, die die Administration storniert hat.',
  exportButton: 'Exportieren',
  refreshReport: 'Neuen Bericht holen',
  cancellationSummary: 'Zusammenfassung der Stornierung',
  download: 'Herunterladen',
  makingReport: 'Der Bericht wird erstellt',
};
