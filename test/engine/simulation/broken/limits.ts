import { HONEST } from '../engine-under-test.js';
import { filled } from '../options.js';
import { misled, misledOptions, tampered } from './tampering.js';
import type { BrokenEngine } from './tampering.js';

/** Engines that let in whom a rule keeps out, keep out whom it lets in, or ask in another order. */
export const BROKEN_LIMITS: readonly BrokenEngine[] = [
  {
    name: 'does not look at the first rate window',
    caughtBy: ['rate-window-1'],
    engine: misledOptions({ _throttle_ttl_1: '0' }),
  },
  {
    name: 'does not look at the second rate window',
    caughtBy: ['rate-window-2'],
    engine: misledOptions({ _throttle_ttl_2: '0' }),
  },
  {
    name: 'lets places of the rate windows go a second too early',
    caughtBy: ['rate-window-1', 'rate-window-2'],
    engine: changedOption('_throttle_ttl_1', '300', (seconds) => Math.max(0, seconds - 1)),
  },
  {
    name: 'takes one more than the first rate window has places for',
    caughtBy: ['rate-window-1'],
    engine: changedOption('_throttle_callbacks_per_service_1', '500', (limit) => limit + 1),
  },
  {
    name: 'takes the same value any number of times a day',
    caughtBy: ['daily-limit'],
    engine: misledOptions({ _throttle_request_parameters_limit: '1000000' }),
  },
  {
    name: 'ends the day of the limits in Greenwich',
    caughtBy: ['daily-limit'],
    engine: misledSwitches({ 'time-zone': 'UTC' }),
  },
  {
    name: 'does not read headers where they count',
    caughtBy: ['daily-limit'],
    engine: misled((settings) => ({
      ...settings,
      application: {
        ...settings.application,
        callback: { ...settings.application.callback, _enable_throttle_header_parameters: 'false' },
      },
    })),
  },
  {
    name: 'takes any number of callbacks into a queue',
    caughtBy: ['queue-limit'],
    engine: misledOptions({ _max_queued_callbacks_per_service: '1000000' }),
  },
  {
    name: 'has counters that do not lag',
    caughtBy: ['queue-limit'],
    engine: misledSwitches({ 'watermark-delay': '0' }),
  },
  {
    name: 'has counters that lag twice as long',
    caughtBy: ['counters', 'queue-limit'],
    engine: {
      ...HONEST,
      watermarks: (state, services) => {
        const { application } = state.settings;
        const delay = Number(filled(application.mock?.['watermark-delay']) ?? '10');
        const mock = { ...application.mock, 'watermark-delay': String(2 * delay) };
        return HONEST.watermarks(
          { ...state, settings: { ...state.settings, application: { ...application, mock } } },
          services,
        );
      },
    },
  },
  {
    name: 'takes impossible numbers',
    caughtBy: ['impossible-numbers'],
    engine: misledOptions({ _disallow_impossible_phone_numbers: 'false' }),
  },
  {
    name: 'takes premium numbers',
    caughtBy: ['premium-numbers'],
    engine: misledOptions({ _disallow_premium_phone_numbers: 'false' }),
  },
  {
    name: 'checks numbers without a country',
    caughtBy: ['number-country'],
    engine: misledOptions({ _default_country: 'US' }),
  },
  {
    name: 'takes wishes for the distant past',
    caughtBy: ['past-limit'],
    engine: misledOptions({ _reject_past_desired_time: '1000000000' }),
  },
  {
    name: 'takes wishes for the distant future',
    caughtBy: ['future-limit'],
    engine: misledOptions({ _reject_future_desired_time: '100y' }),
  },
  {
    name: 'takes a month to have thirty days',
    caughtBy: ['future-limit'],
    engine: misledOptions({ _reject_future_desired_time: '30d' }),
  },
  {
    name: 'takes what is no time for now',
    caughtBy: ['readable-time'],
    engine: {
      ...HONEST,
      apply: (state, command) => {
        if (command.type !== 'create' || typeof command.desiredTime !== 'object') return HONEST.apply(state, command);
        const { desiredTime, ...others } = command;
        return HONEST.apply(state, others);
      },
    },
  },
  {
    name: 'demands no keys',
    caughtBy: ['mandatory-keys'],
    engine: misledOptions({ _mandatory_customer_lookup_keys: '_service_name' }),
  },
  {
    name: 'books where nobody keeps the hours',
    caughtBy: ['named-services'],
    engine: misled((settings) => ({
      ...settings,
      services: new Map([...settings.services].map(([name, own]) => [name, withoutNowhere(own)])),
    })),
  },
  {
    name: 'takes a state that is none',
    caughtBy: ['state-words'],
    engine: {
      ...HONEST,
      apply: (state, command) => {
        if (command.type !== 'create' || command.state !== 'ASLEEP') return HONEST.apply(state, command);
        const { state: word, ...others } = command;
        return HONEST.apply(state, others);
      },
    },
  },
  {
    name: 'promises a number to dial while nothing can give one',
    caughtBy: ['session-needed'],
    engine: misledOptions({ _call_direction: 'USERTERMINATED' }),
  },
  {
    name: 'takes requests for services that are gone',
    caughtBy: ['known-service'],
    engine: misled((settings) => ({
      ...settings,
      services: new Map([...['S1', 'S2', 'S3', 'nowhere'].map((name) => [name, {}] as const), ...settings.services]),
    })),
  },
  {
    name: 'asks the last question first',
    caughtBy: ['check-order'],
    engine: misledSwitches({
      'validation-order': 'bucket,office-hours,in-queue,queue-limit,daily-limit,rate-window-2',
    }),
  },
  {
    name: 'says that what is completed cannot be moved',
    caughtBy: ['editable-states'],
    engine: tampered((answer) =>
      answer.refusal?.code === 'not-editable'
        ? { ...answer, refusal: { ...answer.refusal, code: 'not-reschedulable' } }
        : answer,
    ),
  },
  {
    name: 'calls a reserved key an unknown one',
    caughtBy: ['reserved-keys'],
    engine: {
      ...HONEST,
      apply: (state, command) =>
        command.type === 'create' ? HONEST.apply(state, { ...command, properties: {} }) : HONEST.apply(state, command),
    },
  },
];

function changedOption(name: string, fallback: string, change: (value: number) => number): BrokenEngine['engine'] {
  return misled((settings) => ({
    ...settings,
    services: new Map(
      [...settings.services].map(([service, own]) => [
        service,
        own._type === 'builtin' ? own : { ...own, [name]: String(change(Number(filled(own[name]) ?? fallback))) },
      ]),
    ),
  }));
}

function misledSwitches(switches: Readonly<Record<string, string>>): BrokenEngine['engine'] {
  return misled((settings) => ({
    ...settings,
    application: { ...settings.application, mock: { ...settings.application.mock, ...switches } },
  }));
}

function withoutNowhere(options: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== 'nowhere'));
}
