import { ANSWERED, idleAgents } from '../engine/life/calls.js';
import type { Draft } from '../engine/draft.js';
import { forge, withPast } from '../engine/life/forge.js';
import type { ForgeWish } from '../engine/life/forge.js';
import { estimatedWait } from '../engine/life/queue.js';
import type { DialHistory, EngineRecord, QueueStanding, QueueStay } from '../engine/state/record.js';
import { PAUSED_SERVICE } from './contact-centre-settings.js';
import { someNumber, someProperties } from './people.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Services with a queue, busier ones more often. */
const QUEUE_SERVICES = [
  'callback-support',
  'callback-support',
  'callback-technical',
  'callback-sales',
  'callback-sales',
  'callback-claims',
  'callback-retention',
  'callback-premium',
] as const;

const WAITING = 36;
const RETRYING = 4;
const PAUSED = 14;
const ROUTING = 2;
const PROCESSING = 4;

/** The callbacks that are in the queue, on the phone or paused when the scenario begins. Every agent has one. */
export function callsOfNow(draft: Draft): readonly EngineRecord[] {
  const agents = idleAgents(draft);
  const make = (state: ForgeWish['state'], minutesAgo: number, serviceName?: string): EngineRecord => {
    const { random } = draft;
    const desiredTime = Math.floor((draft.now - minutesAgo * MINUTE) / SECOND) * SECOND;
    const wish = { state, desiredTime, serviceName: serviceName ?? random.pick(QUEUE_SERVICES) };
    return forge(draft, { ...wish, customerNumber: someNumber(random), properties: someProperties(random) }, agents);
  };
  const times = <T>(count: number, one: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => one(index));
  return [
    ...times(PROCESSING, (index) => talking(draft, make('PROCESSING', 22 + index))),
    ...times(ROUTING, (index) => dialling(draft, make('ROUTING', 18 + index))),
    ...times(WAITING, (index) => waiting(draft, make('QUEUED', ((WAITING - index) * 17) / WAITING), index)),
    ...times(RETRYING, (index) => retrying(draft, make('QUEUED', 19 + index), index)),
    ...times(PAUSED, (index) => paused(draft, make('PAUSED', 40 + 9 * index, PAUSED_SERVICE))),
  ];
}

function waiting(draft: Draft, record: EngineRecord, index: number): EngineRecord {
  return withPast(record, { queue: stay(draft, record, 1 + draft.random.below(5) + Math.floor(index / 5)) });
}

/** Not answered once or twice; the next call comes in some minutes. One customer asked for the pause. */
function retrying(draft: Draft, record: EngineRecord, index: number): EngineRecord {
  const { random, now } = draft;
  const first = firstDial(draft, now - (4 + index) * MINUTE);
  const retryAt = now + (30 + random.below(200)) * SECOND;
  const dials: DialHistory = {
    attempts: 1 + (index % 2),
    result: random.pick(['NO_ANSWER', 'BUSY', 'PUSH_DELIVERY_NOT_CONFIRMED']),
    first,
    retryAt,
    ...(index === 0 ? { snoozed: true } : {}),
  };
  return withPast(record, { queue: stay(draft, record, 2 + index), dials });
}

function dialling(draft: Draft, record: EngineRecord): EngineRecord {
  const dials: DialHistory = { attempts: 1, first: firstDial(draft, draft.now - 2 * SECOND) };
  return withPast(record, { queue: stay(draft, record, 4), dials });
}

/** In the middle of a talk that ends within the usual time. */
function talking(draft: Draft, record: EngineRecord): EngineRecord {
  const { random, now, settings } = draft;
  const left = 20 + random.below(settings.agents.handleSeconds - 20);
  const began = now - (settings.agents.handleSeconds - left) * SECOND;
  const dials: DialHistory = { attempts: 1, result: ANSWERED, first: firstDial(draft, began - 8 * SECOND) };
  const talked = withPast(record, { queue: stay(draft, record, 3), dials });
  return record.call === undefined
    ? talked
    : { ...talked, call: { agent: record.call.agent, until: now + left * SECOND } };
}

function paused(draft: Draft, record: EngineRecord): EngineRecord {
  return withPast(record, { queue: { ...stay(draft, record, 6), pausedAt: draft.now - 25 * MINUTE } });
}

/** A stay in the queue that began with the record. */
function stay(draft: Draft, record: EngineRecord, position: number): Omit<QueueStay, 'ticket'> {
  const since = record.desiredTime;
  const queuedTtl = (record.queue?.deadline ?? draft.now) - draft.now;
  return { since, readyAt: since + 10 * SECOND, deadline: since + queuedTtl, offer: standing(draft, position) };
}

function firstDial(draft: Draft, at: number): QueueStanding & { readonly at: number } {
  return { at: Math.floor(at), ...standing(draft, 1) };
}

function standing(draft: Draft, position: number): QueueStanding {
  return { position, wait: estimatedWait(position, draft.settings.agents) };
}
