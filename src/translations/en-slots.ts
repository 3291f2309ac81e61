import type { DayStatus } from '../domain/slot-days.js';
import type { EmptyDay, SlotTerms } from './terms-slots.js';

const STATUSES: Readonly<Record<DayStatus, string>> = {
  open: 'places left',
  busy: 'full',
  closed: 'closed',
  taken: 'nothing free',
  past: 'over',
  beyond: 'too far ahead',
  unknown: '',
};

const EMPTY: Readonly<Record<EmptyDay, string>> = {
  busy: 'Every place of this day is taken.',
  closed: 'The service takes no callbacks on this day.',
  taken: 'Nothing is free on this day.',
  past: 'This day is over.',
  beyond: 'This day is further ahead than the service takes callbacks.',
  'no-day': 'Choose a day first.',
};

export const enSlots: SlotTerms = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  dayStatus: (status) => STATUSES[status],
  placesLeft: (count, formatted) => (count === 1 ? 'last place' : `${formatted} places left`),
  left: (count, formatted) => (count === 1 ? 'last place' : `${formatted} left`),
  full: 'full',
  takenUntil: (day) => `This service takes callbacks until ${day}.`,
  presentTime: (time) => `Planned for ${time}`,
  present: 'planned',
  freeOnDay: (count, formatted, day) => `${day}: ${formatted} ${count === 1 ? 'time' : 'times'} to choose from.`,
  emptyDay: (why) => EMPTY[why],
  lookingForSlots: 'Looking for free times',
  chooseServiceForTimes: 'Choose a service to see its free times.',
  anyTimeBecause: 'Free times cannot be shown.',
  olderSlots: 'These times may be out of date.',
  nextFree: (moment) => `Next free: ${moment}`,
  nextFreeChosen: 'This time is chosen.',
  findNextFree: 'Find the next free time',
  noneFreeUntil: (day) => `Nothing is free until ${day}.`,
  timesShownIn: 'Times shown in',
  clocks: 'The chosen time by three clocks',
  customerClock: 'Customer',
  portalClock: 'This page',
  timeFromNow: (duration) => `In ${duration}.`,
  nightForCustomer: (time) => `It is ${time} then where the customer is.`,
};
