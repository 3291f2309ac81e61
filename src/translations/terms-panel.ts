/** Words of `callback-panel` and `callback-services`. */
export interface PanelTerms {
  // range line
  dateRange: string;
  customDateRange: string;
  savedRanges: string;
  startDate: string;
  endDate: string;
  submit: string;
  /** Bounds in words with the name of the zone. */
  boundsInZone: (bounds: string, zone: string) => string;
  /** Filters of Advanced Options that are in force: states and services. */
  onlyListed: (what: string) => string;
  /** How long ago the list was loaded. */
  updatedAgo: (seconds: number) => string;
  /** The list could not be loaded again; how old it is. */
  staleFor: (seconds: number) => string;
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
  limitReached: (services: string, maximum: string, count: number) => string;
  tagTaken: (tag: string) => string;
  viewNotKept: string;
  descriptionFailed: string;
  // what happened
  created: (service: string) => string;
  rescheduled: string;
  propertiesSaved: string;
  cancelledOne: string;
  cancelledMany: (done: number, rest: number) => string;
  changeNotSeen: string;
  /** Added to what happened when the present range or filters do not show it. */
  notInThisList: string;
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
