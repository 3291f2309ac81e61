import { Temporal } from 'temporal-polyfill';
import { inZone, meantBy, timeOf } from '../../src/components/callback-editor/callback-editor.draft.js';
import { wallTime } from '../../src/domain/schedule.js';
import { slotHours } from '../../src/domain/slot-times.js';
import type { SlotHour, SlotTime } from '../../src/domain/slot-times.js';
import { rangeOfDay } from '../../src/domain/zone-days.js';
import { offsetText } from '../../src/domain/zone-offset.js';
import { MINUTE, zoneNamed } from './clocks.js';
import {
  changesOf,
  dayRangeOf,
  daysBetween,
  isRejected,
  meaningOf,
  offsetNameAt,
  plainOf,
  readingAt,
  YEARS,
} from './temporal.js';

/** How much is looked at before and after a change of clocks, in milliseconds. */
export interface Grid {
  readonly reach: number;
  readonly step: number;
  /** So near to the change, every five minutes. */
  readonly fine: number;
}

/** A slot and where it is shown. */
interface Shown {
  readonly day: string;
  readonly hour: SlotHour;
  readonly slot: SlotTime;
}

const FINE_STEP = 5 * MINUTE;

/** Where the other clock of the form hangs: far from most, at an odd offset. */
const ELSEWHERE = 'Asia/Kathmandu';

/** Where a zone without changes is looked at. */
const SOME_DAY = Date.UTC(2027, 6, 1);

/** From an instant to what the picker shows and back, in one zone, beside Temporal. Counts what it looks at and collects what differs. */
export class RoundTrip {
  readonly zone: string;
  readonly changes: readonly number[];
  readonly differences: string[] = [];
  /** Instants looked at, and those among them whose time the clock shows twice. */
  instants = 0;
  twice = 0;
  /** Times of the clock on the wall looked at, and those among them that it skips. */
  walls = 0;
  skipped = 0;

  constructor(zone: string) {
    this.zone = zone;
    this.changes = changesOf(zone);
  }

  /** Looks around every change of clocks. */
  lookAround(grid: Grid): this {
    for (const change of this.changes.length === 0 ? [SOME_DAY] : this.changes) {
      const [before, after] = [readingAt(change - MINUTE, this.zone) + MINUTE, readingAt(change, this.zone)];
      for (const reading of pointsAround(Math.min(before, after), Math.max(before, after), grid))
        this.#readWall(reading);
      const instants = pointsAround(change, change, grid);
      const days = daysBetween(instants[0] ?? change, instants.at(-1) ?? change, this.zone);
      this.#compareDays(days);
      this.#show(days, instants);
    }
    return this;
  }

  /** Looks at every day of the years, and whether the clocks change when Temporal says so. */
  lookAtYears(): this {
    const [, ...spans] = zoneNamed(this.zone).spans(YEARS.start, YEARS.end);
    const changes = spans.map(({ start }) => start);
    this.#compare('the changes of the clocks', changes, this.changes);
    this.#compareDays(daysBetween(YEARS.start, YEARS.end, this.zone));
    return this;
  }

  /** Every instant is in one day and in no other where each begins and ends when Temporal says so. */
  #compareDays(days: readonly string[]): void {
    for (const day of days) this.#compare(day, rangeOfDay(day, this.zone), dayRangeOf(day, this.zone));
  }

  #show(days: readonly string[], instants: readonly number[]): void {
    const slots = instants.map((start) => ({ start, free: 1, total: 1 }));
    const range = { start: slots[0]?.start ?? 0, end: slots.at(-1)?.start ?? 0 };
    const knowledge = { serviceName: 'support', range, loading: false, answer: { slotMinutes: 5, slots } };
    const context = { zone: this.zone, now: -Infinity, latest: Infinity };
    const shown = days.flatMap((day) =>
      slotHours(day, knowledge, context).flatMap((hour) => hour.slots.map((slot) => ({ day, hour, slot }))),
    );
    const starts = shown.map(({ slot }) => slot.start);
    this.#compare(`what is shown from ${days[0] ?? ''} on`, starts, instants);
    for (const each of shown) this.#readLabel(each);
    for (const start of starts) this.#readForm(start);
  }

  /** The label of a slot, and the instant that a person means who says it to another. */
  #readLabel({ day, hour, slot }: Shown): void {
    const { start, time, offset } = slot;
    const plain = plainOf(start, this.zone);
    const isTwice = meaningOf(plain, this.zone).kind === 'overlap';
    const name = isTwice ? offsetNameAt(start, this.zone) : undefined;
    const label = [`${day}T${time}:00`, Number(hour.hour), offset, isTwice ? hour.offset : undefined];
    this.#compare(isoOf(start), label, [plain.toString(), plain.hour, name, name]);
    this.#compare(`${isoOf(start)} said`, this.#said(day, slot), start);
    this.instants += 1;
    this.twice += isTwice ? 1 : 0;
  }

  #said(day: string, { time, offset }: SlotTime): number | undefined {
    const meant = wallTime(day, time, this.zone);
    if (meant.kind === 'instant') return meant.instant;
    if (meant.kind !== 'overlap') return undefined;
    return [meant.earlier, meant.later].find((instant) => offsetText(instant, this.zone) === offset);
  }

  /** An instant in the form: chosen, typed, by another clock, typed by that one, and back. */
  #readForm(start: number): void {
    const draft = timeOf(start, this.zone);
    const there = inZone(draft, ELSEWHERE);
    const ways = [draft, { ...draft, instant: undefined }, there, { ...there, instant: undefined }].map(meantBy);
    const instants = ways.map((way) => (way.kind === 'instant' ? way.instant : way.kind));
    this.#compare(`${isoOf(start)} in the form`, instants, [start, start, start, start]);
    this.#compare(`${isoOf(start)} by two clocks`, inZone(there, this.zone), draft);
  }

  /** Whether a time of the clock on the wall exists never, once or twice. */
  #readWall(reading: number): void {
    const text = isoOf(reading).slice(0, 16);
    const [day = '', time = ''] = text.split('T');
    const plain = Temporal.PlainDateTime.from(text);
    const found = wallTime(day, time, this.zone);
    this.#compare(text, found, meaningOf(plain, this.zone));
    this.#compare(`${text} rejected`, found.kind !== 'instant', isRejected(plain, this.zone));
    this.walls += 1;
    this.skipped += found.kind === 'gap' ? 1 : 0;
  }

  #compare(what: string, found: unknown, expected: unknown): void {
    const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
    if (left !== right) this.differences.push(`${this.zone}, ${what}: ${left}, not ${right}`);
  }
}

/** Points on both sides of a stretch: every five minutes where it is near, at longer steps farther away. */
function pointsAround(low: number, high: number, { reach, step, fine }: Grid): readonly number[] {
  const points: number[] = [];
  for (let at = low - reach; at <= high + reach; at += FINE_STEP) {
    const isNear = at >= low - fine && at <= high + fine;
    if (isNear || (at - low) % step === 0) points.push(at);
  }
  return points;
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
