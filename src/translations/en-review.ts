import type { Reservation } from '../domain/keys.js';
import type { MergeKind } from '../domain/merge-preview.js';
import type { ReviewTerms } from './terms-review.js';

const plural = new Intl.PluralRules('en');

const RESERVED: Readonly<Record<Reservation, string>> = {
  field: 'belongs to the callback itself',
  request: 'tells the server what to do with the request',
  prototype: 'has a meaning of its own in programs',
};

const KINDS: Readonly<Record<MergeKind, string>> = {
  kept: 'kept',
  new: 'new',
  changed: 'changed',
  'left-out': 'left out by you',
  'not-carried': 'not carried over: nobody may send it',
};

const COUNTED: Readonly<Record<MergeKind, string>> = {
  ...KINDS,
  'left-out': 'left out',
  'not-carried': 'not carried over',
};

function isOne(count: number): boolean {
  return plural.select(count) === 'one';
}

/** English words of {@link ReviewTerms}. */
export const enReview: ReviewTerms = {
  required: 'required',
  lookupKey: 'lookup key',
  lookupKeysHelp: 'Customers are found by their lookup keys.',
  reservedKey: (key, why) => `${key} ${RESERVED[why]}. Choose another name.`,
  reservedKeys: (keys) => `Reserved names: ${keys}.`,
  nameMissing: 'Give the value a name, or empty it.',
  nameTwice: (key) => `${key} is there twice. Keep one.`,
  keepProperty: (name) => `Keep ${name}`,
  keep: 'Keep',
  propertyGoes: 'will be removed',
  mergeTitle: 'Properties of the New Callback',
  mergeHelp: 'The new callback gets those of the last one, with your changes.',
  mergeEmpty: 'The new callback gets no properties.',
  mergeKind: (kind) => KINDS[kind],
  mergeCount: (kind, _count, formatted) => `${formatted} ${COUNTED[kind]}`,
  property: 'Property',
  lastCallback: 'Last callback',
  newCallback: 'New callback',
  conflictTitle: 'This callback was changed meanwhile',
  conflictHelp: 'Nothing was sent. What others changed stays as they set it, unless you decide otherwise.',
  conflictDecisions: (count, formatted) =>
    isOne(count)
      ? 'You both changed one field: decide which value holds.'
      : `You both changed ${formatted} fields: decide which values hold.`,
  field: 'Field',
  completionReason: 'Reason',
  before: 'Before',
  theirs: 'Theirs',
  yours: 'Yours',
  unchanged: 'no change',
  staysTheirs: 'stays as they set it',
  staysYours: 'will be as you set it',
  sameChange: 'you both set the same',
  decisionAbout: (name) => `Which value holds for ${name}?`,
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  decideFirst: (count, formatted) =>
    isOne(count)
      ? 'Decide first about the field that you both changed.'
      : `Decide first about the ${formatted} fields that you both changed.`,
  nothingLeft: 'Everything stays as they set it, so there is nothing to send. Close this form.',
  stillPossible: (commands) => `Still possible: ${commands}.`,
  nothingPossible: 'Nothing can be done with it any more. Close this form.',
  scheduleAgain: 'Schedule it again',
  findingOutcome: 'No clear answer came. It is being found out whether the server did it; nothing is sent again.',
  outcomeNotDone: 'No clear answer came, and the server did not do it. Nothing was changed. You can send it again.',
};
