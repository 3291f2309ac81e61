import type { DayStatus } from '../domain/slot-days.js';
import type { EmptyDay, SlotTerms } from './terms-slots.js';

const STATUSES: Readonly<Record<DayStatus, string>> = {
  open: 'Plätze frei',
  busy: 'ausgebucht',
  closed: 'geschlossen',
  taken: 'nichts frei',
  past: 'vorbei',
  beyond: 'zu weit im Voraus',
  unknown: '',
};

const EMPTY: Readonly<Record<EmptyDay, string>> = {
  busy: 'An diesem Tag ist kein Platz mehr frei.',
  closed: 'An diesem Tag nimmt der Service keine Rückrufe an.',
  taken: 'An diesem Tag ist nichts frei.',
  past: 'Dieser Tag ist vorbei.',
  beyond: 'So weit im Voraus nimmt der Service keine Rückrufe an.',
  'no-day': 'Wählen Sie zuerst einen Tag.',
};

export const deSlots: SlotTerms = {
  previousMonth: 'Voriger Monat',
  nextMonth: 'Nächster Monat',
  dayStatus: (status) => STATUSES[status],
  placesLeft: (count, formatted) => (count === 1 ? 'letzter Platz' : `${formatted} Plätze frei`),
  left: (count, formatted) => (count === 1 ? 'letzter Platz' : `${formatted} frei`),
  full: 'voll',
  takenUntil: (day) => `Dieser Service nimmt Rückrufe bis ${day} an.`,
  presentTime: (time) => `Geplant für ${time}`,
  present: 'geplant',
  freeOnDay: (count, formatted, day) => `${day}: ${formatted} ${count === 1 ? 'Uhrzeit' : 'Uhrzeiten'} zur Wahl.`,
  emptyDay: (why) => EMPTY[why],
  lookingForSlots: 'Freie Uhrzeiten werden gesucht',
  chooseServiceForTimes: 'Wählen Sie einen Service, um seine freien Uhrzeiten zu sehen.',
  anyTimeBecause: 'Freie Uhrzeiten lassen sich nicht zeigen.',
  olderSlots: 'Diese Uhrzeiten sind vielleicht veraltet.',
  nextFree: (moment) => `Nächste freie: ${moment}`,
  nextFreeChosen: 'Diese Zeit ist gewählt.',
  findNextFree: 'Nächste freie Zeit suchen',
  noneFreeUntil: (day) => `Bis ${day} ist nichts frei.`,
  timesShownIn: 'Uhrzeiten in',
  clocks: 'Die gewählte Zeit auf drei Uhren',
  customerClock: 'Kunde',
  portalClock: 'Diese Seite',
  // Its units are abbreviated by a full stop, all but one.
  timeFromNow: (duration) => (duration.endsWith('.') ? `In ${duration}` : `In ${duration}.`),
  nightForCustomer: (time) => `Beim Kunden ist es dann ${time}.`,
};
