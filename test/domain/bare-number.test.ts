import { describe, expect, it } from 'vitest';
import { bareNumber } from '../../src/domain/bare-number.js';

describe('a bare number', () => {
  it.each([
    ['5510', '5510'],
    [' +1 (202) 555-0143 ', '+12025550143'],
    ['030/901 82.01', '0309018201'],
    ['+49\u00a030\u201190182\u201304', '+49309018204'],
    ['06\u202f39\u201098\u201201\u201405\u20157', '06399801057'],
  ])('has nothing between its digits: %s', (text, bare) => {
    expect(bareNumber(text)).toBe(bare);
  });

  it.each(['anonymous', 'sip:5510@example,org', '5510;ext=7', '٠١٢٣', '5\u00ad5', '*31#'])(
    'is not made of what is no number: “%s”',
    (text) => {
      expect(bareNumber(text)).toBe(text);
    },
  );
});
