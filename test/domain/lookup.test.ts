import { describe, expect, it } from 'vitest';
import { isCallbackError } from '../../src/domain/errors.js';
import { criterionOf, readLookup } from '../../src/domain/lookup.js';

const NUMBER = { kind: 'known', field: 'customerNumber' } as const;

describe('a value of a search', () => {
  it.each([
    ['5510', { ref: NUMBER, value: '5510', negate: false }],
    ['!5510', { ref: NUMBER, value: '5510', negate: true }],
    ['!!5510', { ref: NUMBER, value: '!5510', negate: true }],
    ['!', { ref: NUMBER, value: '', negate: true }],
    ['', { ref: NUMBER, value: '', negate: false }],
  ])('%j is read', (text, criterion) => {
    expect(criterionOf('_customer_number', text)).toEqual(criterion);
    expect(readLookup('find callbacks', { _customerNumber: text })).toEqual([criterion]);
  });

  it('may stand under any key that the wire does not use for itself', () => {
    const refs = readLookup('find callbacks', { foo: '1', id: '2' }).map(({ ref }) => ref);
    expect(refs).toEqual([
      { kind: 'property', name: 'foo' },
      { kind: 'property', name: 'id' },
    ]);
  });

  it.each([
    [{}, [{ path: '', code: 'required' }]],
    [{ _id: '1' }, [{ path: '_id', code: 'reserved-key' }]],
    [{ foo: '1', operand: 'OR', _id: '1' }, ['operand', '_id'].map((path) => ({ path, code: 'reserved-key' }))],
  ])('%j is refused, each key by name', (values, problems) => {
    const read = (): unknown => readLookup('find callbacks', values);
    expect(read).toThrow(/^Failed to find callbacks: .+\. .+\.$/);
    try {
      read();
    } catch (error) {
      expect(isCallbackError(error) && [error.code, error.problems]).toEqual(['invalid', problems]);
    }
  });
});
