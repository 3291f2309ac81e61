import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSlices } from '../../src/transport/json-slices.js';
import type { JsonSlice } from '../../src/transport/json-slices.js';

/** The slices of a text that is there as a whole. */
function* jsonSlices(text: string, sliceLength?: number): Generator<JsonSlice, void> {
  const slices = new JsonSlices(sliceLength);
  yield* slices.push(text);
  yield* slices.end();
}

/** Everything the slices hold, put together again. */
function collect(text: string, sliceLength?: number): Record<string, unknown[]> {
  const members = new Map<string, unknown[]>();
  for (const { member, items } of jsonSlices(text, sliceLength)) {
    members.set(member, [...(members.get(member) ?? []), ...items]);
  }
  return Object.fromEntries(members);
}

const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"', '\\', '\\"', '],[', '}{', '\\\\', '{"a":[1,'),
);
const member = hostileText.filter((name) => name !== '__proto__');
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(member, tie('value'), { maxKeys: 4 }),
})).value;
const items = fc.array(value, { maxLength: 8 });
const objectOfArrays = fc.dictionary(member, items, { maxKeys: 5 });
// Names of which no single change makes two alike: what a name means that comes twice is nobody's question here.
const withSafeNames = fc.record({ a: items, bb: items, ccc: items });

describe('reading a large JSON text in slices', () => {
  it('gives what the platform parser gives, wherever it is cut', () => {
    fc.assert(
      fc.property(objectOfArrays, fc.nat(60), fc.constantFrom(undefined, 1, '\t'), (data, sliceLength, space) => {
        const text = JSON.stringify(data, null, space);
        expect(collect(text, sliceLength)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts exactly what the platform parser accepts', () => {
    fc.assert(
      fc.property(
        withSafeNames,
        fc.nat(),
        fc.constantFrom('', ',', ']', '}', '"', '[', ' ', '1'),
        fc.nat(20),
        (data, at, put, cut) => {
          const whole = JSON.stringify(data);
          const place = at % (whole.length + 1);
          const text = whole.slice(0, place) + put + whole.slice(place + (at % 2));
          const expected = parsed(text);
          if (expected === undefined) expect(() => collect(text, cut)).toThrow(SyntaxError);
          else expect(collect(text, cut)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    '[]',
    'null',
    '{"a":1}',
    '{"a":[1}',
    '{"a":[1,]}',
    '{"a":[,]}',
    '{"a":[]',
    '{"a":[]}x',
    '{"a":["',
    '{a:[]}',
  ])('refuses %s', (text) => {
    expect(() => collect(text, 0)).toThrow(SyntaxError);
  });

  it('says nothing of the text in its error', () => {
    expect(() => collect('{"a":[{"number":"+15550100"]}')).toThrow(/^(?!.*5550100).*$/);
  });

  it('cuts a long list into pieces of about the wanted length', () => {
    const text = JSON.stringify({ all: Array.from({ length: 1000 }, (_, index) => ({ index })) });
    const sizes = [...jsonSlices(text, 1000)].map(({ items }) => JSON.stringify(items).length);
    expect(Math.max(...sizes)).toBeLessThan(1100);
    expect(sizes.length).toBeGreaterThan(10);
  });
});

/** The value of a text when it is an object of arrays whose member names are all different. */
function parsed(text: string): unknown {
  try {
    const result: unknown = JSON.parse(text);
    const isObject = typeof result === 'object' && result !== null && !Array.isArray(result);
    return isObject && Object.values(result).every(Array.isArray) ? result : undefined;
  } catch {
    return undefined;
  }
}
