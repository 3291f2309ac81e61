import type { CallbackErrorCode } from '../domain/errors.js';
import type { DiagnosticField } from '../domain/diagnostics.js';
import { REFUSAL_WORDS } from '../domain/lifecycle.js';
import type { ProblemCode } from '../domain/problems.js';
import type { RangePreset } from '../domain/time-range.js';
import type { SharedTerms } from './terms.js';

const RANGES: Readonly<Record<RangePreset, string>> = {
  'last-24-hours': 'Last 24 Hours',
  'last-7-days': 'Last 7 Days',
  'last-30-days': 'Last 30 Days',
  today: 'Today',
  'next-24-hours': 'Next 24 Hours',
  'next-7-days': 'Next 7 Days',
  'next-30-days': 'Next 30 Days',
};

const FAILURES: Readonly<Record<CallbackErrorCode, string>> = {
  offline: 'The server cannot be reached. Check the connection, then try again.',
  timeout: 'The server did not answer in time. Try again.',
  unauthorised: 'You are not signed in any more. Sign in, then try again.',
  forbidden: 'You do not have permission for this. Ask your administrator for the Supervisor role.',
  'not-found': 'This callback no longer exists. Refresh the list.',
  conflict: 'Someone changed this callback meanwhile. Refresh the list and look again.',
  refused: 'The server refused this because of the state the callback is in now. Refresh the list and look again.',
  invalid: 'The server did not accept these values. Check them and send again.',
  limited: 'The server is taking no more requests of this kind right now. Wait a moment, then try again.',
  unavailable: 'The server is not available right now. Try again in a moment.',
  'server-error': 'The server failed. Try again; if it keeps failing, tell your administrator.',
  'bad-response':
    'The server sent an answer that cannot be read, for example a sign-in page. Check the address, or sign in again.',
  unsupported: 'The connected server does not offer this.',
  misuse: 'This page is not set up correctly. Tell the people who build it.',
  'tag-taken':
    'This page already uses the name of one of these parts for something else. Tell the people who build it.',
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
  'not-a-number': () => 'Give a whole number.',
  'out-of-bounds': (limit) => `Give a number up to ${limit}.`,
  'invalid-number': () => 'Give a number that can be dialled: digits, perhaps with a + in front.',
  'range-order': () => 'Start date is not before the end date!',
  'range-too-long': () => 'Maximum range is one month!',
  rejected: () => 'The server did not accept this.',
};

const DIAGNOSTICS: Readonly<Record<DiagnosticField, string>> = {
  estimatedWaitTime: 'Estimated wait time',
  position: 'Position in queue',
  agentsLoggedIn: 'Agents Logged in',
  callbackType: 'Callback type',
  callbackVersion: 'Callback version',
  channel: 'Channel',
  dialAttempt: 'Dial attempt number',
  dialResult: 'Dial Result',
  waitAtFirstCall: 'EWT at first outbound call',
  waitAtOffer: 'EWT at callback offer',
  snoozed: 'Is snoozed',
  orsSessionId: 'ORS session ID',
  positionAtFirstCall: 'Position at first outbound call',
  positionAtOffer: 'Position at callback offer',
  priority: 'Current priority',
  routingTarget: 'Routing target',
  firstCallTime: 'Time of first outbound call',
  acceptedTime: 'Time callback was accepted',
  nextCallTime: 'Time of next outbound call',
};

export const enShared: SharedTerms = {
  state: 'State',
  desiredCallbackTime: (offset) => `Desired Callback Time (${offset})`,
  phoneNumber: 'Phone Number',
  serviceName: 'Service Name',
  serviceId: 'Service ID',
  customFields: 'Custom Fields',
  notSpecified: 'Not Specified',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  refresh: 'Refresh',
  rangePreset: (preset) => RANGES[preset],
  refusal: (code) => REFUSAL_WORDS[code],
  failure: (code) => FAILURES[code],
  fieldProblem: (code, limit) => PROBLEMS[code](limit),
  diagnostic: (field) => DIAGNOSTICS[field],
  notInQueue: 'Not in queue',
  seconds: (count) => `${count} seconds`,
  yes: 'true',
  no: 'false',
  serverSaid: (words) => `The server said: ${words}`,
  retryAfter: (seconds) => `It wants to be asked again after ${seconds} seconds.`,
};
