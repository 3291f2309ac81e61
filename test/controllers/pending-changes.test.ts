import { expect } from '@open-wc/testing';
import { PendingChangesController } from '../../src/controllers/pending-changes.js';
import type { PendingEnd } from '../../src/controllers/pending-changes.js';
import { HandTime } from '../support/hand-time.js';
import { ThrowawayHost, turn } from './support.js';

describe('PendingChangesController', () => {
  let time: HandTime;
  let host: ThrowawayHost;
  let pending: PendingChangesController;
  let hidden: boolean;

  beforeEach(() => {
    time = new HandTime();
    time.install();
    hidden = false;
    const carried = ThrowawayHost.carrying((owner) => {
      return new PendingChangesController(owner, { seconds: () => 8, now: time.now, isHidden: () => hidden });
    });
    ({ host, controller: pending } = carried);
    document.body.append(host);
  });

  afterEach(async () => {
    host.remove();
    time.uninstall();
    await turn();
  });

  /** Lets changes wait, one for each id, and collects how each ended. */
  function waiting(...ids: readonly string[]): Readonly<Record<string, PendingEnd>> {
    const ends: Record<string, PendingEnd> = {};
    for (const id of ids) {
      void pending.wait({ ids: [id], words: `${id} will be cancelled.` }).then((end) => (ends[id] = end));
    }
    return ends;
  }

  /** What is left of the time of each change, in milliseconds. */
  const left = (): readonly number[] => pending.all.map(({ remaining }) => remaining);

  /** Whether the browser would ask before it leaves the page. */
  function asksBeforeLeaving(): boolean {
    return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  }

  describe('time', () => {
    it('sends a change when its seconds are over, and not before', async () => {
      const ends = waiting('a');
      time.pass(7999);
      await turn();
      expect(ends).to.deep.equal({});
      expect(left()).to.deep.equal([1]);
      time.pass(1);
      await turn();
      expect(ends).to.deep.equal({ a: 'due' });
      expect(pending.all).to.deep.equal([]);
    });

    it('tells what is left between two ticks', () => {
      waiting('a');
      time.pass(2400);
      expect(left()).to.deep.equal([5600]);
    });

    it('gives each change its own seconds', async () => {
      const ends = waiting('a');
      time.pass(3000);
      const later = waiting('b');
      time.pass(5000);
      await turn();
      expect([ends, later]).to.deep.equal([{ a: 'due' }, {}]);
      expect(left()).to.deep.equal([3000]);
      time.pass(3000);
      await turn();
      expect(later).to.deep.equal({ b: 'due' });
    });

    for (const seconds of [0, -1, Number.NaN]) {
      it(`waits not at all for ${seconds} seconds`, async () => {
        const at = ThrowawayHost.carrying((owner) => new PendingChangesController(owner, { seconds: () => seconds }));
        expect(await at.controller.wait({ ids: ['a'], words: '' })).to.equal('due');
        expect(at.controller.all).to.deep.equal([]);
      });
    }

    it('waits as long as a timer can count for seconds without end', () => {
      const at = ThrowawayHost.carrying((owner) => {
        return new PendingChangesController(owner, { seconds: () => Number.POSITIVE_INFINITY, now: time.now });
      });
      document.body.append(at.host);
      void at.controller.wait({ ids: ['a'], words: '' });
      expect(at.controller.all[0]).to.include({ total: 2 ** 31 - 1, remaining: 2 ** 31 - 1 });
      at.host.remove();
    });

    it('counts a second at most for a tick that came late', () => {
      waiting('a');
      time.sleep(4000);
      expect(left()).to.deep.equal([7000]);
    });

    it('sends nothing on waking from sleep: everything waits its whole time again', async () => {
      const ends = waiting('a');
      time.pass(7900);
      time.sleep(3_600_000);
      await turn();
      expect(ends).to.deep.equal({});
      expect(left()).to.deep.equal([8000]);
      time.pass(8000);
      await turn();
      expect(ends).to.deep.equal({ a: 'due' });
    });

    it('lets the time that really passed count in a hidden page, which may run but once a minute', async () => {
      const ends = waiting('a', 'b');
      hidden = true;
      time.pass(1000);
      pending.hold('hover', true);
      time.sleep(60_000);
      pending.hold('hover', false);
      expect(left()).to.deep.equal([7000, 7000]);
      time.sleep(6000);
      expect(left()).to.deep.equal([1000, 1000]);
      time.sleep(60_000);
      await turn();
      expect(ends).to.deep.equal({ a: 'due', b: 'due' });
    });

    it('takes a gap for sleep once the page is in sight again', async () => {
      const ends = waiting('a');
      hidden = true;
      time.pass(3000);
      hidden = false;
      time.sleep(60_000);
      await turn();
      expect(ends).to.deep.equal({});
      expect(left()).to.deep.equal([8000]);
    });

    it('asks the document whether it is hidden', async () => {
      const at = ThrowawayHost.carrying((owner) => {
        return new PendingChangesController(owner, { seconds: () => 8, now: time.now });
      });
      document.body.append(at.host);
      const ended = at.controller.wait({ ids: ['a'], words: '' });
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      time.sleep(60_000);
      Reflect.deleteProperty(document, 'hidden');
      expect(await ended).to.equal('due');
      at.host.remove();
    });
  });

  describe('a person', () => {
    it('undoes the newest, or the one that is named; each ends once', async () => {
      const ends = waiting('a', 'b', 'c');
      const [first] = pending.all;
      pending.undo();
      pending.undo(first?.key);
      pending.undo(first?.key);
      pending.sendNow(first?.key ?? 0);
      await turn();
      expect(ends).to.deep.equal({ a: 'undone', c: 'undone' });
      expect([...pending.ids]).to.deep.equal(['b']);
    });

    it('would not wait', async () => {
      const ends = waiting('a', 'b');
      pending.sendNow(pending.all[0]?.key ?? 0);
      await turn();
      expect(ends).to.deep.equal({ a: 'due' });
    });

    it('lets the time stand still by pointing and by keyboard, as long as one of them lasts', () => {
      waiting('a', 'b');
      time.pass(1000);
      pending.hold('hover', true);
      pending.hold('focus', true);
      pending.hold('hover', false);
      time.pass(60_000);
      expect(pending.all.map(({ held, remaining }) => [held, remaining])).to.deep.equal([
        [true, 7000],
        [true, 7000],
      ]);
      pending.hold('focus', false);
      time.pass(1500);
      expect(pending.all.map(({ held, remaining }) => [held, remaining])).to.deep.equal([
        [false, 5500],
        [false, 5500],
      ]);
    });

    it('holds nothing that comes later by a pointer that rests where the last change was shown', () => {
      waiting('a');
      pending.hold('hover', true);
      pending.undo();
      pending.hold('focus', true);
      waiting('b');
      expect(pending.all[0]?.held).to.equal(false);
    });
  });

  describe('somebody who undoes too late', () => {
    it('is one who does so within a second after the newest change went out', () => {
      waiting('a');
      expect(pending.isTooLate).to.equal(false);
      time.pass(8000);
      expect(pending.isTooLate).to.equal(true);
      time.pass(999);
      expect(pending.isTooLate).to.equal(true);
      time.pass(1);
      expect(pending.isTooLate).to.equal(false);
    });

    it('is nobody while a newer one waits, which is meant then', () => {
      waiting('a');
      time.pass(3000);
      waiting('b');
      time.pass(5000);
      expect(pending.all).to.have.lengthOf(1);
      expect(pending.isTooLate).to.equal(false);
    });

    it('means the newest, also when an older one waits', () => {
      waiting('a', 'b');
      pending.sendNow(pending.all[1]?.key ?? 0);
      expect(pending.isTooLate).to.equal(true);
    });

    it('is nobody after an undo', () => {
      waiting('a');
      pending.undo();
      expect(pending.isTooLate).to.equal(false);
    });
  });

  describe('what it says', () => {
    it('is another list and another set after every change, and the same in between', () => {
      const { all, ids } = pending;
      waiting('a');
      expect(pending.all).not.to.equal(all);
      expect(pending.ids).not.to.equal(ids);
      const [change] = pending.all;
      time.pass(2000);
      expect(pending.all[0]).to.equal(change);
      expect(change).to.deep.include({ ids: ['a'], words: 'a will be cancelled.', total: 8000 });
    });
  });

  describe('a page that goes', () => {
    it('is asked about only while something waits', () => {
      expect(asksBeforeLeaving()).to.equal(false);
      waiting('a');
      expect(asksBeforeLeaving()).to.equal(true);
      pending.undo();
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('sends nothing between the question and its going, however long that takes', async () => {
      const ends = waiting('a');
      asksBeforeLeaving();
      time.pass(60_000);
      window.dispatchEvent(new Event('pagehide'));
      await turn();
      expect(ends).to.deep.equal({ a: 'dropped' });
    });

    for (const sign of ['pointerdown', 'keydown']) {
      it(`waits the whole time again for somebody who stayed, from their next ${sign}`, async () => {
        const ends = waiting('a');
        time.pass(5000);
        asksBeforeLeaving();
        time.pass(60_000);
        document.body.dispatchEvent(new Event(sign, { bubbles: true }));
        expect(left()).to.deep.equal([8000]);
        time.pass(8000);
        await turn();
        expect(ends).to.deep.equal({ a: 'due' });
      });
    }
  });

  describe('a host', () => {
    it('that is taken off the page has everything sent', async () => {
      const ends = waiting('a', 'b');
      host.remove();
      await turn();
      expect(ends).to.deep.equal({ a: 'left', b: 'left' });
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('that has been taken off the page lets nothing wait any more', async () => {
      host.remove();
      await turn();
      expect(await pending.wait({ ids: ['a'], words: '' })).to.equal('left');
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('that is only moved keeps everything waiting', async () => {
      const ends = waiting('a');
      document.body.prepend(host);
      await turn();
      expect(ends).to.deep.equal({});
      time.pass(8000);
      await turn();
      expect(ends).to.deep.equal({ a: 'due' });
    });

    it('that goes to another server has everything sent', async () => {
      const ends = waiting('a');
      pending.flush();
      await turn();
      expect(ends).to.deep.equal({ a: 'left' });
    });
  });
});
