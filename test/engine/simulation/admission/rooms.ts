import { DateTime } from 'luxon';
import { capacityAt, isOpen } from '../offices.js';
import { optionNumber, optionText } from '../options.js';
import type { Settings } from '../options.js';

const MINUTE = 60_000;
const CELL = 5 * MINUTE;

/** What a service takes at a time. */
export interface Room {
  readonly capacity: number;
  /** A name of the time bucket that an instant lies in. */
  readonly bucketOf: (instant: number) => string;
}

/** What a service takes at a time, by the clock on the wall of its capacity or its office; nothing is said of a closed time. */
export function roomOf(settings: Settings, service: string, instant: number): Room | undefined {
  const minutes = optionNumber(settings, service, '_request_time_bucket', 5);
  const hours = settings.services.get(optionText(settings, service, '_business_hours_service', ''));
  const named = settings.services.get(optionText(settings, service, '_capacity_service', ''));
  const isClosed = (at: number): boolean => hours !== undefined && !isOpen(hours, at);
  if (isClosed(instant)) return undefined;
  const bucketOf = bucketsIn(named?._timezone ?? hours?._timezone ?? 'UTC', minutes * MINUTE);
  if (named === undefined)
    return { bucketOf, capacity: optionNumber(settings, service, '_max_request_by_time_bucket', 100) };
  const own = capacityAt(named, instant);
  if (own === 0 || minutes <= 60) return { bucketOf, capacity: own };
  // A longer bucket takes the most that any of its open hours does.
  const bucket = bucketOf(instant);
  const first = Math.floor((instant - minutes * MINUTE) / CELL) * CELL;
  const cells = Array.from({ length: minutes / 2 }, (_, index) => first + index * CELL);
  const inside = cells.filter((at) => bucketOf(at) === bucket && !isClosed(at));
  return { bucketOf, capacity: Math.max(own, ...inside.map((at) => capacityAt(named, at))) };
}

/** Buckets lie on the even hours of the wall; when its clock changes, one ends and another begins. */
function bucketsIn(zone: string, length: number): (instant: number) => string {
  return (instant) => {
    const { offset } = DateTime.fromMillis(instant, { zone });
    return `${offset} ${Math.floor((instant + offset * MINUTE) / length)}`;
  };
}
