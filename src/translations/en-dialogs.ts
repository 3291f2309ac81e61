import { REFUSAL_WORDS } from '../domain/lifecycle.js';
import type { ProblemCode } from '../domain/problems.js';
import { NUMBER_PROBLEMS } from './en-customer.js';
import type { DialogTerms, UnknownOutcomeCode } from './terms-dialogs.js';

const plural = new Intl.PluralRules('en');

function counted(count: number, formatted: string, [one, other]: readonly [string, string]): string {
  return `${formatted} ${plural.select(count) === 'one' ? one : other}`;
}

const WRITE_FAILURES: Readonly<Record<UnknownOutcomeCode, string>> = {
  offline: 'The server could not be reached. Check the connection.',
  timeout: 'The server did not answer in time.',
  'server-error': 'The server failed. If it keeps failing, tell your administrator.',
  'bad-response':
    'The server sent an answer that cannot be read, for example a sign-in page. Check the address, or sign in again.',
};

const PROBLEMS: Readonly<Record<ProblemCode, (limit: string) => string>> = {
  required: () => 'Fill this in.',
  'reserved-key': () => 'This name belongs to the callback itself. Choose another.',
  'duplicate-key': () => 'This name is there twice. Keep one.',
  'invalid-date': () => 'Give a date, for example 2026-03-09.',
  'invalid-time': () => 'Give a time, for example 14:30.',
  'time-gap': () => 'This time does not exist on that day: the clocks go forward. Choose another.',
  'time-overlap': () => 'This time exists twice on that day: the clocks go back. Choose which one.',
  'in-the-past': () => 'This time has passed. Choose a later one.',
  'too-far-ahead': () => 'This is further ahead than the service takes callbacks. Choose an earlier time.',
  'slot-required': () => 'Choose one of the times.',
  'slot-full': () => 'Every place at this time is taken. Choose another.',
  'not-offered': () => 'No place is free at this time. Choose another.',
  'not-a-number': () => 'Give a whole number.',
  'out-of-bounds': (limit) => `Give a number up to ${limit}.`,
  'invalid-number': () => 'Give a number that can be dialled: digits, perhaps with a + in front.',
  ...NUMBER_PROBLEMS,
  'range-order': () => 'Start date is not before the end date!',
  'range-too-long': () => 'Maximum range is one month!',
  rejected: () => 'The server did not accept this.',
};

