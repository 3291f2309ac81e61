import type { CallbackErrorCode } from '../domain/errors.js';
import type { DiagnosticField } from '../domain/diagnostics.js';
import type { RefusalCode } from '../domain/lifecycle.js';
import type { ProblemCode } from '../domain/problems.js';
import type { RangePreset } from '../domain/time-range.js';
import type { SharedTerms } from './terms.js';

const RANGES: Readonly<Record<RangePreset, string>> = {
  'last-24-hours': 'Letzte 24 Stunden',
  'last-7-days': 'Letzte 7 Tage',
  'last-30-days': 'Letzte 30 Tage',
  today: 'Heute',
  'next-24-hours': 'Nächste 24 Stunden',
  'next-7-days': 'Nächste 7 Tage',
  'next-30-days': 'Nächste 30 Tage',
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

const FAILURES: Readonly<Record<CallbackErrorCode, string>> = {
  offline: 'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  timeout: 'Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.',
  unauthorised: 'Sie sind nicht mehr angemeldet. Melden Sie sich an und versuchen Sie es noch einmal.',
  forbidden: 'Dazu fehlt Ihnen die Berechtigung. Bitten Sie Ihre Administration um die Rolle Supervisor.',
  'not-found': 'Diesen Rückruf gibt es nicht mehr. Aktualisieren Sie die Liste.',
  conflict:
    'Jemand hat diesen Rückruf inzwischen geändert. Aktualisieren Sie die Liste und sehen Sie noch einmal nach.',
  refused: 'Der Server hat das wegen des jetzigen Zustands des Rückrufs abgelehnt. Aktualisieren Sie die Liste.',
  invalid: 'Der Server hat diese Angaben nicht angenommen. Prüfen Sie sie und senden Sie noch einmal.',
  limited: 'Der Server nimmt gerade keine weiteren Anfragen dieser Art an. Warten Sie einen Augenblick.',
  unavailable: 'Der Server ist gerade nicht verfügbar. Versuchen Sie es gleich noch einmal.',
  'server-error':
    'Auf dem Server ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, melden Sie es Ihrer Administration.',
  'bad-response':
    'Der Server hat eine Antwort geschickt, die sich nicht lesen lässt, zum Beispiel eine Anmeldeseite. Prüfen Sie die Adresse oder melden Sie sich neu an.',
  unsupported: 'Der verbundene Server bietet das nicht an.',
  misuse: 'Diese Seite ist nicht richtig eingerichtet. Sagen Sie denen Bescheid, die sie bauen.',
  'tag-taken':
    'Diese Seite verwendet den Namen eines dieser Teile schon für etwas anderes. Sagen Sie denen Bescheid, die sie bauen.',
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
  'not-a-number': () => 'Geben Sie eine ganze Zahl an.',
  'out-of-bounds': (limit) => `Geben Sie eine Zahl bis ${limit} an.`,
  'invalid-number': () => 'Geben Sie eine wählbare Nummer an: Ziffern, davor vielleicht ein +.',
  'range-order': () => 'Das Startdatum liegt nicht vor dem Enddatum!',
  'range-too-long': () => 'Der Zeitraum darf höchstens einen Monat lang sein!',
  rejected: () => 'Der Server hat das nicht angenommen.',
};

const DIAGNOSTICS: Readonly<Record<DiagnosticField, string>> = {
  estimatedWaitTime: 'Voraussichtliche Wartezeit',
  position: 'Position in der Warteschlange',
  agentsLoggedIn: 'Angemeldete Agenten',
  callbackType: 'Art des Rückrufs',
  callbackVersion: 'Version des Rückrufs',
  channel: 'Kanal',
  dialAttempt: 'Anwahlversuch',
  dialResult: 'Ergebnis der Anwahl',
  waitAtFirstCall: 'Wartezeit beim ersten Anruf',
  waitAtOffer: 'Wartezeit beim Angebot',
  snoozed: 'Zurückgestellt',
  orsSessionId: 'ORS-Sitzung',
  positionAtFirstCall: 'Position beim ersten Anruf',
  positionAtOffer: 'Position beim Angebot',
  priority: 'Jetzige Priorität',
  routingTarget: 'Routing-Ziel',
  firstCallTime: 'Zeit des ersten Anrufs',
  acceptedTime: 'Zeit der Annahme',
  nextCallTime: 'Zeit des nächsten Anrufs',
};

export const deShared: SharedTerms = {
  state: 'Zustand',
  desiredCallbackTime: (offset) => `Gewünschte Rückrufzeit (${offset})`,
  phoneNumber: 'Telefonnummer',
  serviceName: 'Service',
  serviceId: 'Service-ID',
  customFields: 'Eigene Felder',
  notSpecified: 'Keine Angabe',
  close: 'Schließen',
  cancel: 'Abbrechen',
  retry: 'Noch einmal versuchen',
  refresh: 'Aktualisieren',
  rangePreset: (preset) => RANGES[preset],
  refusal: (code) => REFUSALS[code],
  failure: (code) => FAILURES[code],
  fieldProblem: (code, limit) => PROBLEMS[code](limit),
  diagnostic: (field) => DIAGNOSTICS[field],
  notInQueue: 'Nicht in der Warteschlange',
  seconds: (count) => `${count} Sekunden`,
  yes: 'ja',
  no: 'nein',
  serverSaid: (words) => `Der Server sagt: ${words}`,
  retryAfter: (seconds) => `Er möchte erst nach ${seconds} Sekunden wieder gefragt werden.`,
};
