import type { RangePreset } from '../domain/time-range.js';
import type { PanelTerms } from './terms-panel.js';

/** A length of time in the largest unit that tells enough. */
function age(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** A difference between two clocks in its two largest units; nobody needs to know by how many days. */
function difference(seconds: number): string {
  if (seconds > 86_400) return 'mehr als einen Tag';
  return seconds > 60 && seconds < 3600 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : age(seconds);
}

function callbacks(count: number): string {
  return count === 1 ? '1 Rückruf' : `${count} Rückrufe`;
}

const RANGES: Readonly<Record<RangePreset, string>> = {
  'last-24-hours': 'Letzte 24 Stunden',
  'last-7-days': 'Letzte 7 Tage',
  'last-30-days': 'Letzte 30 Tage',
  today: 'Heute',
  'next-24-hours': 'Nächste 24 Stunden',
  'next-7-days': 'Nächste 7 Tage',
  'next-30-days': 'Nächste 30 Tage',
};

export const dePanel: PanelTerms = {
  dateRange: 'Zeitraum',
  rangePreset: (preset) => RANGES[preset],
  customDateRange: 'Eigener Zeitraum',
  savedRanges: 'Gespeicherte Zeiträume',
  unknownRange: 'Unbekannter Zeitraum',
  startDate: 'Startdatum',
  endDate: 'Enddatum',
  submit: 'Anwenden',
  boundsInZone: (bounds, zone) => `${bounds}, ${zone}`,
  onlyListed: (what) => `nur ${what}`,
  updatedAgo: (seconds) => (seconds < 3 ? 'gerade aktualisiert' : `vor ${age(seconds)} aktualisiert`),
  staleSince: (time) => `Stand ${time}, seitdem nicht aktualisiert`,
  loadingList: 'wird geladen',
  moreActions: 'Weitere Aktionen',
  createCallback: 'Rückruf anlegen',
  cancelCallbacks: 'Rückrufe stornieren',
  everyCancelSucceeded: 'Bei der letzten Stornierung wurde jeder Rückruf storniert.',
  someCancelsFailed: 'Bei der letzten Stornierung wurden einige Rückrufe nicht storniert.',
  readonlyPage: 'Diese Seite zeigt Rückrufe und ändert keine.',
  readonlyRole:
    'Ihre Rolle darf Rückrufe sehen und keine ändern. Bitten Sie Ihre Administration um die Rolle Supervisor.',
  noServer: 'Es ist kein Server verbunden.',
  bulkOff: 'Mehrere Rückrufe zu stornieren ist auf diesem Server abgeschaltet.',
  nothingSelected: 'Wählen Sie erst Rückrufe in der Tabelle aus.',
  idle: 'Noch ist kein Server verbunden, deshalb gibt es nichts zu zeigen.',
  unreadable: (count) =>
    count === 1
      ? '1 Eintrag konnte nicht gelesen werden und wird nicht gezeigt.'
      : `${count} Einträge konnten nicht gelesen werden und werden nicht gezeigt.`,
  andMore: (names, rest) => `${names} und ${rest} weitere`,
  allOfThem: (number) => `Alle ${number} Services`,
  limitReached: (services, maximum, count) =>
    `${services} ${count === 1 ? 'hat' : 'haben'} die Höchstzahl von ${maximum} Rückrufen je Service erreicht; es kann mehr geben. ` +
    'Wählen Sie einen kürzeren Zeitraum, oder erhöhen Sie die Zahl in den erweiterten Optionen.',
  tagTaken: (tag) =>
    `Die Seite der Rückrufe kann nicht gezeigt werden: Der Name <${tag}> ist hier schon für etwas anderes vergeben. Sagen Sie denen Bescheid, die diese Seite bauen.`,
  noSuchRange: (name) => `Einen Zeitraum namens „${name}“ gibt es nicht; gezeigt wird heute.`,
  clocksDiffer: (seconds) =>
    `Die Uhr dieses Geräts geht gegenüber der des Servers ${difference(Math.abs(seconds))} ${seconds > 0 ? 'nach' : 'vor'}. Die Zeiten hier sind die des Servers.`,
  hideClocks: 'Hinweis zu den Uhren ausblenden',
  viewNotKept:
    'Die in diesem Browser behaltenen Einstellungen ließen sich nicht lesen. Die Seite beginnt mit ihren eigenen.',
  descriptionFailed: 'Der Server hat nicht gesagt, was er erlaubt. Manches lehnt er deshalb vielleicht ab.',
  created: (service) => `Rückruf in ${service} angelegt.`,
  rescheduled: 'Rückruf neu geplant.',
  propertiesSaved: 'Änderungen gespeichert.',
  cancelledOne: 'Rückruf storniert.',
  pendingCancel: (number) => `Der Rückruf an ${number} wird storniert`,
  pendingMove: (number, time) => `Der Rückruf an ${number} wird auf ${time} verschoben`,
  pendingCancelMany: (count) => (count === 1 ? '1 Rückruf wird storniert' : `${count} Rückrufe werden storniert`),
  nothingSent: 'Rückgängig gemacht: Es wurde nichts gesendet.',
  lookingForOutcome: 'Es kam keine klare Antwort. Es wird geprüft, ob der Server es getan hat.',
  answerLostButDone: 'Es kam keine klare Antwort, aber der Server hat es getan.',
  changedMeanwhile: 'Jemand hat diesen Rückruf inzwischen geändert.',
  openAgain: 'Wieder öffnen',
  cancelledMany: (done, rest) =>
    rest === 0 ? `${callbacks(done)} storniert.` : `${callbacks(done)} storniert, ${rest} nicht.`,
  changeNotSeen:
    'Der Server hat die Änderung angenommen, die Liste zeigt sie aber noch nicht. Aktualisieren Sie gleich noch einmal.',
  notInThisList: 'Zeitraum und Filter zeigen ihn jetzt nicht.',
  seeReport: '„Berichte herunterladen“ zeigt, welche.',
  createFailed: (service) => `Der Rückruf in ${service} ließ sich nicht anlegen.`,
  changeFailed: (number) => `Der Rückruf an ${number} ließ sich nicht ändern.`,
  cancelFailed: (number) => `Der Rückruf an ${number} ließ sich nicht stornieren.`,
  cancelManyFailed: (count) => `${callbacks(count)} ließen sich nicht stornieren.`,
  reportSaved: (fileName) => `${fileName} gespeichert.`,
  configuredServices: 'Eingerichtete Services',
  searchItems: 'Einträge suchen',
  noServicesFound: 'Keine Services gefunden',
  servicesReadOnly:
    'Dieser Server bietet keine Verwaltung der Services, deshalb werden sie hier gezeigt und nicht geändert.',
  servicesUnknown: 'Dieser Server sagt nicht, welche Services er hat.',
  servicesLoading: 'Services werden geladen',
  servicesIdle: 'Noch ist kein Server verbunden, deshalb gibt es keine Services zu zeigen.',
  inNoGroup: 'In keiner Gruppe',
  servicesCount: (count) => (count === 1 ? '1 Service' : `${count} Services`),
  waitsForConfirm: 'Wartet auf die Bestätigung des Kunden; hier angelegte Rückrufe würden nicht angerufen.',
  serviceVirtualQueue: 'Virtuelle Warteschlange',
};
