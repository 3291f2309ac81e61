import { DAY, LAST_INSTANT } from './instants.js';

/** A span of time in which a zone keeps one offset; the end does not belong to it. Times and offsets in milliseconds, east is positive. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** What one day of UTC is like in a zone: no zone changes its clocks twice in a day. */
interface ZoneDay {
  readonly offset: number;
  /** When the clocks change; infinity on all other days. */
  readonly changeAt: number;
  readonly offsetAfter: number;
}

const SECOND = 1000;

/** Days remembered per zone; beyond that it forgets and asks the platform again. */
const MAXIMUM_DAYS = 4000;

/**
 * The clocks of an IANA zone. They come from the time-zone table of the platform, asked once per day of UTC; for the future, two
 * platforms agree as far as their tables are of the same age.
 */
export class Zone {
  /** The name, as it was first asked for. */
  readonly id: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #days = new Map<number, ZoneDay>();

  /** Use `zoneOf`, which checks the name. */
  constructor(id: string) {
    this.id = id;
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' });
  }

  /** Offset from UTC at an instant. */
  offsetAt(instant: number): number {
    const { changeAt, offset, offsetAfter } = this.#dayOf(Math.floor(instant / DAY));
    return instant < changeAt ? offset : offsetAfter;
  }

  /** What the clock on the wall shows at an instant, as if it stood in UTC. */
  readingAt(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** The spans of constant offset between two instants, in order and without a hole. */
  *spans(start: number, end: number): Generator<OffsetSpan, void> {
    let from = start;
    while (from < end) {
      const until = Math.min(end, this.#changeAfter(from, end));
      yield { start: from, end: until, offset: this.offsetAt(from) };
      from = until;
    }
  }

  /** The instants at which the clock on the wall shows a reading, in order: none in a gap, two in an overlap. */
  instantsOf(reading: number): readonly number[] {
    const instants: number[] = [];
    for (const { start, end, offset } of this.spans(reading - DAY, reading + DAY)) {
      const instant = reading - offset;
      if (instant >= start && instant < end) instants.push(instant);
    }
    return instants;
  }

  /** The first instant at which the clock on the wall shows a reading or, where it skips that one, a later one. */
  reaches(reading: number): number {
    for (const { start, end, offset } of this.spans(reading - DAY, reading + DAY)) {
      const instant = Math.max(start, reading - offset);
      if (instant < end) return instant;
    }
    return reading + DAY;
  }

  #changeAfter(instant: number, limit: number): number {
    for (let day = Math.floor(instant / DAY); day * DAY < limit; day += 1) {
      const { changeAt } = this.#dayOf(day);
      if (changeAt > instant && changeAt < limit) return changeAt;
    }
    return limit;
  }

  #dayOf(day: number): ZoneDay {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    if (this.#days.size >= MAXIMUM_DAYS) this.#days.clear();
    const found = this.#readDay(day * DAY);
    this.#days.set(day, found);
    return found;
  }

  #readDay(start: number): ZoneDay {
    const offset = this.#ask(start);
    const offsetAfter = this.#ask(start + DAY);
    if (offset === offsetAfter) return { offset, changeAt: Number.POSITIVE_INFINITY, offsetAfter };
    let before = start;
    let changeAt = start + DAY;
    while (changeAt - before > SECOND) {
      const middle = before + Math.floor((changeAt - before) / 2 / SECOND) * SECOND;
      if (this.#ask(middle) === offset) before = middle;
      else changeAt = middle;
    }
    return { offset, changeAt, offsetAfter };
  }

  #ask(instant: number): number {
    const text = this.#format.format(Math.min(LAST_INSTANT, Math.max(-LAST_INSTANT, instant)));
    const match = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(text);
    // Some platforms write Greenwich without a number.
    if (match === null) return 0;
    const [, sign, hours, minutes, seconds = '0'] = match;
    const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND;
    return sign === '-' ? -size : size;
  }
}

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name such as `Europe/Paris`; undefined when there is none. Offsets (`+02:00`) and names of three letters (`EST`)
 * are none: platforms disagree about what they mean. `UTC` and `GMT` are.
 */
export function zoneOf(id: string): Zone | undefined {
  const key = id.toLowerCase();
  const known = zones.get(key);
  if (known !== undefined) return known;
  if (!/^[a-z]/.test(key) || (key.length <= 3 && key !== 'utc' && key !== 'gmt')) return undefined;
  try {
    const zone = new Zone(id);
    zones.set(key, zone);
    return zone;
  } catch {
    // The platform's way to say that it knows no such zone.
    return undefined;
  }
}
