import type { RangePreset } from '../domain/time-range.js';

/** Words of `callback-panel` and `callback-services`. */
export interface PanelTerms {
  // range line
  dateRange: string;
  rangePreset: (preset: RangePreset) => string;
  customDateRange: string;
  savedRanges: string;
  unknownRange: string;
  startDate: string;
  endDate: string;
  submit: string;
  /** Bounds in words with the name of the zone. */
  boundsInZone: (bounds: string, zone: string) => string;
  /** Filters of Advanced Options that are in force: states and services. */
  onlyListed: (what: string) => string;
  /** How long ago the list was loaded. */
  updatedAgo: (seconds: number) => string;
  /** The list could not be loaded again; the time it is from. */
  staleSince: (time: string) => string;
  loadingList: string;
  // action line
  moreActions: string;
  createCallback: string;
  cancelCallbacks: string;
  everyCancelSucceeded: string;
  someCancelsFailed: string;
  // why something is off
  readonlyPage: string;
  readonlyRole: string;
  noServer: string;
  bulkOff: string;
  nothingSelected: string;
  // notes
  idle: string;
  unreadable: (count: number) => string;
  /** A few names, and how many there are besides. */
  andMore: (names: string, rest: string) => string;
  /** Opens the whole list of services that a sentence names a few of. */
  allOfThem: (number: string) => string;
  limitReached: (services: string, maximum: string, count: number) => string;
  tagTaken: (tag: string) => string;
  /** The page asks for a range that does not exist; today is listed in its place. */
  noSuchRange: (name: string) => string;
  viewNotKept: string;
  /** @param seconds how far the server's clock is ahead of this device's; negative = behind */
  clocksDiffer: (seconds: number) => string;
  /** Name of the button that takes this note away. */
  hideClocks: string;
  descriptionFailed: string;
  // what happened
  created: (service: string) => string;
  rescheduled: string;
  propertiesSaved: string;
  cancelledOne: string;
  /** What waits to be sent: it can still be undone. */
  pendingCancel: (number: string) => string;
  pendingMove: (number: string, time: string) => string;
  pendingCancelMany: (count: number) => string;
  /** After Undo. */
  nothingSent: string;
  /** The answer to a write was lost; it is being found out what became of it. */
  lookingForOutcome: string;
  /** Before what was done, when its answer was lost. */
  answerLostButDone: string;
  /** Why a change was not sent; the form with both can be opened again. */
  changedMeanwhile: string;
  /** Opens a form again with what was entered. */
  openAgain: string;
  cancelledMany: (done: number, rest: number) => string;
  changeNotSeen: string;
  /** Added to the outcome of a cancellation whose dialog was closed meanwhile. */
  seeReport: string;
  /** Added to what happened when the present range and filters do not show it. */
  notInThisList: string;
  // what did not work after its dialog was closed; why follows
  createFailed: (service: string) => string;
  changeFailed: (number: string) => string;
  cancelFailed: (number: string) => string;
  cancelManyFailed: (count: number) => string;
  reportSaved: (fileName: string) => string;
  // services page
  configuredServices: string;
  searchItems: string;
  noServicesFound: string;
  servicesReadOnly: string;
  servicesUnknown: string;
  servicesLoading: string;
  servicesIdle: string;
  inNoGroup: string;
  servicesCount: (count: number) => string;
  waitsForConfirm: string;
  serviceVirtualQueue: string;
}
