import { expect } from '@open-wc/testing';
import { ServerClock } from '../../src/controllers/server-clock.js';
import type { ClockSample } from '../../src/controllers/server-clock.js';

const HERE = Date.UTC(2026, 2, 9, 9);
const HOUR = 3_600_000;

/** An answer of a server that is so many milliseconds ahead and tells whole seconds, as a header does. */
function answer(ahead: number, { at = HERE, tripMilliseconds = 0 } = {}): ClockSample {
  const told = Math.floor((at + tripMilliseconds / 2 + ahead) / 1000) * 1000;
  return { serverTime: told, sentAt: at, receivedAt: at + tripMilliseconds };
}

describe('ServerClock', () => {
  function setUp() {
    const doubts: number[] = [];
    const clock = new ServerClock({ now: () => HERE, doubted: () => doubts.push(doubts.length) });
    const take = (...samples: readonly ClockSample[]): void => samples.forEach((sample) => clock.take(sample));
    return { clock, take, doubts };
  }

  it('is this device’s own until a server has told its time', () => {
    const { clock } = setUp();
    expect([clock.now, clock.offset, clock.skew]).to.deep.equal([HERE, undefined, undefined]);
  });

  it('takes an answer for the middle of its round trip, and of the second that was cut off', () => {
    const { clock, take } = setUp();
    take({ serverTime: HERE + 60_000, sentAt: HERE, receivedAt: HERE + 400 });
    expect(clock.offset).to.equal(60_000 + 500 - 200);
    expect(clock.now).to.equal(HERE + 60_300);
  });

  it('takes a time with its fraction as it is', () => {
    const { clock, take } = setUp();
    take({ serverTime: HERE + 250, sentAt: HERE, receivedAt: HERE });
    expect(clock.offset).to.equal(250);
  });

  it('is within a second of the truth, whenever in a second it is asked', () => {
    for (let at = HERE; at < HERE + 1000; at += 50) {
      const { clock, take } = setUp();
      take(answer(7_777, { at }));
      expect(Math.abs(clock.offset! - 7_777)).to.be.at.most(500);
    }
  });

  it('is the median of the last five', () => {
    const { clock, take } = setUp();
    for (const offset of [4501, 1001, 2001, 3001, 4001, 5001]) {
      take({ serverTime: HERE + offset, sentAt: HERE, receivedAt: HERE });
    }
    expect(clock.offset).to.equal(3001);
  });

  it('lets a single answer that contradicts the others count for nothing, and asks for another one', () => {
    const { clock, take, doubts } = setUp();
    take(answer(0), answer(12 * HOUR));
    expect(Math.abs(clock.offset!)).to.be.below(1000);
    expect(doubts).to.have.lengthOf(1);
    take(answer(0), answer(12 * HOUR), answer(0));
    expect(Math.abs(clock.offset!)).to.be.below(1000);
  });

  it('follows a clock that was set as soon as two answers say so', () => {
    const { clock, take, doubts } = setUp();
    take(answer(0), answer(0), answer(0), answer(HOUR), answer(HOUR));
    expect(Math.abs(clock.offset! - HOUR)).to.be.below(1000);
    expect(doubts).to.have.lengthOf(1);
  });

  it('follows a clock that runs faster, a little behind', () => {
    const { clock, take } = setUp();
    for (let minute = 0; minute <= 10; minute += 1) take(answer(minute * 60_000));
    expect(clock.offset).to.be.above(8 * 60_000);
  });

  it('bears answers that were long on their way, and learns nothing from one that was a minute', () => {
    const { clock, take, doubts } = setUp();
    take(answer(0));
    take({ serverTime: HERE + 10_000, sentAt: HERE, receivedAt: HERE + 12_000 });
    expect(doubts).to.have.lengthOf(0);
    const before = clock.offset;
    take({ serverTime: HERE, sentAt: HERE - 8 * HOUR, receivedAt: HERE });
    expect(clock.offset).to.equal(before);
  });

  it('learns nothing from an answer that came before its question, or from no time at all', () => {
    const { clock, take } = setUp();
    take({ serverTime: HERE, sentAt: HERE, receivedAt: HERE - 1 });
    take({ serverTime: Number.NaN, sentAt: HERE, receivedAt: HERE });
    expect(clock.offset).to.equal(undefined);
  });

  it('believes the next answer alone after this device’s clock was set, and the old ones until then', () => {
    const { clock, take, doubts } = setUp();
    take(answer(HOUR), answer(HOUR), answer(HOUR));
    clock.distrust();
    expect(Math.abs(clock.offset! - HOUR)).to.be.below(1000);
    take(answer(0));
    expect(Math.abs(clock.offset!)).to.be.below(1000);
    expect(doubts).to.have.lengthOf(0);
  });

  it('forgets one server for another', () => {
    const { clock, take } = setUp();
    take(answer(HOUR));
    clock.forget();
    expect([clock.offset, clock.skew, clock.now]).to.deep.equal([undefined, undefined, HERE]);
  });

  describe('tells a difference', () => {
    for (const [seconds, told] of [
      [10, undefined],
      [-10, undefined],
      [29, undefined],
      [31, 31],
      [-31, -31],
      [43_200, 43_200],
      [-43_200, -43_200],
    ] as const) {
      it(`of ${seconds} seconds: ${told === undefined ? 'no' : 'yes'}`, () => {
        const { clock, take } = setUp();
        take({ serverTime: HERE + seconds * 1000 + 1, sentAt: HERE, receivedAt: HERE });
        expect(clock.skew).to.equal(told);
      });
    }

    it('until it is below twenty seconds, so that it does not flicker', () => {
      const { clock, take } = setUp();
      const tell = (seconds: number): number | undefined => {
        clock.distrust();
        take({ serverTime: HERE + seconds * 1000 + 1, sentAt: HERE, receivedAt: HERE });
        return clock.skew;
      };
      expect([29, 31, 29, 21, 19, 21, 31].map(tell)).to.deep.equal([undefined, 31, 29, 21, undefined, undefined, 31]);
    });

    it('only where it is beyond doubt', () => {
      const { clock, take } = setUp();
      take({ serverTime: HERE + 36_001, sentAt: HERE, receivedAt: HERE + 10_000 });
      expect(clock.offset).to.equal(31_001);
      expect(clock.skew).to.equal(undefined);
    });
  });
});