export const enDialogs: DialogTerms = {
  addNewCallback: 'Add New Callback',
  editCallbackTitle: 'Edit Callback',
  rescheduleCompletedCallback: 'Reschedule Completed Callback',
  callbackType: 'Callback type',
  immediate: 'Immediate',
  scheduled: 'Scheduled',
  chooseService: 'Choose a service',
  noServices: 'No service is known yet. Refresh the list, or ask your administrator to set one up.',
  callbackParameters: 'Callback Parameters',
  customerNumber: 'Customer Number',
  customerNumberPlaceholder: 'Your Callback Number',
  virtualQueue: 'Urs Virtual Queue',
  queueTimeStatistic: 'Request Queue Time Stat',
  queueTimeStatisticHelp: (example) => `For example ${example}`,
  optional: 'Optional',
  additionalProperties: 'Additional Properties',
  noProperties: 'This callback has no additional properties.',
  parameterName: 'Parameter Name',
  parameterValue: 'Parameter Value',
  parameterValueOf: (name) => (name === '' ? 'Parameter Value' : `Parameter Value of ${name}`),
  addProperty: 'Add property',
  removeProperty: (name) => (name === '' ? 'Remove this property' : `Remove ${name}`),
  emptyRemovesProperty: 'An empty value removes the property.',
  desiredCallbackTimeSection: 'Desired Callback Time',
  desiredDate: 'Desired Date',
  availableTimeSlot: 'Available Time Slot',
  timeHelp: (zone, offset) => `Any time may be given. Time zone: ${zone}${offset === undefined ? '' : ` (${offset})`}.`,
  overlapQuestion: 'The clocks go back on that day, so this time exists twice. Which one?',
  overlapEarlier: (time, offset) => `The first ${time}, ${offset}`,
  overlapLater: (time, offset) => `The second ${time}, ${offset}`,
  currentCallbackInformation: 'Current Callback Information',
  activeAlready: (count, formatted) =>
    count === 1
      ? 'This customer already has an active callback:'
      : `This customer already has ${formatted} active callbacks:`,
  otherCallbacks: (count, formatted) =>
    count === 1
      ? 'This customer has another active callback:'
      : `This customer has ${formatted} other active callbacks:`,
  oneMoreCallback: (count, formatted) =>
    count === 1
      ? 'This adds a second active callback for this customer.'
      : `This adds one more to ${formatted} active callbacks of this customer.`,
  lastCallbackInformation: 'Last Callback Information',
  callbackTime: 'Callback Time',
  lastCallbackTime: 'Last Callback Time',
  callbackNumber: 'Callback Number',
  whatToDo: 'What do you want to do?',
  reschedule: 'Reschedule',
  editProperties: 'Edit Additional Properties',
  cancelCallback: 'Cancel Callback',
  cancelCallbackHelp: 'The customer will not be called. A cancelled callback can be scheduled again.',
  discardOrsFailure: 'Cancel although its session cannot be reached',
  discardOrsFailureHelp:
    'The server could not reach the running session. It marks the callback as cancelled all the same.',
  editCustomerLookupKeys: 'Edit Customer Lookup Keys',
  noLookupKeys: 'No lookup keys are configured.',
  noEditableLookupKeys: 'Customers are found by details of the callback that stay as they are.',
  fieldProblem: (code, limit) => PROBLEMS[code](limit),
  refusal: (code) => REFUSAL_WORDS[code],
  waitsForUserConfirm: (option) =>
    `This service waits for the customer to confirm. A callback created here works only with ${option} = false.`,
  virtualQueueClash: (queue) =>
    `This service already has the virtual queue ${queue}. Leave this empty, or remove the queue from the service.`,
  continue: 'Continue',
  back: 'Back',
  sending: 'Sending',
  nothingChanged: 'Nothing has changed yet.',
  checkFields: (count, formatted) => `Check ${counted(count, formatted, ['field', 'fields'])}:`,
  nothingDone: 'Nothing was changed.',
  writeFailure: (code) => WRITE_FAILURES[code],
  outcomeUnknown: 'It may have been done all the same: look at the list before you send it again.',
  freeTimes: 'The server proposes these times:',
  unsavedQuestion: 'Close and lose what you entered?',
  keepEditing: 'Keep editing',
  discard: 'Discard',
  cancelConfirmation: 'Cancel Callbacks Confirmation',
  callbacksToCancel: 'Callbacks to Cancel in Current Page',
  willBeCancelled: (count, formatted) => `${counted(count, formatted, ['callback', 'callbacks'])} will be cancelled`,
  leftAlone: (count, formatted) =>
    `${counted(count, formatted, ['callback was left as it was', 'callbacks were left as they were'])}.`,
  willBeSkipped: (count, formatted) => `${counted(count, formatted, ['callback', 'callbacks'])} will be skipped`,
  moreCallbacks: (count, formatted) => `and ${counted(count, formatted, ['more callback', 'more callbacks'])}`,
  keepCallbacks: 'Keep callbacks',
  cancelCount: (count, formatted) => `Cancel ${counted(count, formatted, ['callback', 'callbacks'])}`,
  nothingToCancel: 'None of these callbacks can be cancelled.',
  cancelling: (done, total) => `Cancelling: ${done} of ${total}`,
  closingDoesNotStop: 'Closing this window does not stop it.',
  allCancelled: (count, formatted) => `${counted(count, formatted, ['callback was', 'callbacks were'])} cancelled.`,
  notAllCancelled: 'Not every callback was cancelled.',
  countCancelled: (formatted) => `${formatted} cancelled`,
  countSkipped: (formatted) => `${formatted} skipped`,
  countFailed: (formatted) => `${formatted} failed`,
  notCancelledList: 'Not cancelled',
  outcomeSkipped: 'Can no longer be cancelled',
  outcomeFailed: 'No answer: refresh the list and look again',
  advancedOptions: 'Advanced Options',
  filterByStatesAndService: 'Filter Table by States and Service',
  states: 'States',
  statesHelp: 'With none checked, every state is listed.',
  services: 'Services',
  allServices: 'All services',
  severalServices: (count) => `${count} services (set by this page)`,
  maximumPerService: 'Max # of Callbacks per Service',
  maximumPerServiceHelp: (maximum) => `A whole number from 1 to ${maximum}.`,
  configureColumns: 'Configure Columns',
  includeServiceId: 'Include Service ID column',
  save: 'Save',
  downloadReports: 'Download Reports',
  reportType: 'Report Type',
  exportCancelled: 'Export Cancelled Callbacks',
  exportCancelledHelp: 'CSV of the callbacks an administrator cancelled.',
  exportButton: 'Export',
  refreshReport: 'Get an updated report',
  cancellationSummary: 'Cancellation Summary Report',
  download: 'Download',
  makingReport: 'Making the report',
};
