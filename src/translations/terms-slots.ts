import type { DayStatus } from '../domain/slot-days.js';

/** Why a day has nothing to choose from. */
export type EmptyDay = Exclude<DayStatus, 'open' | 'unknown'> | 'no-day';

/** Words of the slot picker, a part of `callback-editor`. */
export interface SlotTerms {
  // month
  previousMonth: string;
  nextMonth: string;
  /** What a day is marked as, without the number of its places; empty where nothing is known of it. */
  dayStatus: (status: DayStatus) => string;
  /** Places left, of a day or of a slot; the count is never 0. */
  placesLeft: (count: number, formatted: string) => string;
  /** The same in the little room of a slot. */
  left: (count: number, formatted: string) => string;
  full: string;
  takenUntil: (day: string) => string;
  // slots
  /** For when the callback is planned already. */
  presentTime: (time: string) => string;
  /** Mark of the slot for which it is planned. */
  present: string;
  freeOnDay: (count: number, formatted: string, day: string) => string;
  emptyDay: (why: EmptyDay) => string;
  lookingForSlots: string;
  /** There is no service yet whose times could be shown. */
  chooseServiceForTimes: string;
  anyTimeBecause: string;
  olderSlots: string;
  nextFree: (moment: string) => string;
  /** Why the next free slot cannot be taken: it was. */
  nextFreeChosen: string;
  findNextFree: string;
  noneFreeUntil: (day: string) => string;
  // clocks
  timesShownIn: string;
  clocks: string;
  customerClock: string;
  portalClock: string;
  timeFromNow: (duration: string) => string;
  nightForCustomer: (time: string) => string;
}
