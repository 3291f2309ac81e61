import { fieldRefOf } from '../../../src/domain/keys.js';
import { zoneOf } from '../../../src/domain/zones.js';
import type { AdmissionRequest } from './admission.js';
import { firstGiven } from '../options/given-options.js';
import type { Ledger } from '../state/ledger.js';
import { MOCK_SECTION } from '../options/mock-switches.js';
import { applicationFlagOf, applicationOptionOf, listOption, readGiven, readNumber } from '../options/options.js';
import { PersistentMap } from '../state/persistent-map.js';
import { propertyOf } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';

/** How often a value may be sent on one day (GMS reference, throttling). */

const LIMIT = '_throttle_request_parameters_limit';

/** Name of that limit before 8.5.110; it counts where the new one is not set beside it. */
const FORMER_LIMIT = '_throttle_customer_number_limit';

/** A parameter of a request that its service counts, with the value that was sent. */
export interface CountedValue {
  readonly parameter: string;
  readonly value: string;
}

/** Requests with the same value that a service accepts on one day. */
export function dailyLimitOf(settings: EngineSettings, service: string): number {
  return readGiven(LIMIT, firstGiven(settings, service, [LIMIT, FORMER_LIMIT]) ?? '', readNumber) ?? 0;
}

/** Names of the parameters, or headers, whose values a service counts. */
export function countedParameters(settings: EngineSettings, service: string): readonly string[] {
  return listOption(settings, service, '_throttle_request_parameters');
}

/** What a request has of the parameters that its service counts. A header goes before a parameter of the same name. */
export function countedValues(settings: EngineSettings, request: AdmissionRequest): readonly CountedValue[] {
  const readsHeaders = applicationFlagOf({ settings }, 'callback', '_enable_throttle_header_parameters');
  const headers = readsHeaders ? (request.headers ?? {}) : {};
  return countedParameters(settings, request.serviceName).flatMap((parameter) => {
    const header = Object.hasOwn(headers, parameter) ? headers[parameter] : undefined;
    const value = header === undefined || header === '' ? sentValue(request, parameter) : header;
    return value === undefined || value === '' ? [] : [{ parameter, value }];
  });
}

/** How often a value was accepted so far on a day. */
export function timesOn(ledger: Ledger, day: string, service: string, counted: CountedValue): number {
  return ledger.day === day ? (ledger.today.get(keyOf(service, counted)) ?? 0) : 0;
}

/** The counts of a day after values were accepted once more. Those of any other day are forgotten. */
export function withValues(
  ledger: Ledger,
  day: string,
  service: string,
  values: readonly CountedValue[],
): Pick<Ledger, 'day' | 'today'> {
  const today = ledger.day === day ? ledger.today.edit() : PersistentMap.of<number>().edit();
  for (const counted of values) {
    const key = keyOf(service, counted);
    today.set(key, (today.get(key) ?? 0) + 1);
  }
  return { day, today: today.finish() };
}

/** The calendar day of an instant, as `yyyy-mm-dd`, in the zone of the mock's own section. */
export function dayOf(settings: EngineSettings, instant: number): string {
  const zone = zoneOf(applicationOptionOf({ settings }, MOCK_SECTION, 'time-zone') ?? 'UTC');
  return new Date(zone?.readingAt(instant) ?? instant).toISOString().slice(0, 10);
}

function sentValue({ customerNumber, properties }: AdmissionRequest, parameter: string): string | undefined {
  const ref = fieldRefOf(parameter);
  if (ref.kind === 'property') return propertyOf({ properties }, ref.name);
  return ref.field === 'customerNumber' ? customerNumber : undefined;
}

function keyOf(service: string, { parameter, value }: CountedValue): string {
  return JSON.stringify([service, parameter, value]);
}
