/** Words of changes that wait a few seconds before they are sent. Numbers arrive formatted; where a plural depends on one, the number itself comes too. */
export interface UndoTerms {
  /** Name of the list of what waits. */
  notSentYet: string;
  /** Time left, as short as it can be said. */
  secondsLeft: (seconds: string) => string;
  undo: string;
  sendNow: string;
  /** Said once: what will happen (a sentence without a full stop), when, and how it is undone. */
  pendingAnnouncement: (what: string, seconds: string) => string;
  /** Who undoes came too late. */
  alreadySent: string;
  // in the confirmation of a bulk cancel
  nothingSentYet: string;
  cancellingIn: (count: number, formatted: string, seconds: string) => string;
}
