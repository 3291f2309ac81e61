import fc from 'fast-check';
import { CALLBACK_STATES } from '../../src/domain/callback.js';
import type { EngineCommand, EngineState } from '../../mock-server/engine/engine.js';
import { HOUR, MINUTE } from './bench.js';

/** A command that is made for a state: it names callbacks and times that exist there, and some that do not. */
export type Step = (state: EngineState) => EngineCommand;

const service = fc.constantFrom('S', 'T', 'U', 'nowhere');
const text = fc.constantFrom('', 'x', '5115', '+33199001234');
const duration = fc.oneof(
  fc.integer({ min: 0, max: 3 * MINUTE }),
  fc.integer({ min: 0, max: 3 * HOUR }),
  fc.constantFrom(0, 1, MINUTE, 26 * HOUR),
);
const distance = fc.integer({ min: -10 * MINUTE, max: 4 * HOUR });

/** Options that move callbacks, with values that make things happen soon, and a few that are refused. */
const options = fc.record(
  {
    _ttl: fc.constantFrom('3600', '86400'),
    _retain_session_until_ixn_deleted: fc.constantFrom('true', 'false'),
    _max_dial_attempts: fc.constantFrom('1', '2', '2', '', 'many'),
    _dial_retry_timeout: fc.constantFrom('0', '30', '300'),
    _urs_queued_ttl: fc.constantFrom('0', '300', '7200'),
    _urs_virtual_queue: fc.constantFrom('A', 'B'),
    _urs_vq_priority: fc.constantFrom('0', '3'),
    _urs_vq_priority_increment: fc.constantFrom('0', '1'),
    _urs_vq_priority_increment_interval: fc.constantFrom('45', '0'),
    _request_execution_time_buffer: fc.constantFrom('0', '120', '3600'),
    _queue_poll_period: fc.constantFrom('-5,5', '-120,120', ''),
    _mandatory_customer_lookup_keys: fc.constantFrom('_customer_number', 'a'),
    _enable_notification_reminder: fc.constantFrom('true', 'false'),
    _request_queue_time_stat: fc.constantFrom('', 'ExpectedWaitTime;Queue;8999@SIP_Server;Environment'),
    _throttle_callbacks_per_service_1: fc.constantFrom('500', '500', '3'),
    _throttle_ttl_1: fc.constantFrom('300', '0'),
    _throttle_request_parameters_limit: fc.constantFrom('-1', '100', '100', '2'),
    _max_queued_callbacks_per_service: fc.constantFrom('1000', '1000', '5'),
    _enable_in_queue_checking: fc.constantFrom('false', 'false', 'true', 'strict'),
  },
  { requiredKeys: [] },
);

/** The n-th callback, counted around; an id that does not exist when there is none. */
const callback = fc
  .nat(40)
  .map((index) => (state: EngineState): { readonly id: string; readonly serviceName: string } => {
    const records = [...state.records.values()];
    return records[index % Math.max(1, records.length)] ?? { id: 'none', serviceName: 'S' };
  });

const create: fc.Arbitrary<Step> = fc
  .record({
    serviceName: service,
    customerNumber: text,
    ahead: fc.option(distance),
    properties: fc.dictionary(fc.constantFrom('a', '_LOB', '_id'), text, { maxKeys: 2 }),
  })
  .map(({ ahead, ...wish }) => (state) => ({
    type: 'create',
    ...wish,
    ...(ahead === null ? {} : { desiredTime: state.now + ahead }),
  }));

const update: fc.Arbitrary<Step> = fc
  .record({
    pick: callback,
    ahead: fc.option(distance),
    properties: fc.dictionary(fc.constantFrom('a', 'b', '_url'), text, { maxKeys: 2 }),
  })
  .map(({ pick, ahead, properties }) => (state) => {
    const { id, serviceName } = pick(state);
    return {
      type: 'update',
      id,
      serviceName,
      properties,
      ...(ahead === null ? {} : { desiredTime: state.now + ahead }),
    };
  });

