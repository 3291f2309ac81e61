import type { Reservation } from '../domain/keys.js';
import type { MergeKind } from '../domain/merge-preview.js';
import type { ReviewTerms } from './terms-review.js';

const plural = new Intl.PluralRules('de');

const RESERVED: Readonly<Record<Reservation, string>> = {
  field: 'gehört zum Rückruf selbst',
  request: 'sagt dem Server, was er mit der Anfrage tun soll',
  prototype: 'hat in Programmen eine eigene Bedeutung',
};

const KINDS: Readonly<Record<MergeKind, string>> = {
  kept: 'bleibt',
  new: 'neu',
  changed: 'geändert',
  'left-out': 'von Ihnen weggelassen',
  'not-carried': 'nicht übernommen: niemand darf es senden',
};

const COUNTED: Readonly<Record<MergeKind, readonly [one: string, other: string]>> = {
  kept: ['bleibt', 'bleiben'],
  new: ['neu', 'neu'],
  changed: ['geändert', 'geändert'],
  'left-out': ['weggelassen', 'weggelassen'],
  'not-carried': ['nicht übernommen', 'nicht übernommen'],
};

function isOne(count: number): boolean {
  return plural.select(count) === 'one';
}

/** German words of {@link ReviewTerms}. */
export const deReview: ReviewTerms = {
  required: 'Pflichtfeld',
  lookupKey: 'Suchschlüssel',
  lookupKeysHelp: 'Über ihre Suchschlüssel werden Kunden gefunden.',
  reservedKey: (key, why) => `${key} ${RESERVED[why]}. Wählen Sie einen anderen Namen.`,
  reservedKeys: (keys) => `Reservierte Namen: ${keys}.`,
  nameMissing: 'Geben Sie dem Wert einen Namen, oder leeren Sie ihn.',
  nameTwice: (key) => `${key} gibt es zweimal. Behalten Sie eines davon.`,
  keepProperty: (name) => `${name} behalten`,
  keep: 'Behalten',
  propertyGoes: 'wird entfernt',
  mergeTitle: 'Eigenschaften des neuen Rückrufs',
  mergeHelp: 'Der neue Rückruf bekommt die des letzten, mit Ihren Änderungen.',
  mergeEmpty: 'Der neue Rückruf bekommt keine Eigenschaften.',
  mergeKind: (kind) => KINDS[kind],
  mergeCount: (kind, count, formatted) => `${formatted} ${COUNTED[kind][isOne(count) ? 0 : 1]}`,
  property: 'Eigenschaft',
  lastCallback: 'Letzter Rückruf',
  newCallback: 'Neuer Rückruf',
  conflictTitle: 'Dieser Rückruf wurde inzwischen geändert',
  conflictHelp: 'Nichts wurde gesendet. Was andere geändert haben, bleibt so, wenn Sie nicht anders entscheiden.',
  conflictDecisions: (count, formatted) =>
    isOne(count)
      ? 'Ein Feld haben beide geändert: Entscheiden Sie, welcher Wert gilt.'
      : `${formatted} Felder haben beide geändert: Entscheiden Sie, welche Werte gelten.`,
  field: 'Feld',
  completionReason: 'Grund',
  before: 'Vorher',
  theirs: 'Andere',
  yours: 'Sie',
  unchanged: 'wie vorher',
  staysTheirs: 'bleibt, wie andere es gesetzt haben',
  staysYours: 'wird, wie Sie es gesetzt haben',
  sameChange: 'beide haben dasselbe gesetzt',
  decisionAbout: (name) => `Welcher Wert gilt für ${name}?`,
  keepMine: 'Meinen behalten',
  takeTheirs: 'Anderen übernehmen',
  decideFirst: (count, formatted) =>
    isOne(count)
      ? 'Entscheiden Sie zuerst über das Feld, das beide geändert haben.'
      : `Entscheiden Sie zuerst über die ${formatted} Felder, die beide geändert haben.`,
  nothingLeft: 'Alles bleibt, wie andere es gesetzt haben; es gibt nichts zu senden. Schließen Sie dieses Formular.',
  stillPossible: (commands) => `Weiterhin möglich: ${commands}.`,
  nothingPossible: 'Damit lässt sich nichts mehr tun. Schließen Sie dieses Formular.',
  scheduleAgain: 'Erneut planen',
  findingOutcome:
    'Es kam keine klare Antwort. Es wird ermittelt, ob der Server es getan hat; nichts wird noch einmal gesendet.',
  outcomeNotDone:
    'Es kam keine klare Antwort, und der Server hat es nicht getan. Nichts wurde geändert. Sie können es erneut senden.',
};
