import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestLog } from '../../mock-server/engine/state/request-log.js';

const step = fc.record({ wait: fc.nat(3), horizon: fc.option(fc.nat(6), { nil: undefined }) });

describe('a log of requests', () => {
  it('says what a list of instants says', () => {
    const property = fc.property(fc.array(step, { maxLength: 40 }), fc.nat(12), (steps, asked) => {
      let now = 0;
      let log = RequestLog.of();
      let plain: number[] = [];
      for (const { wait, horizon } of steps) {
        now += wait;
        if (horizon !== undefined) {
          log = log.after(now - horizon);
          plain = plain.filter((at) => at > now - horizon);
        }
        log = log.withRequest(now);
        plain.push(now);
      }
      const batches = [...new Set(plain)].map((at) => ({ at, count: plain.filter((one) => one === at).length }));
      expect([...log]).toEqual(batches);
      expect([...RequestLog.of(batches)]).toEqual(batches);
      expect(log.countAfter(now - asked)).toBe(plain.filter((at) => at > now - asked).length);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('leaves the one it was made from as it was', () => {
    const log = RequestLog.of([{ at: 1, count: 2 }]);
    const next = log.withRequest(1).withRequest(5);
    expect([...next.after(1)]).toEqual([{ at: 5, count: 1 }]);
    expect([...next]).toEqual([
      { at: 1, count: 3 },
      { at: 5, count: 1 },
    ]);
    expect([...log]).toEqual([{ at: 1, count: 2 }]);
  });

  it('takes batches in any order, and several of one instant', () => {
    const log = RequestLog.of([
      { at: 9, count: 1 },
      { at: 4, count: 2 },
      { at: 9, count: 3 },
    ]);
    expect([...log]).toEqual([
      { at: 4, count: 2 },
      { at: 9, count: 4 },
    ]);
    expect([log.countAfter(3), log.countAfter(4), log.countAfter(9)]).toEqual([6, 4, 0]);
  });
});
