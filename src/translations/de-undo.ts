import type { UndoTerms } from './terms-undo.js';

function callbacks(count: number, formatted: string): string {
  return `${formatted} ${count === 1 ? 'Rückruf' : 'Rückrufe'}`;
}

export const deUndo: UndoTerms = {
  notSentYet: 'Noch nicht gesendet',
  secondsLeft: (seconds) => `${seconds} s`,
  undo: 'Rückgängig',
  sendNow: 'Jetzt senden',
  pendingAnnouncement: (what, seconds) => `${what}. Gesendet wird in ${seconds} Sekunden. Rückgängig mit Strg+Z.`,
  alreadySent: 'Schon gesendet.',
  nothingSentYet: 'Noch wurde nichts gesendet.',
  cancellingIn: (count, formatted, seconds) => `In ${seconds} s: ${callbacks(count, formatted)} stornieren`,
};
