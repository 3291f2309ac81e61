import { describe, expect, it } from 'vitest';
import { fold } from '../../src/record-index/fold.js';

describe('folded text', () => {
  it.each([
    ['QUEUED', 'queued'],
    ['Épargne Réunion', 'epargne reunion'],
    ['E\u0301pargne', 'epargne'],
    ['STRASSE', 'strasse'],
    ['５５１０', '5510'],
    ['İstanbul', 'istanbul'],
  ])('compares %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps what is not an accent: vowel signs of other scripts mean something', () => {
    expect(fold('हिन्दी')).not.toBe(fold('हनद'));
  });
});
