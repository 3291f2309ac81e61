import { expect } from '@open-wc/testing';
import { ScrollMap } from '../../../src/components/callback-table/callback-table.scroll-map.js';

const SCREEN = 800;
const LONG = 36_000_000;

function mapOf(length: number): ScrollMap {
  const map = new ScrollMap();
  map.resize(length, SCREEN);
  return map;
}

/** Scrolls in small steps from a position to another, and gives what each step moved the list, as a share of the step. */
function speeds(map: ScrollMap, from: number, to: number): readonly number[] {
  const found: number[] = [];
  const step = Math.sign(to - from) * 100;
  for (let at = from; at !== to;) {
    const next = step > 0 ? Math.min(at + step, to) : Math.max(at + step, to);
    const before = at + map.shift;
    map.move(at, next);
    found.push((next + map.shift - before) / (next - at));
    at = next;
  }
  return found;
}

describe('callback-table: the map from the scroll bar to a list', () => {
  it('changes nothing up to twelve million pixels', () => {
    const map = mapOf(12_000_000);
    expect(map.height).to.equal(12_000_000);
    map.jump(6_000_000);
    expect(map.shift).to.equal(0);
    expect(map.positionOf(5_000_000)).to.equal(5_000_000);
  });

  it('draws no list higher than thirteen and a quarter million, whatever its heights turn out to be', () => {
    const map = mapOf(LONG);
    for (let length = LONG; length < 3 * LONG; length *= 1.03) {
      map.resize(length, SCREEN);
      expect(map.height).to.be.within(10_800_000, 13_200_000);
    }
    map.resize(5000, SCREEN);
    expect(map.height).to.equal(5000);
  });

  it('jumps in proportion, and to both ends exactly', () => {
    const map = mapOf(LONG);
    const range = map.height - SCREEN;
    for (const [part, shown] of [
      [0, 0],
      [0.25, 0.25],
      [0.5, 0.5],
      [1, 1],
    ] as const) {
      map.jump(range * part);
      expect((range * part + map.shift) / (LONG - SCREEN)).to.be.closeTo(shown, 0.01);
    }
    expect(range + map.shift).to.equal(LONG - SCREEN);
  });

  it('jumps back to where a row is', () => {
    const map = mapOf(LONG);
    for (const offset of [0, 40, 99_000, 101_000, 17_000_000, LONG - 150_000, LONG - 90_000, LONG - SCREEN]) {
      const position = map.positionOf(offset);
      map.jump(position);
      expect(position + map.shift).to.be.closeTo(offset, 0.01);
    }
  });

  it('moves pixel by pixel between the ends, and near an end after a jump', () => {
    const map = mapOf(LONG);
    for (const at of [0, 20_000, 3_000_000, map.height - SCREEN - 20_000]) {
      map.jump(at);
      for (const speed of speeds(map, at, at + 10_000)) expect(speed).to.be.closeTo(1, 1e-6);
      for (const speed of speeds(map, at + 10_000, at)) expect(speed).to.be.closeTo(1, 1e-6);
    }
  });

  for (const [name, sign] of [
    ['first', -1],
    ['last', 1],
  ] as const) {
    it(`comes to the ${name} row from anywhere, ever faster and never by a leap`, () => {
      const map = mapOf(LONG);
      const range = map.height - SCREEN;
      const end = sign < 0 ? 0 : range;
      for (const distance of [30_000, 150_000, 400_000, 2_000_000]) {
        map.jump(end - sign * distance);
        const found = speeds(map, end - sign * distance, end);
        expect(map.shift).to.be.closeTo(sign < 0 ? 0 : LONG - map.height, 1e-3);
        found.forEach((speed, at) => {
          expect(speed).to.be.at.least((found[at - 1] ?? 1) - 1e-6);
          expect(speed).to.be.at.most((found[at - 1] ?? 1) * 1.2);
        });
      }
    });
  }

  it('takes in what is higher than thought above the screen, and gives it back on the way up', () => {
    const map = mapOf(900_000);
    map.move(0, 5000);
    map.hold(264);
    expect(map.shift).to.equal(264);
    expect(speeds(map, 5000, 6000).every((speed) => Math.abs(speed - 1) < 0.01)).to.equal(true);
    expect(Math.max(...speeds(map, 6000, 0))).to.be.lessThan(1.1);
    expect(map.shift).to.equal(0);
  });
});
