import { expect } from '@open-wc/testing';
import { RowHeights } from '../../../src/components/callback-table/callback-table.heights.js';

function heightsOf(count: number, base = 36): RowHeights {
  const heights = new RowHeights();
  heights.forget(base);
  heights.resize(count);
  return heights;
}

describe('callback-table: heights of rows', () => {
  it('are all the same until some are measured', () => {
    const heights = heightsOf(1_000_000);
    expect(heights.total).to.equal(36_000_000);
    expect(heights.offsetOf(999_999)).to.equal(35_999_964);
    expect(heights.placeAt(35_999_963)).to.equal(999_998);
    expect(heights.placeAt(35_999_964)).to.equal(999_999);
  });

  it('add up as measured, and a row is found by its offset', () => {
    const heights = heightsOf(2000);
    const plain = Array.from({ length: 2000 }, () => 36);
    for (const [place, height] of [
      [0, 200],
      [255, 51.5],
      [256, 80],
      [700, 1],
      [1999, 300],
      [700, 90],
    ] as const) {
      heights.measure(place, height, 36);
      plain[place] = height;
    }
    let offset = 0;
    plain.forEach((height, place) => {
      expect(heights.offsetOf(place)).to.be.closeTo(offset, 1e-6);
      expect(heights.placeAt(offset + height / 2)).to.equal(place);
      offset += height;
    });
    expect(heights.total).to.be.closeTo(offset, 1e-6);
  });

  it('have a first and a last row for whatever lies beyond', () => {
    const heights = heightsOf(300);
    expect(heights.placeAt(-500)).to.equal(0);
    expect(heights.placeAt(1_000_000)).to.equal(299);
    expect(heightsOf(0).placeAt(10)).to.equal(0);
    expect(heightsOf(0).total).to.equal(0);
  });

  it('are estimated from ordinary rows, and not from open details', () => {
    const heights = heightsOf(1000);
    for (let place = 0; place < 64; place += 1) heights.measure(place, place % 2 === 0 ? 58 : 380, 58);
    expect(heights.heightOf(500)).to.equal(58);
    expect(heights.heightOf(1)).to.equal(380);
  });

  it('stop being estimated anew, so that what is far away comes to rest', () => {
    const heights = heightsOf(10_000);
    for (let place = 0; place < 256; place += 1) heights.measure(place, 60, 60);
    for (let place = 256; place < 2000; place += 1) heights.measure(place, 90, 90);
    expect(heights.heightOf(5000)).to.equal(60);
  });

  it('are kept for the rows that stay when there are more or fewer', () => {
    const heights = heightsOf(1000);
    heights.measure(10, 100);
    heights.measure(600, 100);
    heights.resize(500);
    expect(heights.total).to.equal(500 * 36 + 64);
    heights.resize(1000);
    expect(heights.total).to.equal(1000 * 36 + 64);
  });

  it('are forgotten together, with or without what was estimated', () => {
    const heights = heightsOf(100);
    for (let place = 0; place < 8; place += 1) heights.measure(place, 60, 60);
    heights.forget();
    expect(heights.total).to.equal(6000);
    heights.forget(28);
    expect(heights.total).to.equal(2800);
  });
});
