import { offsetText } from '../../domain/zone-offset.js';
import type { ComboboxOption } from '../../internal/combobox.js';

/** Names by which some platforms still list zones, and those that people look for. */
const TODAY: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const HOUR = 3_600_000;

let options: readonly ComboboxOption[] = [];
let madeFor = Number.NaN;

/** A zone as people read it. */
export function zoneName(zone: string): string {
  return (TODAY[zone] ?? zone).replaceAll('_', ' ');
}

/** Every zone that the platform knows, by its name, with its offset at an instant in epoch milliseconds; `chosen` is always among them. */
export function zoneOptions(now: number, chosen: string | undefined): readonly ComboboxOption[] {
  const hour = Math.floor(now / HOUR);
  if (hour !== madeFor) {
    madeFor = hour;
    const zones = new Set([...Intl.supportedValuesOf('timeZone').map((zone) => TODAY[zone] ?? zone), 'UTC']);
    options = [...zones].sort().map((zone) => optionOf(zone, hour * HOUR));
  }
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, optionOf(chosen, hour * HOUR)];
}

/** Its offset is looked up only when somebody sees it. */
function optionOf(value: string, instant: number): ComboboxOption {
  let detail: string | undefined;
  return {
    value,
    label: zoneName(value),
    get detail() {
      return (detail ??= offsetText(instant, value));
    },
  };
}
