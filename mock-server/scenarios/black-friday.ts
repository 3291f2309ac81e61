import { idleAgents } from '../engine/life/calls.js';
import { Draft } from '../engine/draft.js';
import { forge, withPast } from '../engine/life/forge.js';
import type { ForgeWish } from '../engine/life/forge.js';
import type { EngineRecord } from '../engine/state/record.js';
import { RequestLog } from '../engine/state/request-log.js';
import { run } from '../engine/time/run.js';
import { createState } from '../engine/state/state.js';
import type { EngineState } from '../engine/state/state.js';
import {
  BUCKET_MINUTES,
  FRIDAY_APPLICATION,
  FRIDAY_LISTS,
  FRIDAY_SERVICES,
  LONG_WINDOW,
  LONG_WINDOW_SERVICE,
  PAUSED,
  PER_BUCKET,
  QUEUE_LIMIT_SERVICE,
  SHORT_WINDOW,
  SHUT,
  WAITING,
} from './black-friday-settings.js';
import { someNumber, someProperties } from './people.js';
import type { Scenario, ScenarioStart } from './scenario.js';
import { busySecond } from './week.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const BUCKET = BUCKET_MINUTES * MINUTE;

/** For so long ahead no place is free. */
const SOLD_OUT = 24 * HOUR;

/** Requests inside this time count as immediate. */
const EXECUTION_BUFFER = 2 * MINUTE;

const TALKING = 20;
const DIALLING = 4;
const PAST = 1500;

const ENDINGS = [
  'AGENT_CONNECTED',
  'AGENT_CONNECTED',
  'AGENT_CONNECTED',
  'CANCELLED',
  'CANCELLED',
  'FAIL_TIMEOUT_TTL',
  'FAIL_CALL_TO_CUSTOMER',
  'FAIL_QUEUEING',
] as const;

/** More wishes than places. */
export const blackFriday: Scenario = {
  name: 'black-friday',
  description:
    'The busiest day of the year. Every half-hour bucket of the next 24 hours is full, so a scheduled request is refused and the refusal ' +
    'proposes later slots. Immediate requests are refused with 503: by the short rate window in friday-orders, friday-deals, ' +
    'friday-gift-cards and friday-pickup, by the long one in friday-returns, by the queue limit in friday-support. friday-gift-cards and ' +
    'friday-pickup are paused with 105 callbacks that stand still. friday-premium has a capacity of 0 and a short window for 0 requests: ' +
    'it takes nothing at all, at any time. 350 callbacks wait for 24 agents, each of whom is on a call. Move the clock by five minutes ' +
    'and the short window opens again in the four services.',
  load,
};

function load(start: ScenarioStart): EngineState {
  const draft = new Draft(createState(start));
  draft.configure({
    application: FRIDAY_APPLICATION,
    services: FRIDAY_SERVICES,
    transactionLists: FRIDAY_LISTS,
    agents: { loggedIn: TALKING + DIALLING, handleSeconds: 300, answerRate: 0.7 },
  });
  draft.putAll([...past(draft), ...booked(draft), ...onCalls(draft), ...waiting(draft), ...paused(draft)]);
  draft.remember({ recent: reachedWindows(draft.now) });
  run(draft, draft.now);
  return draft.finish();
}

const OPEN = [...WAITING.keys(), ...PAUSED.keys()];

/** Every place of the coming day, the end of the bucket that has begun included as far as it can still be booked. */
function* booked(draft: Draft): Iterable<EngineRecord> {
  const { random, now } = draft;
  const first = Math.floor(now / BUCKET) * BUCKET;
  for (const serviceName of OPEN) {
    for (let bucket = first; bucket < now + SOLD_OUT; bucket += BUCKET) {
      const bookable = now + EXECUTION_BUFFER;
      const desiredTime = bucket > bookable ? bucket : bucket + BUCKET - SECOND;
      if (desiredTime <= bookable) continue;
      for (let count = 0; count < PER_BUCKET; count += 1) {
        const createdAt = now - random.below(24 * HOUR);
        yield made(draft, { serviceName, state: 'SCHEDULED', desiredTime, createdAt });
      }
    }
  }
}

function* onCalls(draft: Draft): Iterable<EngineRecord> {
  const { random, now } = draft;
  const agents = idleAgents(draft);
  for (let index = 0; index < TALKING + DIALLING; index += 1) {
    const desiredTime = wholeSecond(now - 40 * MINUTE - index * 20 * SECOND);
    const state = index < TALKING ? 'PROCESSING' : 'ROUTING';
    const record = made(draft, { serviceName: pickService(draft, WAITING), state, desiredTime }, agents);
    const left = (10 + random.below(280)) * SECOND;
    yield record.state === 'PROCESSING' && record.call !== undefined
      ? { ...record, call: { agent: record.call.agent, until: now + left } }
      : record;
  }
}

function* waiting(draft: Draft): Iterable<EngineRecord> {
  for (const [serviceName, count] of WAITING) {
    for (let index = 0; index < count; index += 1) {
      const since = wholeSecond(draft.now - ((count - index) * 38 * MINUTE) / count);
      yield queued(draft, { serviceName, state: 'QUEUED', desiredTime: since });
    }
  }
}

function* paused(draft: Draft): Iterable<EngineRecord> {
  for (const [serviceName, count] of PAUSED) {
    for (let index = 0; index < count; index += 1) {
      const since = wholeSecond(draft.now - 60 * MINUTE - ((count - index) * 50 * MINUTE) / count);
      const record = queued(draft, { serviceName, state: 'PAUSED', desiredTime: since });
      yield withPast(record, { queue: { pausedAt: draft.now - 55 * MINUTE } });
    }
  }
}

function* past(draft: Draft): Iterable<EngineRecord> {
  const { random, now } = draft;
  for (let count = 0; count < PAST; count += 1) {
    const desiredTime = busySecond(random, now - 18 * HOUR, now - HOUR);
    yield made(draft, {
      serviceName: pickService(draft, WAITING),
      state: 'COMPLETED',
      reason: random.pick(ENDINGS),
      desiredTime,
    });
  }
}

function queued(draft: Draft, wish: Omit<ForgeWish, 'customerNumber'>): EngineRecord {
  const since = wish.desiredTime;
  return withPast(made(draft, wish), { queue: { since, readyAt: since + 10 * SECOND, deadline: since + 4 * HOUR } });
}

/** What the rate windows remember: each is just full, and nothing of it falls out at once. */
function reachedWindows(now: number): ReadonlyMap<string, RequestLog> {
  const windows = OPEN.filter((name) => name !== QUEUE_LIMIT_SERVICE).map((name) => {
    const { count, seconds } = name === LONG_WINDOW_SERVICE ? LONG_WINDOW : SHORT_WINDOW;
    const spacing = Math.floor((seconds * SECOND * 0.8) / count);
    const batches = Array.from({ length: count }, (_, index) => ({ at: now - (count - index) * spacing, count: 1 }));
    return [name, RequestLog.of(batches)] as const;
  });
  return new Map(windows);
}

function made(draft: Draft, wish: Omit<ForgeWish, 'customerNumber'>, agents = idleAgents(draft)): EngineRecord {
  const { random } = draft;
  return forge(draft, { ...wish, customerNumber: someNumber(random), properties: someProperties(random) }, agents);
}

function pickService({ random }: Draft, services: ReadonlyMap<string, unknown>): string {
  return [...services.keys()][random.below(services.size)] ?? SHUT;
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / SECOND) * SECOND;
}
