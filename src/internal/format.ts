/** Shows an instant in epoch milliseconds as text. */
export type TimeFormat = (instant: number) => string;

const cache = new Map<string, TimeFormat>();

/**
 * Date and time as the seed shows them in English (`7/5/2017 11:10:00`, 24 hours), else by locale.
 * One formatter per language and zone is kept: making one is a thousand times slower than using it.
 */
export function timeFormat(lang: string, zone: string): TimeFormat {
  const key = `${lang} ${zone}`;
  let format = cache.get(key);
  if (format === undefined) {
    format = isSeedEnglish(lang) ? seedFormat(zone) : localeFormat(lang, zone);
    cache.set(key, format);
  }
  return format;
}

/** Short bounds of a range in words, for example `2 Mar 10:00 – 9 Mar 23:59`. */
export function rangeText(lang: string, zone: string, range: { readonly start: number; readonly end: number }): string {
  const options = {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const format = new Intl.DateTimeFormat(lang, options);
  return `${format.format(range.start)} – ${format.format(range.end)}`;
}

function isSeedEnglish(lang: string): boolean {
  return lang === 'en' || lang.startsWith('en-us');
}

function seedFormat(zone: string): TimeFormat {
  const date = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const time = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (instant) => `${date.format(instant)} ${time.format(instant)}`;
}

function localeFormat(lang: string, zone: string): TimeFormat {
  const format = new Intl.DateTimeFormat(lang, {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return (instant) => format.format(instant);
}

/** Calling codes of two digits; those of one are 1 and 7, every other has three (ITU-T E.164). */
const TWO_DIGIT_CODE = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * Cuts a phone number into groups for the eye: the calling code of an international number, then threes and fours
 * (`+33604120405` → `+33`, `604`, `120`, `405`; `+12125550177` → `+1`, `212`, `555`, `0177`). Only plain digits are grouped, short
 * numbers and every other text stay whole, and the groups joined are always the text itself.
 */
export function phoneGroups(number: string): readonly string[] {
  const [, plus, digits = ''] = /^(\+?)(\d{7,})$/.exec(number) ?? [];
  if (plus === undefined) return [number];
  if (plus === '') return threesAndFours(digits);
  const code = digits.slice(0, callingCodeLength(digits));
  return [plus + code, ...threesAndFours(digits.slice(code.length))];
}

function callingCodeLength(digits: string): number {
  if (digits.startsWith('1') || digits.startsWith('7')) return 1;
  return TWO_DIGIT_CODE.test(digits) ? 2 : 3;
}

/** Groups of three; what does not divide makes the last ones fours. */
function threesAndFours(digits: string): readonly string[] {
  const count = Math.max(1, Math.floor(digits.length / 3));
  const fours = Math.min(count, digits.length - 3 * count);
  const groups: string[] = [];
  for (let at = 0; groups.length < count;) {
    const isLast = groups.length === count - 1;
    const size = groups.length >= count - fours ? 4 : 3;
    groups.push(isLast ? digits.slice(at) : digits.slice(at, at + size));
    at += size;
  }
  return groups;
}
