import type { Options } from '../../src/domain/service.js';
import { idleAgents } from '../engine/life/calls.js';
import { Draft } from '../engine/draft.js';
import { forge, withPast } from '../engine/life/forge.js';
import { pollingRates } from '../engine/options/policy.js';
import { without } from '../engine/state/record.js';
import type { EngineRecord } from '../engine/state/record.js';
import { run } from '../engine/time/run.js';
import { createState } from '../engine/state/state.js';
import type { EngineState } from '../engine/state/state.js';
import { APPLICATION, COMMON } from './contact-centre-settings.js';
import { someNumber, someProperties } from './people.js';
import type { Scenario, ScenarioStart } from './scenario.js';
import { busyBucket, busySecond } from './week.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BUCKET = 5 * MINUTE;
const EXECUTION_BUFFER = 2 * MINUTE;

/** How long ORS has been out of reach, and how long it will be in all. */
const BEGAN = 30 * MINUTE;
const LASTS = 40 * MINUTE;

/** Services that try for as long as any outage lasts, and one that gives up after the built-in number of attempts. */
const PATIENT = ['callback-support', 'callback-sales', 'callback-claims', 'callback-moving', 'callback-billing'];
const IMPATIENT = 'callback-orders';

/** Overdue buckets of each service and callbacks in each: 5 services × 4 buckets × 90 = 1,800. */
const OVERDUE_BUCKETS = 4;
const PER_BUCKET = 90;

/** Callbacks of each service that were in the queue when ORS went, and such as were asked for since. */
const LOST = 20;
const ASKED_SINCE = 8;

/** Callbacks before the outage, and bookings ahead. */
const PAST = 300;
const AHEAD = 400;

/** ORS out of reach, and a wave of callbacks in front of it. */
export const outage: Scenario = {
  name: 'outage',
  description:
    'ORS has been out of reach for 30 minutes and comes back after 40, ten minutes from the start, or when you say so. 1,800 scheduled ' +
    'callbacks of five services are overdue, 100 lost their session and show no queue position, 40 were asked for since and wait ' +
    'without one. callback-orders gave up after three attempts: its 360 are SUBMIT_FAILED. All 60 agents are idle. When ORS returns, ' +
    'the next poll hands everything over: about 1,940 callbacks are in the queue at once, and the agents need more than two hours for ' +
    'them. Start it with --now at your noon to see it in the busiest hour of the day.',
  load,
};

function load(start: ScenarioStart): EngineState {
  const draft = new Draft(createState(start));
  draft.configure({
    application: APPLICATION,
    services: new Map([...PATIENT, IMPATIENT].map((name) => [name, optionsOf(name)])),
    agents: { loggedIn: 60, handleSeconds: 240, answerRate: 0.8 },
    orsReachable: false,
    orsReturnsAt: draft.now + LASTS - BEGAN,
  });
  draft.putAll([
    ...past(draft),
    ...overdue(draft),
    ...givenUp(draft),
    ...lost(draft),
    ...askedSince(draft),
    ...ahead(draft),
  ]);
  run(draft, draft.now);
  return draft.finish();
}

function optionsOf(name: string): Options {
  const patience: Options = name === IMPATIENT ? {} : { _max_ors_submit_attempts: '120' };
  return { ...COMMON, _target: `${name}@Stat_Server.GA`, _urs_virtual_queue: `VQ_${name}`, ...patience };
}

/** The bucket bounds before now that nothing could be submitted for. */
function overdueTimes(now: number): readonly number[] {
  const last = Math.ceil(now / BUCKET) * BUCKET;
  return Array.from({ length: OVERDUE_BUCKETS }, (_, index) => last - (index + 1) * BUCKET);
}

function* overdue(draft: Draft): Iterable<EngineRecord> {
  for (const serviceName of PATIENT) {
    for (const desiredTime of overdueTimes(draft.now)) {
      for (let count = 0; count < PER_BUCKET; count += 1) {
        const record = made(draft, { serviceName, desiredTime, state: 'SCHEDULED', hoursBefore: 20 });
        yield { ...record, submitAttempts: attemptsSince(draft, desiredTime - EXECUTION_BUFFER) };
      }
    }
  }
}

