import { isCallbackService } from '../engine/options/options.js';
import { ANSWERED, idleAgents } from '../engine/life/calls.js';
import { Draft } from '../engine/draft.js';
import { forge } from '../engine/life/forge.js';
import type { ForgeWish } from '../engine/life/forge.js';
import type { EngineRecord } from '../engine/state/record.js';
import { run } from '../engine/time/run.js';
import { createState } from '../engine/state/state.js';
import type { EngineState } from '../engine/state/state.js';
import { callsOfNow } from './contact-centre-now.js';
import { AGENTS, APPLICATION, SERVICES, TRANSACTION_LISTS } from './contact-centre-settings.js';
import { someNumber, someProperties } from './people.js';
import type { Scenario, ScenarioStart } from './scenario.js';
import { busyBucket, busySecond } from './week.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;

/** How the callbacks of the past week ended, and how many of them each way: 1,300 in all. */
const ENDINGS: readonly (readonly [reason: string, count: number])[] = [
  ['AGENT_CONNECTED', 905],
  ['CANCELLED', 96],
  ['CANCELLED_BY_ADMIN', 58],
  ['FAIL_CALL_TO_CUSTOMER', 112],
  ['FAIL_TIMEOUT_TTL', 41],
  ['SUBMIT_FAILED', 17],
  ['NOT_AVAILABLE', 12],
  ['FAIL_TARGET_NOT_FOUND', 11],
  ['FAIL_AGENT_CONNECT', 13],
  ['FAIL_USER_NO_CONFIRM', 9],
  ['FAIL_QUEUEING', 6],
  ['FAIL_INTERACTION_DELETED', 6],
  ['FAIL_NO_CUSTOMER_NUMBER', 2],
  ['FAIL_IXN_UNKNOWN_MEDIA_TYPE', 2],
  ['FAIL_LOAD_MESSAGE_FILE', 2],
  ['FAIL_ERROR', 4],
  ['AGENT_PREVIEW_CANCEL_AFTER_3REJECTS', 4],
];

/** Scheduled callbacks of the coming week, and those of them that were cancelled already. */
const SCHEDULED = 980;
const CANCELLED_AHEAD = 60;

/** Share of past callbacks that had been scheduled. */
const SCHEDULED_SHARE = 0.4;

/** A contact centre in the middle of its week. */
export const contactCentre: Scenario = {
  name: 'contact-centre',
  description:
    'A contact centre in the middle of its week: seven services in three virtual groups, 2,400 callbacks from seven days ago to seven ' +
    'days ahead in every state and with every reason. The queue is some minutes long, each of the six agents is on a call, and ' +
    'callback-billing is paused. Let the clock run and callbacks are dialled, answered, retried and completed.',
  load,
};

function load(start: ScenarioStart): EngineState {
  const draft = new Draft(createState(start));
  draft.configure({
    application: APPLICATION,
    services: SERVICES,
    transactionLists: TRANSACTION_LISTS,
    agents: AGENTS,
  });
  const agents = idleAgents(draft);
  const records = [...pastWishes(draft), ...futureWishes(draft)].map((wish) => forge(draft, wish, agents));
  draft.putAll([...records.map((record) => withDials(draft, record)), ...callsOfNow(draft)]);
  run(draft, draft.now);
  return draft.finish();
}

function* pastWishes(draft: Draft): Iterable<ForgeWish> {
  const { random, now } = draft;
  const from = now - WEEK + HOUR;
  const to = now - 20 * MINUTE;
  for (const [reason, count] of ENDINGS) {
    for (let index = 0; index < count; index += 1) {
      const wasScheduled = random.fraction() < SCHEDULED_SHARE;
      const desiredTime = wasScheduled ? busyBucket(random, from, to) : busySecond(random, from, to);
      const createdAt = wasScheduled ? desiredTime - random.below(3 * 24 * HOUR) : desiredTime;
      const hasNumber = reason !== 'FAIL_NO_CUSTOMER_NUMBER';
      yield {
        ...caller(draft),
        ...(hasNumber ? {} : { customerNumber: '' }),
        state: 'COMPLETED',
        reason,
        desiredTime,
        createdAt,
      };
    }
  }
}

function* futureWishes(draft: Draft): Iterable<ForgeWish> {
  const { random, now } = draft;
  for (let index = 0; index < SCHEDULED + CANCELLED_AHEAD; index += 1) {
    const desiredTime = busyBucket(random, now + 15 * MINUTE, now + WEEK - HOUR);
    const createdAt = now - random.below(3 * 24 * HOUR);
    const ending: Pick<ForgeWish, 'state' | 'reason'> =
      index < SCHEDULED
        ? { state: 'SCHEDULED' }
        : { state: 'COMPLETED', reason: random.pick(['CANCELLED', 'CANCELLED_BY_ADMIN']) };
    yield { ...caller(draft), ...ending, desiredTime, createdAt };
  }
}

const CALLBACK_SERVICES = [...SERVICES].flatMap(([name, options]) => (isCallbackService(options) ? [name] : []));

function caller({ random }: Draft): Pick<ForgeWish, 'serviceName' | 'customerNumber' | 'properties'> {
  const serviceName = CALLBACK_SERVICES[random.below(CALLBACK_SERVICES.length)] ?? '';
  return { serviceName, customerNumber: someNumber(random), properties: someProperties(random) };
}

/** What calling the customer came to, as far as the ending tells. */
function withDials(draft: Draft, record: EngineRecord): EngineRecord {
  if (record.reason === 'AGENT_CONNECTED') {
    return { ...record, dials: { attempts: 1 + Math.floor(draft.random.fraction() ** 3 * 3), result: ANSWERED } };
  }
  if (record.reason === 'FAIL_CALL_TO_CUSTOMER') return { ...record, dials: { attempts: 3, result: 'NO_ANSWER' } };
  return record;
}
