import type { Reservation } from '../domain/keys.js';
import type { MergeKind } from '../domain/merge-preview.js';

/** Words of `callback-editor` about properties, about what will be sent, and about what others changed. */
export interface ReviewTerms {
  // fields
  /** Mark beside the label of a field that must be filled in. */
  required: string;
  // properties
  lookupKey: string;
  lookupKeysHelp: string;
  reservedKey: (key: string, why: Reservation) => string;
  reservedKeys: (keys: string) => string;
  nameMissing: string;
  nameTwice: (key: string) => string;
  keepProperty: (name: string) => string;
  keep: string;
  propertyGoes: string;
  // merge preview
  mergeTitle: string;
  mergeHelp: string;
  mergeEmpty: string;
  mergeKind: (kind: MergeKind) => string;
  /** One count of the summary, for example `3 kept`. */
  mergeCount: (kind: MergeKind, count: number, formatted: string) => string;
  property: string;
  lastCallback: string;
  newCallback: string;
  // conflict
  conflictTitle: string;
  conflictHelp: string;
  conflictDecisions: (count: number, formatted: string) => string;
  field: string;
  completionReason: string;
  before: string;
  theirs: string;
  yours: string;
  unchanged: string;
  staysTheirs: string;
  staysYours: string;
  sameChange: string;
  decisionAbout: (name: string) => string;
  keepMine: string;
  takeTheirs: string;
  decideFirst: (count: number, formatted: string) => string;
  nothingLeft: string;
  stillPossible: (commands: string) => string;
  nothingPossible: string;
  scheduleAgain: string;
  // a request whose answer was lost
  findingOutcome: string;
  outcomeNotDone: string;
}
