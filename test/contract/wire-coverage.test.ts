import { describe, expect, it } from 'vitest';
import { wireCases } from './wire-cases.js';

/** Numbers of the conformance cases that speak of the wire (GMS reference, conformance cases); the others speak of the pages. */
const NUMBERS = [
  1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 20, 21, 23, 24, 25, 27, 28, 29, 30, 33, 34, 35, 37, 38, 40,
  42, 43, 44, 46, 47, 48, 50, 52, 55, 57, 58, 60, 62, 64, 65, 66, 68, 69, 71, 73, 74, 76, 77, 78, 81, 90, 91, 92, 93,
  97, 98, 100, 101, 102, 104,
];

describe('the conformance cases', () => {
  it('all stand in the names of the wire cases', () => {
    const covered = new Set(wireCases.flatMap(({ name }) => numbersOf(name)));
    expect(NUMBERS.filter((number) => !covered.has(number))).toEqual([]);
  });

  it('are named once each', () => {
    const names = wireCases.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

/** The numbers at the beginning of a name: `35, 37: counts …`. */
function numbersOf(name: string): readonly number[] {
  const [, list = ''] = /^(?:cases? )?(\d+(?:(?:, | and )\d+)*):/.exec(name) ?? [];
  return list.split(/, | and /).map(Number);
}
