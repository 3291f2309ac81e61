import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodeUnit, sortByText } from '../../src/record-index/text-order.js';
import { finished } from '../../src/record-index/work.js';

/** The texts, sorted as so many rows. */
function sorted(texts: readonly string[]): readonly string[] {
  const rows = Uint32Array.from(texts, (_, row) => row);
  finished(sortByText(rows, (row) => texts[row] as string));
  return Array.from(rows, (row) => texts[row] as string);
}

const many = (texts: readonly string[]): readonly string[] =>
  Array.from({ length: 600 }, (_, at) => `${texts[at % texts.length] ?? ''}${String((at * 7919) % 600)}`);

describe('texts in order', () => {
  it('stand by their code units, whatever they are made of', () => {
    const piece = fc.constantFrom(
      '',
      'a',
      'b',
      '417-',
      '\0',
      'þ',
      'ÿ',
      'Ā',
      '€',
      '\ud83d\ude00',
      '\udc00',
      '\uffff',
      'prefix'.repeat(5),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 129, maxLength: 400, size: 'max' }), (texts) => {
        expect(sorted(texts)).toEqual([...texts].sort(byCodeUnit));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['begin alike', ['the same beginning, long enough for several numbers: ']],
    ['begin alike in two ways', ['a'.repeat(50), `${'a'.repeat(50)}b`]],
    ['have characters that a sample does not show', ['', '', '', '', '', '', '', '\uffff', '']],
    ['are nearly all one', Array.from({ length: 599 }, (_, at) => (at === 300 ? 'z' : ''))],
  ])('stand by their code units when they %s', (_name, texts) => {
    expect(sorted(many(texts))).toEqual([...many(texts)].sort(byCodeUnit));
  });

  it('may all be the same', () => {
    const texts = Array.from({ length: 1000 }, () => 'one');
    expect(sorted(texts)).toEqual(texts);
  });
});
