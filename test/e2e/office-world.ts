import { Temporal } from 'temporal-polyfill';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { halfHoursOf, timeIn } from './wall-names.js';

/** An office, the clocks by which it keeps its hours, and the next Sunday on which they change each way. */
export interface Office {
  /** IANA zone. */
  readonly zone: string;
  readonly country: string;
  /** What the numbers of its customers begin with; two digits are missing. */
  readonly numbers: string;
  readonly forward: string;
  readonly back: string;
  /** Times of the wall clock that come twice on the Sunday on which the clocks go back, every half hour. */
  readonly twice: readonly string[];
  /** Half hours that the wall clock leaves out on the Sunday on which the clocks go forward. */
  readonly leftOut: readonly string[];
}

export const OFFICES: readonly Office[] = [
  {
    zone: 'Europe/Paris',
    country: 'FR',
    numbers: '+331990012',
    forward: '2026-03-29',
    back: '2026-10-25',
    twice: ['02:00', '02:30'],
    leftOut: ['02:00', '02:30'],
  },
  {
    zone: 'America/New_York',
    country: 'US',
    numbers: '+120255501',
    forward: '2026-03-08',
    back: '2026-11-01',
    twice: ['01:00', '01:30'],
    leftOut: ['02:00', '02:30'],
  },
  {
    zone: 'Australia/Lord_Howe',
    country: 'AU',
    numbers: '+612555012',
    forward: '2026-10-04',
    back: '2026-04-05',
    twice: ['01:30'],
    leftOut: ['02:00'],
  },
];

/** The service that keeps the hours of the office, and one that calls at any time. */
export const SERVICE = 'office-callback';
export const ANY_TIME = 'any-time-callback';

/** Customers by the last two digits of their numbers, each with one callback before the tasks begin. */
export const CUSTOMERS = {
  moved: '11',
  edited: '12',
  cancelled: '13',
  completed: '14',
  contested: '15',
  known: '16',
} as const;

export type Customer = keyof typeof CUSTOMERS;

/** What the callbacks have besides their time. */
export const PROPERTIES = { order: 'A-17', colour: 'blue' } as const;

/** Everything that a callback may have there. */
const KEYS = '_email,order,colour,note';

/** The two places of this half hour are taken on the Monday. */
export const FULL = '09:00';

/** A time that has room on that Monday. */
export const TEN = '10:00';

/** On the Saturday, by the clock of the office. */
const TIMES: Readonly<Record<Customer, string>> = {
  moved: '10:00',
  edited: '10:30',
  cancelled: '11:00',
  completed: '11:30',
  contested: '12:00',
  known: '12:30',
};

/** The days around a change of the clocks, as the office names them. */
export interface Weekend {
  readonly office: Office;
  /** The Sunday of the change; the tasks begin two days before. */
  readonly sunday: string;
}

/** A day of that weekend: 0 is the Sunday. */
export function dayOf({ sunday }: Weekend, offset: number): string {
  return Temporal.PlainDate.from(sunday).add({ days: offset }).toString();
}

/** The instant at which the office's clock shows a time; of two, the one that is asked for. A second opinion beside that of the library. */
export function instantAt(
  { office }: Weekend,
  day: string,
  time: string,
  which: 'earlier' | 'later' | 'reject' = 'reject',
): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(office.zone, { disambiguation: which })
    .epochMilliseconds;
}

/** A time of the day after the change. */
export function mondayAt(weekend: Weekend, time: string): number {
  return instantAt(weekend, dayOf(weekend, 1), time);
}

/** What the office's clock shows at each half hour for which it is open in the night of the change. */
export function nightOf({ office, sunday }: Weekend): readonly string[] {
  return halfHoursOf(sunday, office.zone)
    .map((instant) => timeIn(instant, office.zone))
    .filter((time) => time < '06:00');
}

/** When the tasks begin: nine o'clock on the Friday. */
export function startOf(weekend: Weekend): number {
  return instantAt(weekend, dayOf(weekend, -2), '09:00');
}

/** For when a customer's callback is planned. */
export function plannedFor(weekend: Weekend, customer: Customer): number {
  return instantAt(weekend, dayOf(weekend, -1), TIMES[customer]);
}

/** A customer's number. */
export function numberOf({ office }: Weekend, customer: Customer): string {
  return `${office.numbers}${CUSTOMERS[customer]}`;
}

/** A number that has no callback yet, by its last two digits. */
export function newNumber({ office }: Weekend, digits = '77'): string {
  return `${office.numbers}${digits}`;
}

/** What the office has in its mock on that Friday, as a scenario file. */
export function scenarioOf(weekend: Weekend): string {
  const { office } = weekend;
  const engine = new MockEngine({ scenario: 'empty', seed: 7, now: startOf(weekend), rate: 0 });
  engine.setApplication({ callback: { 'returned-keys': KEYS, 'filter-keys': KEYS } });
  engine.setService('office-hours', {
    _type: 'builtin',
    _service: 'office-hours',
    _timezone: office.zone,
    _bh_regular1: 'Mon-Sat 08:00-20:00',
    _bh_regular2: 'Sun 00:00-06:00',
  });
  engine.setService(SERVICE, { ...callbackOptions(office), _business_hours_service: 'office-hours' });
  engine.setService(ANY_TIME, callbackOptions(office));
  book(engine, newNumber(weekend, '21'), instantAt(weekend, dayOf(weekend, 1), FULL));
  book(engine, newNumber(weekend, '22'), instantAt(weekend, dayOf(weekend, 1), FULL));
  for (const customer of Object.keys(CUSTOMERS) as Customer[]) {
    const id = book(engine, numberOf(weekend, customer), plannedFor(weekend, customer));
    if (customer === 'completed') engine.patchCallback(id, { state: 'COMPLETED', reason: 'AGENT_CONNECTED' });
  }
  return JSON.stringify(engine.saveScenario());
}

function callbackOptions({ country }: Office): Readonly<Record<string, string>> {
  return {
    _type: 'ors',
    _service: 'callback',
    _default_country: country,
    _request_time_bucket: '30',
    _max_request_by_time_bucket: '2',
    _reject_future_desired_time: '30d',
  };
}

function book(engine: MockEngine, customerNumber: string, desiredTime: number): string {
  const result = engine.execute({
    type: 'create',
    serviceName: SERVICE,
    customerNumber,
    desiredTime,
    properties: PROPERTIES,
  });
  if (!result.ok) throw new Error(`Failed to book a callback: ${JSON.stringify(result)}. Correct the office.`);
  return result.value.id;
}
