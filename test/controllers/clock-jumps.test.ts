import { expect } from '@open-wc/testing';
import { ClockJumps } from '../../src/controllers/clock-jumps.js';
import { ThrowawayHost } from './support.js';

describe('ClockJumps', () => {
  const { now } = Date;
  const { setInterval: realSet, clearInterval: realClear } = window;
  let clock = 0;
  let steady = 0;
  let hidden = false;
  let looks: (() => void)[] = [];

  beforeEach(() => {
    clock = Date.UTC(2026, 2, 9, 9);
    steady = 1000;
    hidden = false;
    looks = [];
    Date.now = () => clock;
    performance.now = () => steady;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    Object.assign(window, {
      setInterval: (look: () => void) => looks.push(look),
      clearInterval: (number: number) => looks.splice(number - 1, 1),
    });
  });

  afterEach(() => {
    Date.now = now;
    Reflect.deleteProperty(performance, 'now');
    Reflect.deleteProperty(document, 'hidden');
    Object.assign(window, { setInterval: realSet, clearInterval: realClear });
  });

  function watching() {
    let jumps = 0;
    const { host } = ThrowawayHost.carrying((owner) => new ClockJumps(owner, { jumped: () => (jumps += 1) }));
    document.body.append(host);
    return { host, jumps: () => jumps };
  }

  /** Time passes; without a second number on both clocks. */
  function pass(seconds: number, onSteady = seconds): void {
    clock += seconds * 1000;
    steady += onSteady * 1000;
  }

  const look = (): void => looks.forEach((each) => each());

  function turnTo(isHidden: boolean): void {
    hidden = isHidden;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('notices nothing while time passes as usual', () => {
    const { host, jumps } = watching();
    for (let at = 0; at < 10; at += 1) {
      pass(5.2);
      look();
    }
    expect(jumps()).to.equal(0);
    host.remove();
  });

  for (const [name, seconds] of [
    ['ahead', 60],
    ['back', -60],
  ] as const) {
    it(`notices that the clock was set ${name}`, () => {
      const { host, jumps } = watching();
      pass(seconds, 5);
      look();
      expect(jumps()).to.equal(1);
      pass(5);
      look();
      expect(jumps()).to.equal(1);
      host.remove();
    });
  }

  it('notices a sleep during which the steady clock went on, by a timer that is late', () => {
    const { host, jumps } = watching();
    pass(3600);
    look();
    expect(jumps()).to.equal(1);
    host.remove();
  });

  it('takes late timers of a hidden page for nothing', () => {
    const { host, jumps } = watching();
    turnTo(true);
    pass(60);
    look();
    pass(60);
    turnTo(false);
    expect(jumps()).to.equal(0);
    host.remove();
  });

  it('tells of a sleep of a hidden page when the page is seen again, once', () => {
    const { host, jumps } = watching();
    turnTo(true);
    pass(3600, 2);
    look();
    expect(jumps()).to.equal(0);
    turnTo(false);
    expect(jumps()).to.equal(1);
    turnTo(true);
    turnTo(false);
    expect(jumps()).to.equal(1);
    host.remove();
  });

  it('does not look while its host is in no document, nor wonder about the time it was not', () => {
    const { host, jumps } = watching();
    host.remove();
    expect(looks).to.have.lengthOf(0);
    pass(3600);
    document.body.append(host);
    look();
    expect(jumps()).to.equal(0);
    host.remove();
  });
});
