import { DateTime } from 'luxon';
import type { EngineCommand } from '../../../../mock-server/engine/engine.js';
import { filled, optionNames, optionNumber, switchText } from '../options.js';
import type { Settings } from '../options.js';
import type { Step } from '../step.js';

export type CreateCommand = Extract<EngineCommand, { readonly type: 'create' }>;

/** A request that was accepted and takes up a place of the limits. */
interface Accepted {
  readonly at: number;
  /** The calendar day in the zone of the limits. */
  readonly day: string;
  /** What was counted of it, as texts of parameter and value. */
  readonly values: ReadonlySet<string>;
  /** Both windows had let go of it at some time: whether longer ones would count it again, the reference leaves open. */
  isOutlived: boolean;
}

/** How many requests stand in a window: so many at least, and so many at most. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The witness's own book of the requests that were accepted, written from commands and answers alone. */
export class AcceptedRequests {
  readonly #byService = new Map<string, Accepted[]>();

  /** To be called once a step was checked. */
  note({ before, after, command, answer }: Step): void {
    if (before.settings !== after.settings) this.#outlive(before.settings, before.now);
    if (command.type !== 'create' || answer.refusal !== undefined || !isForNow(command, before)) return;
    const { settings, now } = before;
    const values = new Set(countedValues(command, settings));
    const accepted = { at: now, day: dayOf(settings, now), values, isOutlived: false };
    this.#byService.set(command.serviceName, [...this.#of(command.serviceName), accepted]);
  }

  /** Requests of a service since an instant, which itself does not belong to the window any more. */
  since(service: string, instant: number): Range {
    const inWindow = this.#of(service).filter(({ at }) => at > instant);
    return { least: inWindow.filter(({ isOutlived }) => !isOutlived).length, most: inWindow.length };
  }

  /** How often a value was accepted on the day of an instant. */
  timesToday(service: string, value: string, day: string): number {
    return this.#of(service).filter((accepted) => accepted.day === day && accepted.values.has(value)).length;
  }

  #of(service: string): readonly Accepted[] {
    return this.#byService.get(service) ?? [];
  }

  #outlive(settings: Settings, now: number): void {
    for (const [service, requests] of this.#byService) {
      const longest = Math.max(...([1, 2] as const).map((number) => windowOf(settings, service, number).seconds));
      for (const request of requests) if (request.at <= now - longest * 1000) request.isOutlived = true;
    }
  }
}

/** Whether a request goes into the queue at once, and so counts: for now, within the execution buffer, or sent as queued. */
export function isForNow(
  { serviceName, desiredTime, state }: CreateCommand,
  { settings, now }: Pick<Step['before'], 'settings' | 'now'>,
): boolean {
  if (state === 'QUEUED' || typeof desiredTime !== 'number') return true;
  return desiredTime - now <= optionNumber(settings, serviceName, '_request_execution_time_buffer', 120) * 1000;
}

/** The limit and the length of a rate window (GMS reference, throttling). */
export function windowOf(
  settings: Settings,
  service: string,
  number: 1 | 2,
): { readonly limit: number; readonly seconds: number } {
  const [limit, seconds] = number === 1 ? [500, 300] : [1000, 3600];
  return {
    limit: optionNumber(settings, service, `_throttle_callbacks_per_service_${number}`, limit),
    seconds: optionNumber(settings, service, `_throttle_ttl_${number}`, seconds),
  };
}

/** What a service counts of a request: a header goes before the body, and what has no value is not counted. */
export function countedValues(
  { serviceName, customerNumber = '', properties, headers = {} }: CreateCommand,
  settings: Settings,
): readonly string[] {
  const readsHeaders = settings.application.callback?._enable_throttle_header_parameters !== 'false';
  const body: Readonly<Record<string, string>> = { ...properties, _customer_number: customerNumber };
  return optionNames(settings, serviceName, '_throttle_request_parameters', '_customer_number').flatMap((name) => {
    const value = filled((readsHeaders ? filled(headers[name]) : undefined) ?? body[name]);
    return value !== undefined ? [`${name}=${value}`] : [];
  });
}

/** Requests with the same value that a service takes on a day, under today's name of the option or, where that one is open, of before. */
export function dailyLimit({ services, application }: Settings, service: string): number {
  const names = ['_throttle_request_parameters_limit', '_throttle_customer_number_limit'];
  const given = [services.get(service), application.callback].flatMap((options) =>
    names.map((name) => options?.[name]),
  );
  const limit = Number(given.find((text) => filled(text) !== undefined) ?? '6');
  return limit >= 0 ? limit : 6;
}

export function dayOf(settings: Settings, instant: number): string {
  return DateTime.fromMillis(instant, { zone: switchText(settings, 'time-zone', 'UTC') }).toFormat('yyyy-MM-dd');
}
