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
  descriptionFailed: string;
  // what happened
  created: (service: string) => string;
  rescheduled: string;
  propertiesSaved: string;
  cancelledOne: string;
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
