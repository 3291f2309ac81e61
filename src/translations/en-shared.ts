import type { CallbackErrorCode } from '../domain/errors.js';
import type { DiagnosticField } from '../domain/diagnostics.js';
import type { SharedTerms } from './terms.js';

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
  failure: (code) => FAILURES[code],
  diagnostic: (field) => DIAGNOSTICS[field],
  notInQueue: 'Not in queue',
  seconds: (count) => `${count} seconds`,
  yes: 'true',
  no: 'false',
  serverSaid: (words) => `The server said: ${words}`,
  retryAfter: (seconds) => `It wants to be asked again after ${seconds} seconds.`,
};
