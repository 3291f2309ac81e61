import type { CallbackState } from '../../src/domain/callback.js';
import { DAY } from '../../src/domain/instants.js';
import type { Options } from '../../src/domain/service.js';
import { idleAgents } from '../engine/life/calls.js';
import { Draft } from '../engine/draft.js';
import { forge, withPast } from '../engine/life/forge.js';
import { REASON_MIX } from '../engine/life/generate.js';
import type { EngineRecord } from '../engine/state/record.js';
import { run } from '../engine/time/run.js';
import { createState } from '../engine/state/state.js';
import type { EngineState } from '../engine/state/state.js';
import { APPLICATION, COMMON } from './contact-centre-settings.js';
import { someNumber } from './people.js';
import type { Scenario, ScenarioStart } from './scenario.js';

const MINUTE = 60_000;

const SERVICES = Array.from({ length: 20 }, (_, index) => `callback-region-${String(index + 1).padStart(2, '0')}`);

const RECORDS = 100_000;

/** Of every hundred callbacks so many are yet to come, and so many are in the queue. */
const SCHEDULED_SHARE = 0.36;
const QUEUED_SHARE = 0.02;

/** Four of eight end well. */
const ENDINGS = ['AGENT_CONNECTED', ...REASON_MIX] as const;

/** Few different ones, so that 100,000 callbacks share them. */
const PROPERTIES: readonly Options[] = [
  {},
  { _LOB: 'Consumer' },
  { _LOB: 'Business' },
  { _LOB: 'Special Projects', _service_type: 'Upgrade' },
  { _service_type: 'Invoice' },
];

/** As many callbacks as a panel will ever show. */
export const huge: Scenario = {
  name: 'huge',
  description:
    '100,000 callbacks of 20 services, 5,000 each, from three and a half days ago to three and a half days ahead: 62,000 completed, ' +
    '36,000 scheduled, 2,000 in the queue, 300 agents. A list of everything is about 40 MB of JSON. Use it to see how a portal loads, ' +
    'searches, sorts and scrolls, and what happens at its own limits: with the usual maximum of 500 for each service it shows 10,000.',
  load,
};

function load(start: ScenarioStart): EngineState {
  const draft = new Draft(createState(start));
  draft.configure({
    application: APPLICATION,
    services: new Map(SERVICES.map((name) => [name, { ...COMMON, _target: `${name}@Stat_Server.GA` }])),
    agents: { loggedIn: 300, handleSeconds: 240, answerRate: 0.8 },
  });
  draft.putAll(callbacks(draft));
  run(draft, draft.now);
  return draft.finish();
}

function* callbacks(draft: Draft): Iterable<EngineRecord> {
  const { random, now } = draft;
  const agents = idleAgents(draft);
  const perService = RECORDS / SERVICES.length;
  for (const serviceName of SERVICES) {
    for (let index = 0; index < perService; index += 1) {
      const state = stateOf(index / perService);
      const wish = {
        serviceName,
        state,
        desiredTime: desiredTimeOf(draft, state),
        customerNumber: someNumber(random),
        properties: PROPERTIES[random.below(PROPERTIES.length)] ?? {},
        ...(state === 'COMPLETED' && { reason: random.pick(ENDINGS) }),
        ...(state === 'SCHEDULED' && { createdAt: now - random.below(3 * DAY) }),
      };
      const record = forge(draft, wish, agents);
      const since = wish.desiredTime;
      yield state === 'QUEUED' ? withPast(record, { queue: { since, readyAt: since + 10_000 } }) : record;
    }
  }
}

function stateOf(share: number): CallbackState {
  if (share < SCHEDULED_SHARE) return 'SCHEDULED';
  return share < SCHEDULED_SHARE + QUEUED_SHARE ? 'QUEUED' : 'COMPLETED';
}

/** Whole seconds; more of them near now than far away, so that the range of a day has many. */
function desiredTimeOf({ random, now }: Draft, state: CallbackState): number {
  const distance = 10 * MINUTE + random.fraction() ** 2 * (3.5 * DAY - 10 * MINUTE);
  const wished =
    state === 'SCHEDULED' ? now + distance : now - (state === 'QUEUED' ? random.below(1200) * 1000 : distance);
  return Math.floor(wished / 1000) * 1000;
}
