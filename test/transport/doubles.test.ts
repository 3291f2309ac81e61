import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doubles } from '../../src/transport/doubles.js';
import { makeRecord } from '../support/records.js';

function withoutDoubles(ids: readonly string[]) {
  const doubles = new Doubles();
  const records = ids.map((id, at) => makeRecord({ id, desiredTime: at }));
  const marks = records.map(({ id }) => doubles.mark(id));
  return { records, kept: doubles.without(records, marks) };
}

describe('ids that come twice', () => {
  it('count once, as they came last, in the place of the first', () => {
    // Ids of the same end leave the same mark.
    const id = fc.oneof(
      fc.constantFrom('', 'a', 'b', '1-same-end-', '2-same-end-', '3-same-end-'),
      fc.string({ maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), (ids) => {
        const { records, kept } = withoutDoubles(ids);
        expect(kept).toEqual([...new Map(records.map((record) => [record.id, record])).values()]);
      }),
    );
  });

  it('are looked for without touching the others', () => {
    const { records, kept } = withoutDoubles(Array.from({ length: 20_000 }, (_, at) => `118-${String(at)}`));
    expect(kept).toBe(records);
  });
});
