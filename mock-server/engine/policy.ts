import { APPLICATION_DEFAULTS, SERVICE_DEFAULTS } from './defaults.js';
import { applicationOptionOf, flagOption, isPaused, numberOption, optionOf, readNumber } from './options.js';
import type { EngineSettings } from './state.js';

const SECOND = 1000;
const MINUTE = 60_000;

/** Seconds every strategy takes from its submission until it can reserve an agent. */
const STRATEGY_START = 10;

/** A span relative to now in milliseconds; a desired time belongs to it or not. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The options of a service that move its callbacks, read once. Spans in milliseconds. */
export interface ServicePolicy {
  /** Whether it is a service at all; callbacks of a removed one stay where they are. */
  readonly exists: boolean;
  readonly ttl: number;
  readonly executionBuffer: number;
  readonly pollPeriod: Period;
  readonly recoveryPeriod: Period;
  readonly pingPeriod: Period;
  readonly maxSubmitAttempts: number;
  readonly paused: boolean;
  readonly virtualQueue: string;
  readonly priority: number;
  readonly priorityStep: number;
  readonly priorityInterval: number;
  /** From submission to the first moment an agent may be reserved. */
  readonly startDelay: number;
  readonly queuedTtl: number;
  readonly maxDialAttempts: number;
  readonly retryDelay: number;
  readonly snooze: number;
  /** Whether the record stays PROCESSING until the call ends. */
  readonly retainsSession: boolean;
}

/** How often the two loops look, in milliseconds. */
export interface PollingRates {
  readonly normal: number;
  readonly recovery: number;
}

const policies = new WeakMap<EngineSettings, Map<string, ServicePolicy>>();

/** The policy of a service, also of one that is not there: then the built-in defaults. */
export function policyOf(settings: EngineSettings, service: string): ServicePolicy {
  let known = policies.get(settings);
  if (known === undefined) {
    known = new Map();
    policies.set(settings, known);
  }
  let policy = known.get(service);
  if (policy === undefined) {
    policy = readPolicy(settings, service);
    known.set(service, policy);
  }
  return policy;
}

/** How often the polling loops look. A rate that is no positive number counts as not set. */
export function pollingRates(settings: EngineSettings): PollingRates {
  const rate = (name: string): number => {
    const given = readNumber(applicationOptionOf({ settings }, 'callback', name));
    const seconds = given === undefined || given === 0 ? readNumber(APPLICATION_DEFAULTS.callback?.[name]) : given;
    return Math.max(1, Math.round((seconds ?? 60) * SECOND));
  };
  return { normal: rate('queue-polling-rate'), recovery: rate('queue-polling-rate-recover') };
}

function readPolicy(settings: EngineSettings, service: string): ServicePolicy {
  const seconds = (name: string): number => Math.round(numberOption(settings, service, name) * SECOND);
  const count = (name: string): number => Math.floor(numberOption(settings, service, name));
  const text = (name: string): string | undefined => optionOf({ settings }, service, name);
  return {
    exists: settings.services.has(service),
    ttl: seconds('_ttl'),
    executionBuffer: seconds('_request_execution_time_buffer'),
    pollPeriod: readPeriod(text('_queue_poll_period'), '_queue_poll_period'),
    recoveryPeriod: readPeriod(text('_queue_poll_period_recovery'), '_queue_poll_period_recovery'),
    pingPeriod: readPeriod(text('_queue_ping_ors_period'), '_queue_ping_ors_period'),
    maxSubmitAttempts: Math.max(1, count('_max_ors_submit_attempts')),
    paused: isPaused(settings, service),
    virtualQueue: text('_urs_virtual_queue') ?? `VQ_${service}`,
    priority: numberOption(settings, service, '_urs_vq_priority'),
    priorityStep: numberOption(settings, service, '_urs_vq_priority_increment'),
    priorityInterval: seconds('_urs_vq_priority_increment_interval'),
    startDelay: STRATEGY_START * SECOND + seconds('_min_queue_wait'),
    queuedTtl: seconds('_urs_queued_ttl'),
    maxDialAttempts: Math.max(1, count('_max_dial_attempts')),
    retryDelay: seconds('_dial_retry_timeout'),
    snooze: seconds('_snooze_duration'),
    retainsSession: flagOption(settings, service, '_retain_session_until_ixn_deleted'),
  };
}

/** Reads `from,to` in minutes; a text that is none counts as not set. */
function readPeriod(text: string | undefined, name: string): Period {
  return parsePeriod(text) ?? parsePeriod(SERVICE_DEFAULTS[name]) ?? { from: 0, to: 0 };
}

function parsePeriod(text: string | undefined): Period | undefined {
  const [from, to, ...rest] = (text ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  return Number.isFinite(from) && Number.isFinite(to) && from <= to
    ? { from: from * MINUTE, to: to * MINUTE }
    : undefined;
}
