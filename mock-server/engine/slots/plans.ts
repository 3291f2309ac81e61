import { readCapacity } from '../../../src/domain/capacity.js';
import type { Capacity } from '../../../src/domain/capacity.js';
import { readOfficeHours } from '../../../src/domain/office-hours.js';
import type { OfficeHours } from '../../../src/domain/office-hours.js';
import type { Reading } from '../../../src/domain/problems.js';
import type { ServiceKind } from '../../../src/domain/service-options/option.js';
import { serviceKindOf } from '../../../src/domain/service-options/service-kind.js';
import type { Options } from '../../../src/domain/service.js';
import type { SlotPlan } from '../../../src/domain/slots.js';
import type { EngineRefusal } from '../commands.js';
import { MOCK_SECTION } from '../options/mock-switches.js';
import { applicationFlagOf, numberOption, optionOf } from '../options/options.js';
import type { EngineSettings } from '../state/state.js';

/** What a service's options say about its times, or why they say nothing. */
export type Planned<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: EngineRefusal };

/** What was read of options; they are never changed, only replaced. */
const hoursRead = new WeakMap<Options, Reading<OfficeHours>>();
const capacitiesRead = new WeakMap<Options, Reading<Capacity>>();

/** The times a service offers and what each of them takes (GMS reference, office hours; time buckets and capacity). */
export function slotPlanOf(settings: EngineSettings, service: string): Planned<SlotPlan> {
  const hours = hoursOf(settings, service);
  if (!hours.ok) return hours;
  const capacity = namedBy(settings, service, '_capacity_service');
  const read = capacity === undefined ? undefined : capacityNamed(settings, capacity, service);
  if (read?.ok === false) return read;
  return {
    ok: true,
    value: {
      bucketMinutes: numberOption(settings, service, '_request_time_bucket'),
      ...(hours.value !== undefined && { hours: hours.value }),
      capacity: read?.value ?? Math.floor(numberOption(settings, service, '_max_request_by_time_bucket')),
    },
  };
}

/** The office hours of a service; undefined when it has none and so is always open. */
export function hoursOf(settings: EngineSettings, service: string): Planned<OfficeHours | undefined> {
  const name = namedBy(settings, service, '_business_hours_service');
  return name === undefined ? { ok: true, value: undefined } : hoursNamed(settings, name, service);
}

/** The hours of an office-hours service. @param service the one that names it, for the refusal */
export function hoursNamed(settings: EngineSettings, name: string, service = name): Planned<OfficeHours> {
  const options = optionsOfKind(settings, name, 'office-hours');
  if (options === undefined) return missing(service, '_business_hours_service', name);
  const reading = remembered(hoursRead, options, readOfficeHours);
  const hours = planned(name, options, reading, 'hours such as Mon-Fri 08:00-20:00');
  const holidaysCloseAll = applicationFlagOf({ settings }, MOCK_SECTION, 'holidays-close-additional-hours');
  return hours.ok && holidaysCloseAll ? { ok: true, value: { ...hours.value, holidaysCloseAll } } : hours;
}

/** The capacity of a capacity service. @param service the one that names it, for the refusal */
export function capacityNamed(settings: EngineSettings, name: string, service = name): Planned<Capacity> {
  const options = optionsOfKind(settings, name, 'capacity');
  if (options === undefined) return missing(service, '_capacity_service', name);
  return planned(name, options, remembered(capacitiesRead, options, readCapacity), 'callbacks by day and hour');
}

function namedBy(settings: EngineSettings, service: string, option: string): string | undefined {
  const name = optionOf({ settings }, service, option)?.trim();
  return name === '' ? undefined : name;
}

function optionsOfKind(settings: EngineSettings, name: string, kind: ServiceKind): Options | undefined {
  const options = settings.services.get(name);
  return options !== undefined && serviceKindOf(options) === kind ? options : undefined;
}

function remembered<T>(memory: WeakMap<Options, T>, options: Options, read: (options: Options) => T): T {
  let reading = memory.get(options);
  if (reading === undefined) memory.set(options, (reading = read(options)));
  return reading;
}

function planned<T>(service: string, options: Options, reading: Reading<T>, accepts: string): Planned<T> {
  if (reading.ok) return reading;
  const option = reading.problems[0]?.path ?? '';
  const words = option === '_timezone' ? 'a time zone such as Europe/Paris' : accepts;
  const details = { service, option, value: options[option] ?? '', accepts: words };
  return { ok: false, refusal: { code: 'invalid-option', details } };
}

function missing(service: string, option: string, value: string): Planned<never> {
  return { ok: false, refusal: { code: 'missing-service', details: { service, option, value } } };
}
