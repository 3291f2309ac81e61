import { complete, REASONS } from './completion.js';
import type { Draft } from '../draft.js';
import { policyFor } from '../options/policy.js';
import { without } from '../state/record.js';
import type { DialHistory, EngineRecord } from '../state/record.js';

/** A dial takes at least this many milliseconds, and at most so many more. */
const SHORTEST_DIAL = 4_000;
const DIAL_SPREAD = 8_000;

/** How a dial ends that nobody answers, common results more often. The last means that a pushed notice was not confirmed. */
const FAILED_DIALS = ['NO_ANSWER', 'NO_ANSWER', 'BUSY', 'ANSWERING_MACHINE', 'PUSH_DELIVERY_NOT_CONFIRMED'] as const;

/** Result of a dial that the customer answered. */
export const ANSWERED = 'ANSWERED';

/** Share of unanswered customers who ask to be called a little later. */
const SNOOZE_SHARE = 0.15;

/** Reserves free agents for whoever is next until either runs out. */
export function dispatch(draft: Draft): void {
  for (;;) {
    const agent = draft.timetable.crew.firstIdle(draft.settings.agents.loggedIn);
    if (agent === undefined) return;
    const record = draft.timetable.lines.next(draft.now);
    if (record === undefined) return;
    if (record.customerNumber === '') complete(draft, record, { reason: REASONS.noNumber });
    else reserve(draft, record, agent);
  }
}

/** When the present phase of a call ends if it begins now; undefined while nobody is logged in who could go on. */
export function callEnd(draft: Draft, state: 'ROUTING' | 'PROCESSING'): number | undefined {
  if (draft.settings.agents.loggedIn === 0) return undefined;
  return draft.now + (state === 'ROUTING' ? dialLength(draft) : talkLength(draft));
}

/** Numbers of agents who have nothing to do, the lowest first; those beyond the ones logged in are stand-ins. */
export function* idleAgents(draft: Draft): Generator<number, never> {
  for (let agent = 1; ; agent += 1) if (draft.timetable.crew.isIdle(agent)) yield agent;
}

/** The dial is over: an agent talks to the customer, or the callback waits for another try, or it has failed. */
export function endDial(draft: Draft, record: EngineRecord): void {
  const { agents } = draft.settings;
  const isAnswered = draft.random.fraction() < agents.answerRate;
  const result = isAnswered ? ANSWERED : draft.random.pick(FAILED_DIALS);
  const dialled: EngineRecord = { ...record, dials: { ...record.dials, result } };
  draft.emit({ type: 'dialled', id: record.id, serviceName: record.serviceName, detail: result });
  if (isAnswered) connect(draft, dialled);
  else if (record.dials.attempts >= policyFor(draft.settings, record).maxDialAttempts) {
    complete(draft, dialled, { reason: REASONS.unreached });
  } else backToQueue(draft, dialled);
}

/** The talk is over. */
export function endTalk(draft: Draft, record: EngineRecord): void {
  complete(draft, record, { reason: REASONS.connected });
}

/** The pause before another dial is over: the callback is in the queue again. */
export function wake(draft: Draft, record: EngineRecord): void {
  const { retryAt, snoozed, ...dials } = record.dials;
  draft.emit({ type: 'woken', id: record.id, serviceName: record.serviceName });
  draft.put({ ...record, dials });
}

function dialLength(draft: Draft): number {
  return SHORTEST_DIAL + draft.random.below(DIAL_SPREAD);
}

function talkLength(draft: Draft): number {
  return Math.round(draft.settings.agents.handleSeconds * 1000);
}

function reserve(draft: Draft, record: EngineRecord, agent: number): void {
  const { now } = draft;
  const first = record.dials.first ?? { at: now, ...draft.timetable.lines.standingOf(record, now) };
  const dials: DialHistory = { ...record.dials, attempts: record.dials.attempts + 1, first };
  draft.emit({ type: 'agent-reserved', id: record.id, serviceName: record.serviceName, agent });
  draft.put({ ...draft.step(record, 'reserve-agent'), dials, call: { agent, until: now + dialLength(draft) } });
}

/** An agent and the customer talk. Without a retained session the record is completed at once, while the agent goes on talking. */
function connect(draft: Draft, record: EngineRecord): void {
  const until = draft.now + talkLength(draft);
  const agent = record.call?.agent;
  if (!policyFor(draft.settings, record).retainsSession) {
    complete(draft, record, { reason: REASONS.connected });
    if (agent !== undefined) draft.addWrapUp({ agent, until });
    return;
  }
  draft.put({ ...draft.step(record, 'connect'), ...(agent === undefined ? {} : { call: { agent, until } }) });
}

function backToQueue(draft: Draft, record: EngineRecord): void {
  const { retryDelay, snooze } = policyFor(draft.settings, record);
  const snoozed = draft.random.fraction() < SNOOZE_SHARE;
  const retryAt = draft.now + (snoozed ? Math.max(retryDelay, snooze) : retryDelay);
  const dials: DialHistory = { ...record.dials, retryAt, ...(snoozed ? { snoozed } : {}) };
  draft.put({ ...without(draft.step(record, 'return-to-queue'), 'call'), dials });
  if (record.call !== undefined) {
    draft.emit({ type: 'agent-released', id: record.id, serviceName: record.serviceName, agent: record.call.agent });
  }
}
