import type { Options } from '../../src/domain/service.js';
import { DAY } from '../../src/domain/instants.js';
import { dayOfReading } from '../../src/domain/wall-days.js';
import { zoneOf } from '../../src/domain/zones.js';
import type { Zone } from '../../src/domain/zones.js';
import type { OptionSections } from '../engine/commands.js';
import { idleAgents } from '../engine/life/calls.js';
import { APPLICATION_DEFAULTS } from '../engine/options/defaults.js';
import { Draft } from '../engine/draft.js';
import { forge } from '../engine/life/forge.js';
import type { EngineRecord } from '../engine/state/record.js';
import { run } from '../engine/time/run.js';
import { createState } from '../engine/state/state.js';
import type { EngineState } from '../engine/state/state.js';
import { COMMON } from './contact-centre-settings.js';
import { someNumber } from './people.js';
import type { Scenario, ScenarioStart } from './scenario.js';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const HOUR = 60 * MINUTE;

/** In so many days each of the two zones changes its clocks twice. */
const YEAR = 370 * DAY;

/** Times of the clock on the wall for which callbacks are booked around a change: each half hour of the night, and some of the day. */
const CHANGE_TIMES = [...Array.from({ length: 12 }, (_, index) => index * HALF_HOUR), 9 * HOUR, 12 * HOUR, 17 * HOUR];

/** Around the start there is one for every hour that is open. */
const OPEN_HOURS = Array.from({ length: 20 }, (_, hour) => hour * HOUR).filter(
  (time) => time < 6 * HOUR || time >= 8 * HOUR,
);

const LOCAL_TIME = '_local_time';

/** A service, the zone of its office hours, and the name of these. */
const PLACES = [
  { service: 'callback-paris', hours: 'hours-paris', zone: 'Europe/Paris' },
  { service: 'callback-new-york', hours: 'hours-new-york', zone: 'America/New_York' },
] as const;

/** The nights in which clocks change. */
export const dstNight: Scenario = {
  name: 'dst-night',
  description:
    'Two services with office hours in Europe/Paris and America/New_York, open from 00:00 to 06:00 and from 08:00 to 20:00 every day. ' +
    'Callbacks are booked for the same local times from two days before to two days after the next two changes of the clocks of each ' +
    'zone, spring and autumn, and for the days around the start. In the night of a change every half hour has one: no callback for the ' +
    'hour that does not exist, two for each time that comes twice, told apart by the custom field Local time. In autumn the night has ' +
    'seven open hours, in spring five. Start with --now in the evening before a change, or jump there, and compare slots and rows.',
  load,
};

function load(start: ScenarioStart): EngineState {
  const draft = new Draft(createState(start));
  const services = PLACES.flatMap(({ service, hours, zone }): (readonly [string, Options])[] => [
    [service, callbackOptions(service, hours)],
    [hours, officeHours(zone)],
  ]);
  draft.configure({
    application: APPLICATION,
    services: new Map(services),
    agents: { loggedIn: 2, handleSeconds: 300, answerRate: 0.8 },
  });
  draft.putAll(PLACES.flatMap(({ service, zone }) => [...bookings(draft, service, zoneOf(zone))]));
  run(draft, draft.now);
  return draft.finish();
}

/** The custom field by which the two passages of an hour are told apart. */
const APPLICATION: OptionSections = {
  callback: {
    'filter-keys': `${APPLICATION_DEFAULTS.callback?.['filter-keys'] ?? ''},${LOCAL_TIME}`,
    'returned-keys': `${APPLICATION_DEFAULTS.callback?.['returned-keys'] ?? ''},${LOCAL_TIME}`,
    callback_column_alias: JSON.stringify({ [LOCAL_TIME]: 'Local time' }),
  },
};

function callbackOptions(service: string, hours: string): Options {
  return {
    ...COMMON,
    _target: `${service}@Stat_Server.GA`,
    _business_hours_service: hours,
    _request_time_bucket: '30',
    _max_request_by_time_bucket: '4',
    _reject_future_desired_time: '2y',
  };
}

function officeHours(zone: string): Options {
  return {
    _type: 'builtin',
    _service: 'office-hours',
    _ttl: '30',
    _timezone: zone,
    _bh_regular1: 'Mon-Sun 00:00-06:00',
    _bh_regular2: 'Mon-Sun 08:00-20:00',
  };
}

function* bookings(draft: Draft, service: string, zone: Zone | undefined): Iterable<EngineRecord> {
  if (zone === undefined) return;
  const { now } = draft;
  const changes = [...zone.spans(now, now + YEAR)].slice(1, 3).map(({ start }) => start);
  // The days around the start may be those around a change.
  const instants = new Set(timesAround(zone, now, OPEN_HOURS));
  for (const change of changes) for (const instant of timesAround(zone, change, CHANGE_TIMES)) instants.add(instant);
  for (const instant of instants) yield booking(draft, service, zone, instant);
}

/** The instants of some times of the day, from two days before to two days after; a time may have none or two of a day. */
function* timesAround(zone: Zone, instant: number, times: readonly number[]): Iterable<number> {
  const today = dayOfReading(zone.readingAt(instant));
  for (let day = today - 2; day <= today + 2; day += 1) {
    for (const time of times) yield* zone.instantsOf(day * DAY + time);
  }
}

/** A booking ahead, or what came of one whose time has passed. */
function booking(draft: Draft, serviceName: string, zone: Zone, desiredTime: number): EngineRecord {
  const { now, random } = draft;
  const ending =
    desiredTime > now ? { state: 'SCHEDULED' as const } : { state: 'COMPLETED' as const, reason: 'AGENT_CONNECTED' };
  const wish = {
    ...ending,
    serviceName,
    desiredTime,
    createdAt: Math.min(now, desiredTime) - random.below(24 * HOUR),
    customerNumber: someNumber(random),
    properties: { [LOCAL_TIME]: localText(zone, desiredTime) },
  };
  return forge(draft, wish, idleAgents(draft));
}

/** What the clock on the wall shows, with its distance from UTC: `2026-10-25 02:30 +02:00`. */
function localText(zone: Zone, instant: number): string {
  const offset = zone.offsetAt(instant);
  const [day = '', time = ''] = new Date(instant + offset).toISOString().split('T');
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day} ${time.slice(0, 5)} ${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
