import { describe, expect, it } from 'vitest';
import { CHECKS, INVARIANTS, RULES } from './invariants.js';

describe('the table of invariants', () => {
  it('speaks of every one of the reference, each in one way', () => {
    const numbers = [
      ...Array.from({ length: 30 }, (_, index) => `I${index + 1}`),
      ...Array.from({ length: 4 }, (_, index) => `L${index + 1}`),
    ];
    expect(Object.keys(INVARIANTS)).toEqual(numbers);
    for (const standing of Object.values(INVARIANTS)) expect(Object.keys(standing)).toHaveLength(1);
  });

  it('leaves out of what is checked only what GMS does not have and what is beyond the engine', () => {
    const others = Object.keys(INVARIANTS).filter((name) => !(CHECKS as readonly string[]).includes(name));
    expect(others).toEqual(['I15', 'I17', 'I25', 'I29', 'I30', 'L2', 'L3', 'L4']);
    expect(CHECKS).toEqual(expect.arrayContaining(Object.keys(RULES)));
  });
});
