import type { CallbackState } from '../../../src/domain/callback.js';
import { DAY } from '../../../src/domain/instants.js';
import { idleAgents } from './calls.js';
import type { EngineRefusal, GenerateCommand } from '../commands.js';
import type { Draft } from '../draft.js';
import { forge } from './forge.js';
import type { ForgeWish } from './forge.js';
import { isCallbackService, serviceNames } from '../options/options.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { policyOf } from '../options/policy.js';
import type { EngineRecord } from '../state/record.js';

const MAXIMUM = 1_000_000;
const HALF_SPAN = 3.5 * DAY;
const FROM_AFTER_TO = 'it lies after to, which is three and a half days ahead where it is not given';

/** Reasons of records that are made up and completed, common ones more often. */
export const REASON_MIX = [
  'AGENT_CONNECTED',
  'AGENT_CONNECTED',
  'AGENT_CONNECTED',
  'CANCELLED',
  'CANCELLED_BY_ADMIN',
  'FAIL_CALL_TO_CUSTOMER',
  'FAIL_TIMEOUT_TTL',
] as const;

interface Plan {
  readonly services: readonly string[];
  /** States to spread the records of a service over. */
  readonly statesOf: (service: string) => readonly CallbackState[];
  readonly from: number;
  readonly to: number;
}

/**
 * Makes many records. Each one lives for a day at least, also where its service keeps records for less. Unless states are named, they
 * are those that any number of callbacks can be in: on a call are only as many as there are agents.
 */
export function generate(draft: Draft, command: GenerateCommand): Outcome<{ readonly count: number }> {
  const plan: Plan = {
    services: command.service === undefined ? serviceNames(draft) : [command.service],
    statesOf: command.states?.length ? always(command.states) : (service) => lastingStates(draft, service),
    from: command.from ?? draft.now - HALF_SPAN,
    to: command.to ?? draft.now + HALF_SPAN,
  };
  const refusal = refusalOfPlan(draft, command.count, plan);
  if (refusal !== undefined) return refused(refusal);
  const agents = idleAgents(draft);
  const records: EngineRecord[] = [];
  for (let index = 0; index < command.count; index += 1) records.push(generated(draft, plan, index, agents));
  draft.putAll(records);
  draft.emit({ type: 'generated', count: command.count });
  return done({ count: command.count });
}

function refusalOfPlan(draft: Draft, count: number, { services, from, to }: Plan): EngineRefusal | undefined {
  if (!Number.isInteger(count) || count < 0 || count > MAXIMUM) {
    return { code: 'invalid-value', details: { key: 'count', maximum: MAXIMUM } };
  }
  if (!Number.isFinite(from) || !Number.isFinite(to) || from > to)
    return { code: 'invalid-value', details: { key: 'from', problem: FROM_AFTER_TO } };
  const unknown = services.find(
    (name) => !isCallbackService(draft.settings.services.get(name) ?? { _type: 'builtin' }),
  );
  if (unknown !== undefined) return { code: 'unknown-service', details: { service: unknown } };
  if (services.length === 0 && count > 0) return { code: 'unknown-service', details: { service: '' } };
  return undefined;
}

function generated(draft: Draft, plan: Plan, index: number, agents: Iterator<number, never>): EngineRecord {
  const { random, now } = draft;
  const { services, statesOf } = plan;
  const serviceName = services[index % services.length] ?? '';
  const states = statesOf(serviceName);
  const state = states[Math.floor(index / services.length) % states.length] ?? 'SCHEDULED';
  const desiredTime = desiredTimeOf(draft, plan, state);
  const wish: ForgeWish = {
    serviceName,
    state,
    desiredTime,
    customerNumber: fictionalNumber(draft),
    keptUntil: now + DAY,
    ...(state === 'COMPLETED' ? { reason: random.pick(REASON_MIX) } : {}),
  };
  return forge(draft, wish, agents);
}

const always =
  <T>(value: T) =>
  (): T =>
    value;

/** States that the engine's own rules let last: those who wait are PAUSED exactly while their service is. */
function lastingStates(draft: Draft, service: string): readonly CallbackState[] {
  return ['SCHEDULED', policyOf(draft.settings, service).paused ? 'PAUSED' : 'QUEUED', 'COMPLETED'];
}

/** A number of the North American range that is kept for fiction. */
function fictionalNumber({ random }: Draft): string {
  return `+1${200 + random.below(800)}55501${String(random.below(100)).padStart(2, '0')}`;
}

/** A time in the span: ahead for scheduled records and behind for the others, where the span allows it. */
function desiredTimeOf(draft: Draft, { from, to }: Plan, state: CallbackState): number {
  const soon = draft.now + 600_000;
  const isAhead = state === 'SCHEDULED';
  const start = isAhead && to > soon ? Math.max(from, soon) : from;
  const end = !isAhead && from < draft.now ? Math.min(to, draft.now) : to;
  return Math.floor(start + draft.random.fraction() * (end - start));
}
