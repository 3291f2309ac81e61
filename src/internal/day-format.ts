import type { TimeFormat } from './format.js';

/** Days, months and stretches of time in the words of a language. Days are `yyyy-mm-dd`, months `yyyy-mm`: neither is in any zone. */

/** A weekday in the head of a calendar. */
export interface WeekdayName {
  readonly short: string;
  readonly long: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** A Monday in UTC. */
const MONDAY = 4 * DAY;

const formats = new Map<string, Intl.DateTimeFormat>();

/** For example `Monday, March 9, 2026`. */
export function dayText(lang: string, day: string): string {
  return formatOf('day', lang, 'UTC').format(Date.parse(`${day}T00:00:00Z`));
}

/** For example `March 2026`. */
export function monthText(lang: string, month: string): string {
  return formatOf('month', lang, 'UTC').format(Date.parse(`${month}-01T00:00:00Z`));
}

/** Shows an instant with its day and without its year, for example `Mon, Mar 9, 10:05`. */
export function momentFormat(lang: string, zone: string): TimeFormat {
  const format = formatOf('moment', lang, zone);
  return (instant) => format.format(instant);
}

/** The seven days of a week in order, beginning with the given one (1 = Monday to 7 = Sunday). */
export function weekdayNames(lang: string, weekStart: number): readonly WeekdayName[] {
  const [short, long] = [formatOf('weekdayShort', lang, 'UTC'), formatOf('weekdayLong', lang, 'UTC')];
  return Array.from({ length: 7 }, (_, index) => {
    const day = MONDAY + (weekStart - 1 + index) * DAY;
    return { short: short.format(day), long: long.format(day) };
  });
}

/** The day a week begins with where the language is spoken, 1 = Monday to 7 = Sunday; Monday where the browser does not know. */
export function weekStartOf(lang: string): number {
  // Browsers came to it by two ways, and some by none.
  const locale = new Intl.Locale(lang) as Partial<Record<'getWeekInfo', () => WeekInfo> & Record<'weekInfo', WeekInfo>>;
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}

/** A stretch of time in its two largest units, for example `2 hr 5 min`; a bit of a minute is a whole one. */
export function durationText(lang: string, milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / MINUTE);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const parts: readonly (readonly [number, string])[] =
    days > 0
      ? [
          [days, 'day'],
          [hours, 'hour'],
        ]
      : [
          [hours, 'hour'],
          [minutes % 60, 'minute'],
        ];
  const shown = parts.filter(([count]) => count > 0);
  return (shown.length > 0 ? shown : parts.slice(1))
    .map(([count, unit]) => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short' }).format(count))
    .join(' ');
}

interface WeekInfo {
  readonly firstDay: number;
}

const OPTIONS = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  moment: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  weekdayShort: { weekday: 'short' },
  weekdayLong: { weekday: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Formats are kept: making one is a thousand times slower than using it. */
function formatOf(kind: keyof typeof OPTIONS, lang: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${kind} ${lang} ${timeZone}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(lang, { ...OPTIONS[kind], timeZone });
    formats.set(key, format);
  }
  return format;
}
