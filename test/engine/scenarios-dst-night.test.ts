import { describe, expect, it } from 'vitest';
import type { EngineRecord } from '../../mock-server/engine/engine.js';
import { DAY, HOUR, NOW } from './bench.js';
import { begin, recordsOf } from './scenario.js';

const records = recordsOf(begin('dst-night'));

/** Local times of the callbacks of a service that are booked within a span, in the order of their instants. */
function localTimes(service: string, from: string, to: string): readonly string[] {
  return within(service, from, to).map(({ properties }) => properties._local_time ?? '');
}

function within(service: string, from: string, to: string): readonly EngineRecord[] {
  return records
    .filter(({ serviceName, desiredTime }) => {
      return serviceName === service && desiredTime >= Date.parse(from) && desiredTime < Date.parse(to);
    })
    .sort((a, b) => a.desiredTime - b.desiredTime);
}

describe('the nights in which clocks change', () => {
  it('leave out the hour that does not exist in Paris', () => {
    const night = localTimes('callback-paris', '2026-03-29T00:00:00Z', '2026-03-29T03:00:00Z');
    expect(night).toEqual([
      '2026-03-29 01:00 +01:00',
      '2026-03-29 01:30 +01:00',
      '2026-03-29 03:00 +02:00',
      '2026-03-29 03:30 +02:00',
      '2026-03-29 04:00 +02:00',
      '2026-03-29 04:30 +02:00',
    ]);
  });

  it('book the hour that comes twice in Paris twice', () => {
    const night = localTimes('callback-paris', '2026-10-25T00:00:00Z', '2026-10-25T02:00:00Z');
    expect(night).toEqual([
      '2026-10-25 02:00 +02:00',
      '2026-10-25 02:30 +02:00',
      '2026-10-25 02:00 +01:00',
      '2026-10-25 02:30 +01:00',
    ]);
  });

  it('are others in New York', () => {
    expect(localTimes('callback-new-york', '2026-03-08T06:30:00Z', '2026-03-08T08:00:00Z')).toEqual([
      '2026-03-08 01:30 -05:00',
      '2026-03-08 03:00 -04:00',
      '2026-03-08 03:30 -04:00',
    ]);
    expect(localTimes('callback-new-york', '2026-11-01T05:00:00Z', '2026-11-01T07:00:00Z')).toEqual([
      '2026-11-01 01:00 -04:00',
      '2026-11-01 01:30 -04:00',
      '2026-11-01 01:00 -05:00',
      '2026-11-01 01:30 -05:00',
    ]);
  });

  it('have callbacks at the same local time on both sides, an hour apart in UTC', () => {
    const nine = within('callback-paris', '2026-03-27T00:00:00Z', '2026-04-01T00:00:00Z').filter(({ properties }) =>
      properties._local_time?.includes(' 09:00 '),
    );
    const hours = nine.map(({ desiredTime }) => (desiredTime % DAY) / HOUR);
    expect(hours).toEqual([8, 8, 7, 7, 7]);
  });

  it('are the next two of each zone, whenever it begins', () => {
    for (const now of [NOW, Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2027, 5, 1)]) {
      const ahead = recordsOf(begin('dst-night', now)).filter(({ desiredTime }) => desiredTime > now + 3 * DAY);
      for (const service of ['callback-paris', 'callback-new-york']) {
        const offsets = ahead.flatMap(({ serviceName, properties }) =>
          serviceName === service ? [properties._local_time?.slice(-6)] : [],
        );
        expect(new Set(offsets).size).toBe(2);
      }
    }
  });
});
