import { DAY } from '../../src/domain/instants.js';
import type { Random } from '../engine/state/random.js';

const HOUR = 3_600_000;

/** Scheduled callbacks are wished for on the bounds of time buckets. */
const BUCKET = 300_000;

/** How busy each hour of the day is, in UTC; 1 = as busy as it gets. */
const HOURS = [
  0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.08, 0.3, 0.7, 0.95, 1, 0.9, 0.6, 0.75, 0.9, 0.95, 0.8, 0.6, 0.35, 0.2, 0.06,
  0.03, 0.02, 0.01,
] as const;

/** How busy each day of the week is, Sunday first. */
const DAYS = [0.06, 1, 0.95, 0.9, 0.9, 0.85, 0.3] as const;

/** Opening hours for scheduled callbacks, in UTC. */
const OPENS = 7;
const CLOSES = 19;

/** A second in a span when customers are likely to ask for a call. */
export function busySecond(random: Random, from: number, to: number): number {
  return likely(
    random,
    (instant) => weightOf(instant),
    () => {
      const second = from + random.fraction() * (to - from);
      return Math.floor(second / 1000) * 1000;
    },
  );
}

/** The beginning of a bucket in a span, inside opening hours. */
export function busyBucket(random: Random, from: number, to: number): number {
  const isOpen = (instant: number): boolean => {
    const hour = Math.floor((instant % DAY) / HOUR);
    return hour >= OPENS && hour < CLOSES;
  };
  return likely(
    random,
    (instant) => (isOpen(instant) ? weightOf(instant) : 0),
    () => {
      const first = Math.ceil(from / BUCKET);
      return (first + random.below(Math.max(1, Math.floor(to / BUCKET) - first + 1))) * BUCKET;
    },
  );
}

/** Draws until one is accepted, as often as its weight says. */
function likely(random: Random, weigh: (instant: number) => number, draw: () => number): number {
  let instant = draw();
  for (let attempt = 0; attempt < 1000 && random.fraction() >= weigh(instant); attempt += 1) instant = draw();
  return instant;
}

function weightOf(instant: number): number {
  const hour = Math.floor((instant % DAY) / HOUR);
  return (HOURS[hour] ?? 0) * (DAYS[new Date(instant).getUTCDay()] ?? 0);
}
