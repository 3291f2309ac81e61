import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inDesiredOrder } from '../../mock-server/engine/state/desired-order.js';
import type { EngineRecord } from '../../mock-server/engine/engine.js';
import { Bench } from './bench.js';

const bench = new Bench();
const model = bench.record(bench.create());

describe('the order by desired time', () => {
  it('is that of time and then of id, however the times are spread', () => {
    const time = fc.oneof(fc.nat(5), fc.nat(1000), fc.integer({ min: -8.64e15, max: 8.64e15 }));
    const property = fc.property(fc.array(time, { maxLength: 300, size: 'max' }), (times) => {
      const records = times.map((desiredTime, index): EngineRecord => ({ ...model, id: `r${index}`, desiredTime }));
      const given = [...records];
      const sorted = inDesiredOrder(records);
      expect(sorted).toHaveLength(records.length);
      for (const [index, record] of sorted.entries()) {
        const before = sorted[index - 1];
        if (before === undefined) continue;
        expect(before.desiredTime).toBeLessThanOrEqual(record.desiredTime);
        if (before.desiredTime === record.desiredTime) expect(before.id < record.id).toBe(true);
      }
      expect(records).toEqual(given);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
