import { applicationNumberOf, flagOption, isPaused, minutePairOption, numberOption, optionOf } from './options.js';
import { settingsFor } from './record-options.js';
import type { Asked } from './record-options.js';
import type { EngineSettings } from '../state/state.js';

const SECOND = 1000;
const MINUTE = 60_000;

/** Seconds every strategy takes from its submission until it can reserve an agent. */
const STRATEGY_START = 10;

/** Option, and property of a request, that names the statistic of the queue's wait. */
export const QUEUE_TIME_STATISTIC = '_request_queue_time_stat';

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
  /** Whether its callbacks are submitted so much earlier as they will have to wait. */
  readonly followsQueue: boolean;
  readonly pollPeriod: Period;
  readonly recoveryPeriod: Period;
  readonly pingPeriod: Period;
  readonly maxSubmitAttempts: number;
  readonly paused: boolean;
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
  /** How long before the desired time the customer is reminded; absent = not at all. */
  readonly reminderBuffer: number | undefined;
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

/** The policy of a service for one of its callbacks, as far as the request had a say in it. */
export function policyFor(settings: EngineSettings, asked: Asked): ServicePolicy {
  return policyOf(settingsFor(settings, asked), asked.serviceName);
}

/** How often the polling loops look. */
export function pollingRates(settings: EngineSettings): PollingRates {
  const rate = (name: string): number => Math.max(1, applicationNumberOf({ settings }, 'callback', name)) * SECOND;
  return { normal: rate('queue-polling-rate'), recovery: rate('queue-polling-rate-recover') };
}

function readPolicy(settings: EngineSettings, service: string): ServicePolicy {
  const count = (name: string): number => numberOption(settings, service, name);
  const seconds = (name: string): number => count(name) * SECOND;
  const period = (name: string): Period => readPeriod(settings, service, name);
  return {
    exists: settings.services.has(service),
    ttl: seconds('_ttl'),
    executionBuffer: seconds('_request_execution_time_buffer'),
    followsQueue: [QUEUE_TIME_STATISTIC, '_request_ewt_service'].some((name) => optionOf({ settings }, service, name)),
    pollPeriod: period('_queue_poll_period'),
    recoveryPeriod: period('_queue_poll_period_recovery'),
    pingPeriod: period('_queue_ping_ors_period'),
    maxSubmitAttempts: Math.max(1, count('_max_ors_submit_attempts')),
    paused: isPaused(settings, service),
    priority: count('_urs_vq_priority'),
    priorityStep: count('_urs_vq_priority_increment'),
    priorityInterval: seconds('_urs_vq_priority_increment_interval'),
    startDelay: STRATEGY_START * SECOND + seconds('_min_queue_wait'),
    queuedTtl: seconds('_urs_queued_ttl'),
    maxDialAttempts: Math.max(1, count('_max_dial_attempts')),
    retryDelay: seconds('_dial_retry_timeout'),
    snooze: seconds('_snooze_duration'),
    retainsSession: flagOption(settings, service, '_retain_session_until_ixn_deleted'),
    reminderBuffer: readReminderBuffer(settings, service),
  };
}

function readReminderBuffer(settings: EngineSettings, service: string): number | undefined {
  if (!flagOption(settings, service, '_enable_notification_reminder')) return undefined;
  return numberOption(settings, service, '_notification_reminder_buffer') * SECOND;
}

function readPeriod(settings: EngineSettings, service: string, name: string): Period {
  const { from, to } = minutePairOption(settings, service, name) ?? { from: 0, to: 0 };
  return { from: from * MINUTE, to: to * MINUTE };
}
