import fc from 'fast-check';
import { zoneOf } from '../../src/domain/zones.js';
import type { Zone } from '../../src/domain/zones.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One hour, half an hour, none at all, twice within a month, a day left out. */
export const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
] as const;

export const anyZone = fc.constantFrom(...ZONES);

/** Days on which the clocks of one of the zones change. */
const CHANGES = [
  Date.UTC(2026, 2, 29),
  Date.UTC(2026, 9, 25),
  Date.UTC(2026, 2, 8),
  Date.UTC(2026, 10, 1),
  Date.UTC(2026, 3, 4),
  Date.UTC(2026, 9, 3),
  Date.UTC(2026, 1, 15),
  Date.UTC(2026, 2, 22),
  Date.UTC(2011, 11, 30),
];

/** Any minute of some years, and as often one near a change of clocks. */
export const anyInstant = fc.oneof(
  fc.integer({ min: Date.UTC(2010, 0) / MINUTE, max: Date.UTC(2031, 0) / MINUTE }).map((minutes) => minutes * MINUTE),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -36 * 60, max: 60 * 60 }))
    .map(([day, minutes]) => day + minutes * MINUTE),
);

/** A zone that exists. */
export function zoneNamed(id: string): Zone {
  const zone = zoneOf(id);
  if (zone === undefined) throw new Error(`There is no zone ${id}.`);
  return zone;
}
