import type { UndoTerms } from './terms-undo.js';

const plural = new Intl.PluralRules('en');

function callbacks(count: number, formatted: string): string {
  return `${formatted} ${plural.select(count) === 'one' ? 'callback' : 'callbacks'}`;
}

export const enUndo: UndoTerms = {
  notSentYet: 'Not sent yet',
  secondsLeft: (seconds) => `${seconds} s`,
  undo: 'Undo',
  sendNow: 'Send now',
  pendingAnnouncement: (what, seconds) => `${what}. This is sent in ${seconds} seconds. Undo with Ctrl+Z.`,
  alreadySent: 'Already sent.',
  nothingSentYet: 'Nothing has been sent yet.',
  cancellingIn: (count, formatted, seconds) => `Cancelling ${callbacks(count, formatted)} in ${seconds} s`,
};
