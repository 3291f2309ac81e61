import { describe, expect, it } from 'vitest';
import { pageBounds, pageOf } from '../../src/record-index/pages.js';

describe('pages', () => {
  it.each([
    ['the first', 1, { page: 1, pages: 3, start: 0, end: 250 }],
    ['the last, which is not full', 3, { page: 3, pages: 3, start: 500, end: 600 }],
    ['one beyond the last', 9, { page: 3, pages: 3, start: 500, end: 600 }],
    ['one before the first', 0, { page: 1, pages: 3, start: 0, end: 250 }],
    ['one that is no number', Number.NaN, { page: 1, pages: 3, start: 0, end: 250 }],
  ])('gives the bounds of %s', (_name, page, bounds) => {
    expect(pageBounds(page, 250, 600)).toEqual(bounds);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('makes one continuous list of a page size of %s', (size) => {
    expect(pageBounds(2, size, 600)).toEqual({ page: 1, pages: 1, start: 0, end: 600 });
    expect(pageOf(599, size)).toBe(1);
  });

  it('has one empty page when there is nothing', () => {
    expect(pageBounds(1, 250, 0)).toEqual({ page: 1, pages: 1, start: 0, end: 0 });
  });

  it('knows the page of a position', () => {
    expect([0, 249, 250, 599].map((position) => pageOf(position, 250))).toEqual([1, 1, 2, 3]);
  });
});
