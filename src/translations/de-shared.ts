import type { CallbackErrorCode } from '../domain/errors.js';
import type { DiagnosticField } from '../domain/diagnostics.js';
import type { SharedTerms } from './terms.js';

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
  failure: (code) => FAILURES[code],
  diagnostic: (field) => DIAGNOSTICS[field],
  notInQueue: 'Nicht in der Warteschlange',
  seconds: (count) => `${count} Sekunden`,
  yes: 'ja',
  no: 'nein',
  serverSaid: (words) => `Der Server sagt: ${words}`,
  retryAfter: (seconds) => `Er möchte erst nach ${seconds} Sekunden wieder gefragt werden.`,
};
