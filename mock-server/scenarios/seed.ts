import type { Options } from '../../src/domain/service.js';
import { idleAgents } from '../engine/life/calls.js';
import { Draft } from '../engine/draft.js';
import { forge, withPast } from '../engine/life/forge.js';
import type { EngineRecord } from '../engine/state/record.js';
import { run } from '../engine/time/run.js';
import { createState } from '../engine/state/state.js';
import type { EngineState } from '../engine/state/state.js';
import { APPLICATION } from './contact-centre-settings.js';
import type { Scenario, ScenarioStart } from './scenario.js';
import { instantOf, SEED_ROWS } from './seed-rows.js';
import type { SeedRow } from './seed-rows.js';

const HOUR = 3_600_000;

/** Records stay for a week, and nobody in the queue is given up: the rows are there to be looked at. */
const COMMON: Options = {
  _type: 'ors',
  _service: 'callback',
  _ttl: '604800',
  _urs_queued_ttl: '604800',
  _wait_for_user_confirm: 'false',
  _retain_session_until_ixn_deleted: 'true',
  _disallow_impossible_phone_numbers: 'false',
  _disallow_premium_phone_numbers: 'false',
  _enable_in_queue_checking: 'false',
};

const SERVICES: ReadonlyMap<string, Options> = new Map<string, Options>([
  ['Preview', { ...COMMON, _target: 'GMSCallbackAgents@stat.GA' }],
  ['scheduled', { ...COMMON, _customer_lookup_keys: '_customer_number,_foo' }],
  ['Callback Delayed', { ...COMMON, _target: 'GMSCallbackAgents@stat.GA' }],
  ['user-terminated-workspace', COMMON],
]);

/** The rows that the pictures of the seed page show. */
export const seedPage: Scenario = {
  name: 'seed',
  description:
    "The rows that the pictures of the user's guide show, with their times moved to now: the search for 5510 that finds two, the " +
    'callbacks that are edited and rescheduled, three queued ones with details, ten with custom fields. Nobody is logged in, so the ' +
    'queue stands still and the rows stay as they are.',
  load,
};

function load(start: ScenarioStart): EngineState {
  const draft = new Draft(createState(start));
  draft.configure({ application: APPLICATION, services: SERVICES });
  draft.putAll(SEED_ROWS.map((row) => recordOf(draft, row)));
  run(draft, draft.now);
  return draft.finish();
}

function recordOf(draft: Draft, row: SeedRow): EngineRecord {
  const desiredTime = instantOf(row, draft.now);
  const wish = {
    ...row,
    desiredTime,
    createdAt: row.state === 'QUEUED' ? desiredTime : Math.min(desiredTime, draft.now - HOUR),
  };
  const record = forge(draft, wish, idleAgents(draft));
  if (record.state !== 'QUEUED') return record;
  const { dials } = row;
  return withPast(record, {
    queue: { since: desiredTime, readyAt: desiredTime },
    ...(dials === undefined ? {} : { dials: { ...dials, retryAt: draft.now + 12 * HOUR } }),
  });
}
