import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePreview } from '../../src/domain/merge-preview.js';
import type { MergeRow } from '../../src/domain/merge-preview.js';
import { mergeProperties } from '../../src/domain/write-input.js';

const reserved = ['_customer_number', '_callback_state', '_callbackState', '_redirect', '__proto__', 'constructor'];
const sendable = ['foo', '_LOB', '_email', 'toString', 'hasOwnProperty', '', ' '];

const old = fc.dictionary(fc.constantFrom(...sendable, ...reserved), fc.constantFrom('', 'a', 'b'));
const change = fc.dictionary(fc.constantFrom(...sendable), fc.constantFrom('', 'a', 'b', null));

function kinds(rows: readonly MergeRow[]): readonly (readonly [string, string])[] {
  return rows.map(({ key, kind }) => [key, kind]);
}

describe('what a new callback gets from an old one', () => {
  it('tells every kind', () => {
    const before = { foo: 'blue', _LOB: 'Primary', mood: 'good', _callbackState: 'SCHEDULED' };
    const rows = mergePreview(before, { _LOB: 'Secondary', mood: null, _email: 'a@example.org' });
    expect(rows).toEqual([
      { key: 'foo', kind: 'kept', before: 'blue', after: 'blue' },
      { key: '_LOB', kind: 'changed', before: 'Primary', after: 'Secondary' },
      { key: '_email', kind: 'new', before: undefined, after: 'a@example.org' },
      { key: 'mood', kind: 'left-out', before: 'good', after: undefined },
      { key: '_callbackState', kind: 'not-carried', before: 'SCHEDULED', after: undefined },
    ]);
  });

  it('says nothing of what was neither there nor will be', () => {
    expect(mergePreview({}, { foo: null })).toEqual([]);
  });

  it('is what is sent', () => {
    fc.assert(
      fc.property(old, change, (before, changed) => {
        const after = mergePreview(before, changed).filter((row) => row.after !== undefined);
        expect(Object.fromEntries(after.map((row) => [row.key, row.after]))).toEqual(mergeProperties(before, changed));
      }),
    );
  });

  it('leaves out nothing of the old record, and tells each property once', () => {
    fc.assert(
      fc.property(old, change, (before, changed) => {
        const rows = mergePreview(before, changed);
        const told = rows.filter((row) => row.before !== undefined).map((row) => [row.key, row.before]);
        expect(Object.fromEntries(told)).toEqual(before);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });

  it('blames only the person for what could have been kept', () => {
    fc.assert(
      fc.property(old, change, (before, changed) => {
        for (const [key, kind] of kinds(mergePreview(before, changed))) {
          if (kind === 'left-out') expect(changed[key]).toBe(null);
          if (kind === 'not-carried') expect(reserved).toContain(key);
        }
      }),
    );
  });
});