function* givenUp(draft: Draft): Iterable<EngineRecord> {
  for (const desiredTime of overdueTimes(draft.now)) {
    for (let count = 0; count < PER_BUCKET; count += 1) {
      const wish = { serviceName: IMPATIENT, desiredTime, hoursBefore: 20 };
      yield made(draft, { ...wish, state: 'COMPLETED', reason: 'SUBMIT_FAILED' });
    }
  }
}

/** In the queue when the sessions went. They are found again only once ORS is back. */
function* lost(draft: Draft): Iterable<EngineRecord> {
  for (const serviceName of PATIENT) {
    for (let count = 0; count < LOST; count += 1) {
      const desiredTime = wholeSecond(draft.now - BEGAN - draft.random.below(20 * MINUTE) - MINUTE);
      const record = made(draft, { serviceName, desiredTime, state: 'QUEUED', hoursBefore: 0 });
      const queue = { since: desiredTime, readyAt: desiredTime + 10_000, deadline: desiredTime + 4 * HOUR };
      yield { ...withPast(record, { queue }), sessionAlive: false };
    }
  }
}

/** Asked for while nobody could take them: they have no session and no place yet. */
function* askedSince(draft: Draft): Iterable<EngineRecord> {
  for (const serviceName of PATIENT) {
    for (let count = 0; count < ASKED_SINCE; count += 1) {
      const desiredTime = wholeSecond(draft.now - draft.random.below(BEGAN));
      const record = made(draft, { serviceName, desiredTime, state: 'QUEUED', hoursBefore: 0 });
      const submitAttempts = 1 + attemptsSince(draft, desiredTime + 1);
      yield { ...without(record, 'sessionAlive', 'orsSessionId', 'queue'), submitAttempts };
    }
  }
}

function* past(draft: Draft): Iterable<EngineRecord> {
  for (let count = 0; count < PAST; count += 1) {
    const desiredTime = busySecond(draft.random, draft.now - 24 * HOUR, draft.now - BEGAN - 10 * MINUTE);
    const reason = draft.random.fraction() < 0.85 ? 'AGENT_CONNECTED' : 'FAIL_CALL_TO_CUSTOMER';
    const serviceName = anyService(draft);
    yield made(draft, { serviceName, desiredTime, state: 'COMPLETED', reason, hoursBefore: 0 });
  }
}

function* ahead(draft: Draft): Iterable<EngineRecord> {
  for (let count = 0; count < AHEAD; count += 1) {
    const desiredTime = busyBucket(draft.random, draft.now + BUCKET, draft.now + 48 * HOUR);
    yield made(draft, { serviceName: anyService(draft), desiredTime, state: 'SCHEDULED', hoursBefore: 24 });
  }
}

interface Wish {
  readonly serviceName: string;
  readonly desiredTime: number;
  readonly state: 'SCHEDULED' | 'QUEUED' | 'COMPLETED';
  readonly reason?: string;
  /** How long before its time it was asked for, at most. */
  readonly hoursBefore: number;
}

function made(draft: Draft, { hoursBefore, ...wish }: Wish): EngineRecord {
  const { random, now } = draft;
  const createdAt = Math.min(now - BEGAN, wish.desiredTime) - random.below(hoursBefore * HOUR + 1);
  const customer = { customerNumber: someNumber(random), properties: someProperties(random) };
  return forge(
    draft,
    { ...wish, ...customer, createdAt: hoursBefore === 0 ? wish.desiredTime : createdAt },
    idleAgents(draft),
  );
}

function anyService({ random }: Draft): string {
  return PATIENT[random.below(PATIENT.length)] ?? IMPATIENT;
}

/** Polls since an instant, each of which failed to hand a callback over. */
function attemptsSince({ now, settings }: Draft, instant: number): number {
  const rate = pollingRates(settings).normal;
  return Math.max(0, Math.floor(now / rate) - Math.ceil(instant / rate) + 1);
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
