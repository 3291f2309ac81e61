import type { RangePreset } from '../domain/time-range.js';
import type { PanelTerms } from './terms-panel.js';

const plural = new Intl.PluralRules('en');

/** Picks the word for a count. */
function word(count: number, one: string, other: string): string {
  return plural.select(count) === 'one' ? one : other;
}

/** A length of time in the largest unit that tells enough. */
function age(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** A difference between two clocks in its two largest units; nobody needs to know by how many days. */
function difference(seconds: number): string {
  if (seconds > 86_400) return 'more than a day';
  return seconds > 60 && seconds < 3600 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : age(seconds);
}

const RANGES: Readonly<Record<RangePreset, string>> = {
  'last-24-hours': 'Last 24 Hours',
  'last-7-days': 'Last 7 Days',
  'last-30-days': 'Last 30 Days',
  today: 'Today',
  'next-24-hours': 'Next 24 Hours',
  'next-7-days': 'Next 7 Days',
  'next-30-days': 'Next 30 Days',
};

export const enPanel: PanelTerms = {
  dateRange: 'Date range',
  rangePreset: (preset) => RANGES[preset],
  customDateRange: 'Custom Date Range',
  savedRanges: 'Saved ranges',
  unknownRange: 'Unknown range',
  startDate: 'Start date',
  endDate: 'End date',
  submit: 'Submit',
  boundsInZone: (bounds, zone) => `${bounds}, ${zone}`,
  onlyListed: (what) => `only ${what}`,
  updatedAgo: (seconds) => (seconds < 3 ? 'updated just now' : `updated ${age(seconds)} ago`),
  staleSince: (time) => `stale since ${time}`,
  loadingList: 'loading',
  moreActions: 'More actions',
  createCallback: 'Create Callback',
  cancelCallbacks: 'Cancel Callbacks',
  everyCancelSucceeded: 'Every callback of the last cancellation was cancelled.',
  someCancelsFailed: 'Some callbacks of the last cancellation were not cancelled.',
  readonlyPage: 'This page shows callbacks and changes none.',
  readonlyRole: 'Your role may see callbacks and change none. Ask your administrator for the Supervisor role.',
  noServer: 'No server is connected.',
  bulkOff: 'Cancelling several callbacks is switched off on this server.',
  nothingSelected: 'Select callbacks in the table first.',
  idle: 'No server is connected yet, so there is nothing to show.',
  unreadable: (count) =>
    `${count} ${word(count, 'record', 'records')} could not be read and ${word(count, 'is', 'are')} not shown.`,
  andMore: (names, rest) => `${names} and ${rest} more`,
  allOfThem: (number) => `All ${number} services`,
  limitReached: (services, maximum, count) =>
    `${services} ${word(count, 'has', 'have')} reached the maximum of ${maximum} callbacks per service, so there may be more. ` +
    'Choose a shorter range, or raise the maximum in Advanced Options.',
  tagTaken: (tag) =>
    `The Callback page cannot be shown: this page already uses the name <${tag}> for something else. Tell the people who build it.`,
  noSuchRange: (name) => `There is no range named “${name}”, so today is listed.`,
  clocksDiffer: (seconds) =>
    `This device's clock is ${difference(Math.abs(seconds))} ${seconds > 0 ? 'behind' : 'ahead of'} the server's. Times here follow the server.`,
  hideClocks: 'Hide the note about the clocks',
  viewNotKept: 'The settings kept in this browser could not be read, so the page begins with its own.',
  descriptionFailed: 'The server did not say what it allows, so it may refuse some actions.',
  created: (service) => `Callback created in ${service}.`,
  rescheduled: 'Callback rescheduled.',
  propertiesSaved: 'Changes saved.',
  cancelledOne: 'Callback cancelled.',
  pendingCancel: (number) => `The callback to ${number} will be cancelled`,
  pendingMove: (number, time) => `The callback to ${number} will be moved to ${time}`,
  pendingCancelMany: (count) => `${count} ${word(count, 'callback', 'callbacks')} will be cancelled`,
  nothingSent: 'Undone: nothing was sent.',
  lookingForOutcome: 'No clear answer came. Finding out whether the server did it.',
  answerLostButDone: 'No clear answer came, but the server did it.',
  changedMeanwhile: 'Someone changed this callback meanwhile.',
  openAgain: 'Open again',
  cancelledMany: (done, rest) =>
    rest === 0
      ? `${done} ${word(done, 'callback', 'callbacks')} cancelled.`
      : `${done} ${word(done, 'callback', 'callbacks')} cancelled, ${rest} not.`,
  changeNotSeen: 'The server accepted the change, but the list does not show it yet. Refresh in a moment.',
  notInThisList: 'The range and filters you see now do not show it.',
  seeReport: 'Download Reports tells which.',
  createFailed: (service) => `Creating a callback in ${service} failed.`,
  changeFailed: (number) => `Changing the callback to ${number} failed.`,
  cancelFailed: (number) => `Cancelling the callback to ${number} failed.`,
  cancelManyFailed: (count) => `Cancelling ${count} ${word(count, 'callback', 'callbacks')} failed.`,
  reportSaved: (fileName) => `${fileName} saved.`,
  configuredServices: 'Configured Services',
  searchItems: 'Search Items',
  noServicesFound: 'No services found',
  servicesReadOnly: 'This server offers no service administration, so services are shown and not changed here.',
  servicesUnknown: 'This server does not tell which services it has.',
  servicesLoading: 'Loading services',
  servicesIdle: 'No server is connected yet, so there are no services to show.',
  inNoGroup: 'In no group',
  servicesCount: (count) => `${count} ${word(count, 'service', 'services')}`,
  waitsForConfirm: 'Waits for the customer to confirm, so callbacks created here would not be called.',
  serviceVirtualQueue: 'Virtual queue',
};
