import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from './clocks.js';
import { RoundTrip } from './slot-round-trip.js';
import { clocksOf, everyZone } from './temporal.js';

/**
 * `npm run campaign:zones` looks at every zone on the whole five-minute grid, for minutes. Here of the zones whose clocks are alike the
 * first one is looked at for three days around each change and the others for an hour.
 */
const LONG = { reach: 3 * DAY, step: 3 * HOUR, fine: 2.5 * HOUR };
const BRIEF = { reach: HOUR, step: 30 * MINUTE, fine: 0 };

const zones = everyZone();
const firstOfTheirKind = new Set(new Map(zones.map((zone) => [clocksOf(zone), zone] as const)).values());
const areas = [...new Set(zones.map(areaOf))];

describe('a slot shown and taken around every change of clocks from 2024 to 2030', () => {
  it.each(areas)('is the same instant as before, in every zone of %s', (area) => {
    const trips = zones
      .filter((zone) => areaOf(zone) === area)
      .map((zone) => new RoundTrip(zone).lookAround(firstOfTheirKind.has(zone) ? LONG : BRIEF));
    expect(trips.flatMap(({ differences }) => differences.slice(0, 3))).toEqual([]);
  });

  it('is looked at where the clocks skip a time and where they show one twice', () => {
    const { changes, twice, skipped } = new RoundTrip('Europe/Paris').lookAround(LONG);
    const everyFiveMinutes = 12 * 7;
    expect([changes.length, twice, skipped]).toEqual([2 * 7, 2 * everyFiveMinutes, everyFiveMinutes]);
  });

  it.each(['America/New_York', 'Africa/Casablanca', 'Australia/Lord_Howe'])(
    'is on a day that joins the next one without a hole, on all days in %s',
    (zone) => {
      expect(new RoundTrip(zone).lookAtYears().differences).toEqual([]);
    },
  );
});

function areaOf(zone: string): string {
  return zone.split('/')[0] ?? zone;
}
