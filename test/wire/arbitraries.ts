import fc from 'fast-check';
import { FIELD_ALIASES, FIELD_KEYS } from '../../src/domain/keys.js';

export { fc };

/** Whatever JSON text can hold, and what it cannot. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
);

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('2017-07-04T09:44:01.000Z', '2017-07-04T09:44:01Z') },
  { weight: 3, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant('')) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

const key = fc.oneof(
  fc.constantFrom(...Object.values(FIELD_KEYS), ...Object.values(FIELD_ALIASES)),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '_LOB', 'polluted', 'id', 'serviceName'),
  fc.string(),
);

/** Objects that are nearly records: half of them have everything a record needs. */
export const wireLike: fc.Arbitrary<unknown> = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(key, value), { maxLength: 12 }))
  .map(([whole, entries]) => ({
    ...(whole && { _id: '1', _service_name: 's', _callback_state: 'QUEUED', _desired_time: '2017-07-04T09:44:01Z' }),
    ...Object.fromEntries(entries),
  }));
