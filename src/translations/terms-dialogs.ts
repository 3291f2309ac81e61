import type { RefusalCode } from '../domain/lifecycle.js';
import type { ProblemCode } from '../domain/problems.js';

/** Codes after which the server may have done what was asked, although it did not say so. */
export type UnknownOutcomeCode = 'offline' | 'timeout' | 'server-error' | 'bad-response';

/** Words of `callback-editor`, `advanced-options`, `callback-cancel-dialog` and `report-dialog`. */
export interface DialogTerms {
  // editor: titles, sections, fields
  addNewCallback: string;
  editCallbackTitle: string;
  rescheduleCompletedCallback: string;
  callbackType: string;
  immediate: string;
  scheduled: string;
  chooseService: string;
  noServices: string;
  callbackParameters: string;
  customerNumber: string;
  customerNumberPlaceholder: string;
  virtualQueue: string;
  queueTimeStatistic: string;
  queueTimeStatisticHelp: (example: string) => string;
  optional: string;
  additionalProperties: string;
  noProperties: string;
  parameterName: string;
  parameterValue: string;
  /** Name of the value field of a row the person added; the row's name may still be empty. */
  parameterValueOf: (name: string) => string;
  addProperty: string;
  removeProperty: (name: string) => string;
  emptyRemovesProperty: string;
  desiredCallbackTimeSection: string;
  desiredDate: string;
  availableTimeSlot: string;
  /** Any time may be given; names the zone and, when it is known, its offset on that day. */
  timeHelp: (zone: string, offset: string | undefined) => string;
  overlapQuestion: string;
  overlapEarlier: (time: string, offset: string) => string;
  overlapLater: (time: string, offset: string) => string;
  currentCallbackInformation: string;
  // other callbacks of the customer
  /** Before a list of them; `count` decides between one and several. */
  activeAlready: (count: number, formatted: string) => string;
  /** The same for a callback that is one of theirs. */
  otherCallbacks: (count: number, formatted: string) => string;
  /** What Continue would do. */
  oneMoreCallback: (count: number, formatted: string) => string;
  lastCallbackInformation: string;
  callbackTime: string;
  lastCallbackTime: string;
  callbackNumber: string;
  whatToDo: string;
  reschedule: string;
  editProperties: string;
  cancelCallback: string;
  cancelCallbackHelp: string;
  discardOrsFailure: string;
  discardOrsFailureHelp: string;
  editCustomerLookupKeys: string;
  noLookupKeys: string;
  /** There are lookup keys, but all of them are fields of the callback itself. */
  noEditableLookupKeys: string;
  // why an input or a command is not accepted
  fieldProblem: (code: ProblemCode, limit: string) => string;
  refusal: (code: RefusalCode) => string;
  // editor: notes and buttons
  waitsForUserConfirm: (option: string) => string;
  virtualQueueClash: (queue: string) => string;
  continue: string;
  back: string;
  sending: string;
  nothingChanged: string;
  checkFields: (count: number, formatted: string) => string;
  nothingDone: string;
  /** What happened, without the advice to try again: that comes with `outcomeUnknown`. */
  writeFailure: (code: UnknownOutcomeCode) => string;
  /** After a failure that leaves open whether the server did what was asked. */
  outcomeUnknown: string;
  freeTimes: string;
  unsavedQuestion: string;
  keepEditing: string;
  discard: string;
  // cancel dialog
  cancelConfirmation: string;
  callbacksToCancel: string;
  willBeCancelled: (count: number, formatted: string) => string;
  /** Of callbacks that were selected and not sent, because their state forbids it. */
  leftAlone: (count: number, formatted: string) => string;
  willBeSkipped: (count: number, formatted: string) => string;
  moreCallbacks: (count: number, formatted: string) => string;
  keepCallbacks: string;
  cancelCount: (count: number, formatted: string) => string;
  nothingToCancel: string;
  cancelling: (done: string, total: string) => string;
  closingDoesNotStop: string;
  allCancelled: (count: number, formatted: string) => string;
  notAllCancelled: string;
  countCancelled: (formatted: string) => string;
  countSkipped: (formatted: string) => string;
  countFailed: (formatted: string) => string;
  notCancelledList: string;
  outcomeSkipped: string;
  outcomeFailed: string;
  // advanced options
  advancedOptions: string;
  filterByStatesAndService: string;
  states: string;
  statesHelp: string;
  services: string;
  allServices: string;
  /** Chosen where the page lists several services, which people cannot. */
  severalServices: (count: string) => string;
  maximumPerService: string;
  maximumPerServiceHelp: (maximum: string) => string;
  configureColumns: string;
  includeServiceId: string;
  save: string;
  // reports
  downloadReports: string;
  reportType: string;
  exportCancelled: string;
  exportCancelledHelp: string;
  exportButton: string;
  refreshReport: string;
  cancellationSummary: string;
  download: string;
  makingReport: string;
}
