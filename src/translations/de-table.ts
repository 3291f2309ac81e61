import type { WaitingReason } from '../domain/waiting.js';
import type { KeyName, Shortcut, TableTerms } from './terms-table.js';

const WAITING: Readonly<Record<WaitingReason['kind'], (fact: string) => string>> = {
  snoozed: (time) =>
    time === '' ? 'Der Kunde möchte später angerufen werden.' : `Der Kunde möchte später angerufen werden, um ${time}.`,
  'next-call': (time) => `Wartet auf den nächsten Anruf, um ${time}.`,
  'no-agents': () => 'Kein Agent ist angemeldet, also kann niemand anrufen.',
  behind: (ahead) => `Rückrufe vor diesem in der Warteschlange: ${ahead}.`,
  next: () => 'Dieser ist der nächste, sobald ein Agent frei ist.',
  'not-in-queue': () => 'Dieser steht zurzeit nicht in der Warteschlange.',
};

const GROUPS = {
  queue: 'Warteschlange',
  customer: 'Kunde',
  attempts: 'Versuche',
  session: 'Sitzung',
  other: 'Weiteres',
} as const;

const SHORTCUTS: Readonly<Record<Shortcut, string>> = {
  move: 'Um eine Zelle weiter',
  'row-edges': 'Erste oder letzte Zelle der Zeile',
  'grid-edges': 'Erste oder letzte Zelle der Tabelle',
  screen: 'Um einen Bildschirm weiter',
  'turn-page': 'Vorige oder nächste Seite',
  'select-row': 'Zeile auswählen',
  extend: 'Auswahl erweitern',
  'select-all': 'Alle dieser Seite auswählen',
  use: 'Benutzen, was in der Zelle steht',
  'sort-further': 'Auf einem Titel: auch nach dieser Spalte sortieren',
  leave: 'Einzelheiten schließen',
  search: 'Suchen',
  edit: 'Rückruf bearbeiten',
  reschedule: 'Abgeschlossenen Rückruf neu planen',
  shortcuts: 'Diese Tasten zeigen',
};

const KEYS: Readonly<Record<KeyName, string>> = {
  Control: 'Strg',
  Shift: 'Umschalt',
  Alt: 'Alt',
  Home: 'Pos1',
  End: 'Ende',
  PageUp: 'Bild auf',
  PageDown: 'Bild ab',
  Space: 'Leertaste',
  Enter: 'Eingabe',
  Escape: 'Esc',
};

const DIRECTIONS = { ascending: 'aufsteigend', descending: 'absteigend' } as const;

export const deTable: TableTerms = {
  callbacks: 'Rückrufe',
  callbacksFound: (count, formatted) => `${formatted} ${count === 1 ? 'Rückruf' : 'Rückrufe'} gefunden`,
  shownOf: (shown, total) => `${shown} von ${total} gezeigt`,
  shownOfHint:
    'Der Server hat mehr Rückrufe, als diese Liste fasst. Wählen Sie einen kürzeren Zeitraum oder weniger Services, um alle zu sehen.',
  search: 'Suchen',
  searchField: 'Suchen in',
  allColumns: 'Alle Spalten',
  clearSearch: 'Suche leeren',
  selectPage: 'Alle Rückrufe dieser Seite auswählen',
  selectCallback: (number, time) => `Rückruf an ${number}, ${time} auswählen`,
  selectedCount: (_count, formatted) => `${formatted} ausgewählt`,
  selectMatching: (count) => `Alle ${count} passenden auswählen`,
  clearSelection: 'Auswahl aufheben',
  headersSort:
    'Spaltentitel sortieren die Tabelle. Mit der Umschalttaste nach mehreren Spalten; ein dritter Druck mit ihr nimmt eine Spalte wieder heraus.',
  sortedBy: (column, direction, isFirst) =>
    isFirst ? `${DIRECTIONS[direction]} sortiert nach ${column}` : `dann ${DIRECTIONS[direction]} nach ${column}`,
  sortPlace: (place, direction) => `Sortierschlüssel ${place}, ${DIRECTIONS[direction]}`,
  actions: 'Aktionen',
  editCallback: (number, time) => `Rückruf an ${number}, ${time} bearbeiten`,
  rescheduleCallback: (number, time) => `Rückruf an ${number}, ${time} neu planen`,
  working: 'In Arbeit',
  activeCallbacks: (count) => `Diese Nummer hat ${count} aktive Rückrufe.`,
  focusMoved: (number) => `Dieser Rückruf ist nicht mehr in der Liste. Sie sind jetzt beim Rückruf an ${number}.`,
  queueDetails: (state) => `${state}, Einzelheiten der Warteschlange`,
  queueDetailsOf: (number) => `Einzelheiten der Warteschlange zu ${number}`,
  refreshDetails: 'Einzelheiten aktualisieren',
  loadingDetails: 'Einzelheiten werden geladen',
  detailsNotLoaded: 'Die Einzelheiten sind noch nicht geladen.',
  noDetails: 'Der Server weiß nicht mehr über diesen Rückruf.',
  waiting: (kind, fact) => WAITING[kind](fact),
  detailGroup: (group) => GROUPS[group],
  pages: 'Seiten mit Rückrufen',
  pageRange: (from, to, count) => `${from}–${to} von ${count}`,
  pageStatus: (page, pages) => `Seite ${page} von ${pages}`,
  firstPage: 'Erste Seite',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  lastPage: 'Letzte Seite',
  isFirstPage: 'Das ist die erste Seite.',
  isLastPage: 'Das ist die letzte Seite.',
  rowsPerPage: 'Zeilen pro Seite',
  allRows: 'Alle',
  backToTop: 'Nach oben',
  shortcuts: 'Tastenkürzel',
  shortcutsHint: 'Die Taste ? zeigt in der Tabelle die Tastenkürzel.',
  shortcut: (does) => SHORTCUTS[does],
  keyName: (key) => KEYS[key],
  loadingCallbacks: 'Rückrufe werden geladen',
  loadedSoFar: (count) => `Rückrufe werden geladen: bisher ${count}`,
  noCallbacks: 'Keine Rückrufe gefunden.',
  noMatches: 'Kein Rückruf passt zu dieser Suche.',
  rowsAsOf: (time) => `Die Zeilen darunter sind vom ${time}.`,
  rowsKept: 'Die Zeilen darunter sind die letzten, die gelesen werden konnten.',
};
