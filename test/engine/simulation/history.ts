import type { EngineEvent } from '../../../mock-server/engine/engine.js';
import type { Chronicle, Life } from './chronicle.js';
import { violation } from './invariants.js';
import type { Violation } from './invariants.js';
import { optionNumber } from './options.js';
import type { Step } from './step.js';

/** Where a callback may go from a state (GMS reference, life cycle), written down a second time on purpose. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  SCHEDULED: ['QUEUED', 'COMPLETED'],
  QUEUED: ['ROUTING', 'PAUSED', 'COMPLETED'],
  ROUTING: ['QUEUED', 'PROCESSING', 'COMPLETED'],
  PROCESSING: ['COMPLETED'],
  PAUSED: ['QUEUED', 'COMPLETED'],
  COMPLETED: [],
};

/** What happens to numbers and values, also of those who are no callbacks. */
const OF_BASIC_SERVICES: ReadonlySet<string> = new Set<EngineEvent['type']>(['number-reserved', 'stored']);

/** Reads the events of a step, checks each against the lives so far, and writes them down. */
export function* followEvents(step: Step, chronicle: Chronicle): Iterable<Violation> {
  let last = step.before.now;
  for (const event of step.answer.events) {
    if (event.at < last || event.at > step.after.now) yield violation('I7', `${event.type} happened at ${event.at}`);
    last = Math.max(last, event.at);
    if (event.type === 'created') yield* begin(event, chronicle);
    else if (event.id !== undefined && !OF_BASIC_SERVICES.has(event.type)) yield* follow(event, step, chronicle);
  }
}

function* begin(
  { id = '', serviceName = '', to = 'COMPLETED', at }: EngineEvent,
  chronicle: Chronicle,
): Iterable<Violation> {
  if (chronicle.lives.has(id)) yield violation('I2', `${id} was given a second time`);
  if (to !== 'SCHEDULED' && to !== 'QUEUED') yield violation('I1', `${id} began as ${to}`);
  chronicle.open(id, serviceName, to, at);
  chronicle.counters.move(serviceName, at, { to });
}

function* follow(event: EngineEvent, step: Step, chronicle: Chronicle): Iterable<Violation> {
  const { id = '', type } = event;
  const life = chronicle.lives.get(id);
  if (life === undefined || life.left) {
    yield violation('I2', `${type} happened to ${id}, which is not there`);
    return;
  }
  switch (type) {
    case 'state-changed':
      chronicle.counters.move(life.serviceName, event.at, { from: life.state, to: event.to ?? life.state });
      yield* move(event, life, step);
      return;
    case 'rescheduled':
      life.since = event.at;
      return;
    case 'cancelled':
      life.cancels += 1;
      if (life.cancels > 1) yield violation('I19', `${id} was cancelled twice`);
      return;
    case 'agent-reserved':
      yield* reserve(event, life, step, chronicle);
      return;
    case 'dialled':
      if (!life.dialling) yield violation('I11', `${id} was dialled without an agent`);
      life.dialling = false;
      life.mayDialFrom =
        event.at + optionNumber(step.after.settings, life.serviceName, '_dial_retry_timeout', 300) * 1000;
      return;
    case 'expired':
      if (life.state !== 'COMPLETED') yield violation('I6', `${id} left the list as ${life.state}`);
      life.left = true;
      chronicle.tallyOf(life.serviceName).expired += 1;
      return;
    default:
      return;
  }
}

function* move(
  { id = '', from, to = 'SCHEDULED', reason, at }: EngineEvent,
  life: Life,
  step: Step,
): Iterable<Violation> {
  if (life.state === 'COMPLETED') yield violation('I2', `${id} became ${to} after it was completed`);
  else if (from !== life.state) yield violation('I1', `${id} left ${String(from)} while it was ${life.state}`);
  if (WAYS[life.state]?.includes(to) !== true) yield violation('I1', `${id} went from ${life.state} to ${to}`);
  if (life.state === 'PAUSED' && to !== 'QUEUED' && to !== 'COMPLETED')
    yield violation('I5', `${id} left its pause as ${to}`);
  if ((to === 'COMPLETED') !== (reason !== undefined && reason !== ''))
    yield violation('I3', `${id} became ${to} with the reason ${String(reason)}`);
  if (life.state === 'PROCESSING' && (reason === 'CANCELLED_BY_ADMIN' || reason === 'CANCELLED'))
    yield violation('I21', `${id} was cancelled in a conversation`);
  if (life.state === 'SCHEDULED' && to === 'QUEUED') yield* checkLead(life, at, step);
  life.state = to;
  life.since = at;
  if (reason !== undefined) life.reason = reason;
  if (to !== 'ROUTING') life.dialling = false;
}

function* checkLead({ id, serviceName }: Life, at: number, { before, after }: Step): Iterable<Violation> {
  const desired = (before.records.get(id) ?? after.records.get(id))?.desiredTime ?? at;
  const lead = optionNumber(after.settings, serviceName, '_request_execution_time_buffer', 120) * 1000;
  if (at < desired - lead) yield violation('I4', `${id} was submitted ${desired - lead - at} ms too early`);
}

function* reserve(
  { id = '', agent = 0, at }: EngineEvent,
  life: Life,
  { after: { settings } }: Step,
  chronicle: Chronicle,
): Iterable<Violation> {
  if (life.state === 'PAUSED') yield violation('I5', `${id} is dialled while it is paused`);
  if (life.dialling) yield violation('I11', `${id} is dialled twice at a time`);
  if (at < life.mayDialFrom) yield violation('I11', `${id} is dialled again ${life.mayDialFrom - at} ms too early`);
  if (agent < 1 || agent > settings.agents.loggedIn)
    yield violation('I12', `${id} got agent ${agent}, who is not logged in`);
  life.dialling = true;
  life.attempts += 1;
  if (life.attempts > chronicle.mostDials(life.serviceName))
    yield violation('I11', `${id} is dialled ${life.attempts} times`);
}