const cancel: fc.Arbitrary<Step> = fc
  .record({ pick: callback, discardOrsFailure: fc.boolean() })
  .map(({ pick, discardOrsFailure }) => (state) => {
    const { id, serviceName } = pick(state);
    return { type: 'cancel', id, serviceName, discardOrsFailure };
  });

const cancelMany: fc.Arbitrary<Step> = fc.array(callback, { maxLength: 4 }).map((picks) => (state) => ({
  type: 'cancel-many',
  ids: picks.map((pick) => pick(state).id),
  reason: 'CANCELLED_BY_ADMIN',
}));

const force: fc.Arbitrary<Step> = fc
  .record({
    pick: callback,
    change: fc.record(
      { state: fc.constantFrom(...CALLBACK_STATES), orsSession: fc.constantFrom('alive' as const, 'dead' as const) },
      { requiredKeys: [] },
    ),
  })
  .map(({ pick, change }) => (state) => ({ type: 'force', id: pick(state).id, ...change }));

const settings: fc.Arbitrary<Step> = fc
  .oneof(
    fc.record({ type: fc.constant('set-service' as const), name: fc.constantFrom('S', 'T', 'U'), options }),
    fc.record({ type: fc.constant('remove-service' as const), name: service }),
    fc.record({ type: fc.constant('set-ors' as const), reachable: fc.boolean() }),
    fc.record({
      type: fc.constant('set-agents' as const),
      agents: fc.record(
        {
          loggedIn: fc.constantFrom(-1, 0, 1, 3),
          handleSeconds: fc.constantFrom(0, 60, 300),
          answerRate: fc.constantFrom(0, 0.5, 1),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.constantFrom('true', 'false').chain((value) =>
      fc.record({
        type: fc.constant('set-transaction-list' as const),
        list: fc.constant('GMS_Paused_Services'),
        sections: fc.record({
          services: fc.dictionary(fc.constantFrom('S', 'T', 'all'), fc.constant(value), { maxKeys: 2 }),
        }),
      }),
    ),
    fc.record({
      type: fc.constant('set-application' as const),
      sections: fc.record({ callback: fc.record({ 'queue-polling-rate': fc.constantFrom('5', '60', '', '0') }) }),
    }),
  )
  .map((command) => () => command);

const generate: fc.Arbitrary<Step> = fc
  .record({ count: fc.integer({ min: -1, max: 8 }), span: distance })
  .map(({ count, span }) => (state) => ({ type: 'generate', count, from: state.now - HOUR, to: state.now + span }));

const stored = fc.dictionary(fc.constantFrom('a', 'b'), text, { maxKeys: 2 });

/** What the basic services remember, and services that are provisioned together. */
const basics: fc.Arbitrary<Step> = fc.oneof(
  stored.map((properties): Step => () => ({
    type: 'request-interaction',
    serviceName: 'request-interaction',
    properties,
  })),
  callback.map((pick): Step => (state) => ({
    type: 'request-access',
    serviceName: 'request-access',
    id: pick(state).id,
  })),
  fc.tuple(callback, stored).map(([pick, values]): Step => (state) => ({ type: 'store', id: pick(state).id, values })),
  callback.map((pick): Step => (state) => ({ type: 'forget', id: pick(state).id, key: 'a' })),
  fc
    .tuple(options, service)
    .map(([each, name]): Step => () => ({ type: 'provision', services: { T: each }, removed: [name] })),
);

/** Any command but the passing of time. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: create },
  { weight: 2, arbitrary: update },
  { weight: 2, arbitrary: cancel },
  { weight: 1, arbitrary: cancelMany },
  { weight: 3, arbitrary: force },
  { weight: 3, arbitrary: settings },
  { weight: 1, arbitrary: basics },
  { weight: 1, arbitrary: generate },
);

/** A stretch of time, and a command at its end. */
export const anyScript: fc.Arbitrary<readonly { readonly wait: number; readonly step: Step }[]> = fc.array(
  fc.record({ wait: duration, step: anyStep }),
  { minLength: 1, maxLength: 25, size: 'max' },
);
