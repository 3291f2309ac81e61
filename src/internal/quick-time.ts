import type { TimeFormat } from './format.js';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUARTER = 15 * MINUTE;
/** Spans remembered, well over a year of hours; beyond that it forgets and asks the format again. */
const MAXIMUM_SPANS = 10_000;

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/**
 * The same format, many times as fast over many different times: it is asked for both ends of an hour, and where minutes and seconds
 * are all that differs between them, every time of that hour is put together from these. Elsewhere (in zones off the full hours) the
 * same is tried by quarters of an hour, and what does not fit them (clocks that change on the way, digits that are not ASCII) is asked
 * of the format itself.
 * @param format takes any number, and shows no parts of a second
 */
export function quickTime(format: TimeFormat): TimeFormat {
  return bySpan(HOUR, format, (hour) => bySpan(QUARTER, hour, (quarter) => quarter));
}

/** Puts times together span by span; `otherwise` makes the format of spans in which that cannot be done. */
function bySpan(span: number, format: TimeFormat, otherwise: (format: TimeFormat) => TimeFormat): TimeFormat {
  const known = new Map<number, TimeFormat>();
  return (instant) => {
    const at = Math.floor(instant / span);
    let spanFormat = known.get(at);
    if (spanFormat === undefined) {
      if (known.size >= MAXIMUM_SPANS) known.clear();
      spanFormat = formatOf(at * span, span, format) ?? otherwise(format);
      known.set(at, spanFormat);
    }
    return spanFormat(instant);
  };
}

/** The format of one span, tried at both of its ends; undefined when it does not hold there. */
function formatOf(start: number, span: number, format: TimeFormat): TimeFormat | undefined {
  const first = format(start);
  const last = format(start + span - SECOND);
  const minuteAt = difference(first, last, 0);
  const secondAt = difference(first, last, minuteAt + 2);
  const before = first.slice(0, minuteAt);
  const between = first.slice(minuteAt + 2, secondAt);
  const after = first.slice(secondAt + 2);
  const minute = TWO_DIGITS.indexOf(first.slice(minuteAt, minuteAt + 2));
  const lastMinute = TWO_DIGITS[minute + span / MINUTE - 1] ?? '';
  if (minute === -1 || first.slice(secondAt, secondAt + 2) !== '00') return undefined;
  if (last !== `${before}${lastMinute}${between}59${after}`) return undefined;
  const clock = clockOf(between);
  const offset = minute * 60;
  return (instant) => before + (clock[offset + Math.floor((instant - start) / SECOND)] as string) + after;
}

function difference(a: string, b: string, from: number): number {
  let at = from;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

const clocks = new Map<string, readonly string[]>();

/** Minutes and seconds of an hour, with what stands between them. */
function clockOf(between: string): readonly string[] {
  let clock = clocks.get(between);
  if (clock === undefined) {
    clock = TWO_DIGITS.flatMap((minute) => TWO_DIGITS.map((second) => minute + between + second));
    clocks.set(between, clock);
  }
  return clock;
}
