import { expect } from '@open-wc/testing';
import { CallbackListController } from '../../src/controllers/callback-list.js';
import type { CallbackListOptions } from '../../src/controllers/callback-list.js';
import { ServerClock } from '../../src/controllers/server-clock.js';
import type { ClockSample } from '../../src/controllers/server-clock.js';
import { CallbackError } from '../../src/domain/errors.js';
import { createQuery } from '../../src/domain/query.js';
import type { CallbackList, ListOptions } from '../../src/transport/callback-transport.js';
import { answer, handTransport, idsOf, question, ThrowawayHost, turn } from './support.js';
import { takeConsole } from '../support/console.js';

const OFFLINE = new CallbackError('offline', 'Failed to list callbacks: no connection. Check it.');

describe('CallbackListController', () => {
  let hosts: ThrowawayHost[] = [];

  function setUp(options?: CallbackListOptions) {
    const { host, controller } = ThrowawayHost.carrying((owner) => new CallbackListController(owner, options));
    hosts.push(host);
    return { host, controller, ...handTransport() };
  }

  /** A connected host whose first question waits for an answer. */
  async function asking(options?: CallbackListOptions) {
    const all = setUp(options);
    document.body.append(all.host);
    all.controller.setTransport(all.transport);
    all.controller.setQuery(question(1));
    await turn();
    return all;
  }

  afterEach(() => {
    for (const host of hosts) host.remove();
    hosts = [];
  });

  it('is idle and empty without a transport, a question or a document', async () => {
    const { host, controller, transport, list } = setUp();
    expect(await controller.refresh()).to.equal('idle');
    controller.setQuery(question(1));
    controller.setTransport(transport);
    expect(await controller.refresh()).to.equal('idle');
    expect(controller).to.include({
      loading: false,
      hasAnswer: false,
      stale: false,
      problem: undefined,
      serverTime: undefined,
    });
    expect(controller.records).to.have.lengthOf(0);
    expect(list.calls).to.have.lengthOf(0);
    document.body.append(host);
    await turn();
    expect(list.calls).to.have.lengthOf(1);
  });

  it('asks once for everything that was set in one task, in whatever order', async () => {
    const { host, controller, transport, list } = setUp();
    controller.setQuery(question(1));
    document.body.append(host);
    controller.setTransport(transport);
    controller.setQuery(question(2));
    void controller.refresh();
    expect(controller.loading).to.equal(true);
    await turn();
    expect(list.calls).to.have.lengthOf(1);
    expect(list.call(0).arguments[0]).to.equal(controller.query);
    expect(controller.query?.range.start).to.equal(2);
  });

  it('holds the answer and tells of it', async () => {
    const told: CallbackList[] = [];
    const { controller, list } = await asking({ loaded: (heard) => told.push(heard), now: () => 5000 });
    const good = answer(['a', 'b'], { serverTime: 7500, unreadable: [{ issues: ['x'] }] });
    list.call(0).resolve(good);
    await turn();
    expect(controller.records).to.equal(good.records);
    expect(controller.services).to.equal(good.services);
    expect(controller.unreadable).to.equal(good.unreadable);
    expect(controller).to.include({
      loading: false,
      stale: false,
      hasAnswer: true,
      loadedAt: 5000,
      serverTime: 7500,
    });
    expect(told).to.deep.equal([good]);
  });

  it('lets a clock take in when it asked, when the answer was there, and what time it told', async () => {
    const taken: ClockSample[] = [];
    const clock = new ServerClock();
    clock.take = (sample) => taken.push(sample);
    let now = 5000;
    const { controller, list } = await asking({ clock, now: () => now });
    now = 5400;
    list.call(0).resolve(answer(['a'], { serverTime: 7500 }));
    await turn();
    void controller.refresh();
    await turn();
    list.call(1).resolve(answer(['a']));
    await turn();
    expect(taken).to.deep.equal([{ serverTime: 7500, sentAt: 5000, receivedAt: 5400 }]);
  });

  it('lets its host update when loading begins and when it ends', async () => {
    const { host, controller, list } = await asking();
    list.call(0).resolve(answer(['a']));
    await turn();
    await host.updateComplete;
    void controller.refresh();
    expect(host.isUpdatePending).to.equal(true);
    await turn();
    expect(host.isUpdatePending).to.equal(false);
    list.call(1).resolve(answer(['b']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['b']);
  });

  describe('progress', () => {
    /** How the transport of a call tells how far it is. */
    const tell = ({ arguments: [, options] }: { readonly arguments: readonly unknown[] }) =>
      (options as ListOptions).onProgress ?? expect.fail('The transport was not asked to tell.');

    it('is held while the answer is on its way', async () => {
      const { host, controller, list } = await asking();
      expect(controller.progress).to.equal(undefined);
      tell(list.call(0))({ records: 300, share: 0.5 });
      expect(host.isUpdatePending).to.equal(true);
      expect(controller.progress).to.deep.equal({ records: 300, share: 0.5 });
      list.call(0).resolve(answer(['a']));
      await turn();
      expect(controller.progress).to.equal(undefined);
    });

    it('is taken in ten times a second at most', async () => {
      let now = 0;
      const { controller, list } = await asking({ now: () => now });
      for (const records of [1, 2, 3]) {
        tell(list.call(0))({ records });
        now += 60;
      }
      expect(controller.progress).to.deep.equal({ records: 3 });
      tell(list.call(0))({ records: 4 });
      expect(controller.progress).to.deep.equal({ records: 3 });
    });

    it('of a question that is no longer open is nobody’s', async () => {
      const { controller, list } = await asking();
      controller.setQuery(question(2));
      await turn();
      tell(list.call(0))({ records: 300 });
      expect(controller.progress).to.equal(undefined);
    });
  });

  it('does not load for an equal question', async () => {
    const { controller, list } = await asking();
    list.call(0).resolve(answer(['a']));
    await turn();
    controller.setQuery(createQuery({ ...question(1) }));
    await turn();
    expect(list.calls).to.have.lengthOf(1);
  });

  it('keeps the last good rows while another question is open, and calls them stale', async () => {
    const { controller, list } = await asking();
    list.call(0).resolve(answer(['a']));
    await turn();
    controller.setQuery(question(2));
    expect(idsOf(controller.records)).to.deep.equal(['a']);
    expect(controller).to.include({ stale: true, loading: true });
    await turn();
    list.call(1).resolve(answer(['b']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['b']);
    expect(controller.stale).to.equal(false);
  });

  it('keeps the last good rows when loading fails, and says why', async () => {
    const told: CallbackError[] = [];
    const { controller, list } = await asking({ failed: (problem) => told.push(problem) });
    list.call(0).resolve(answer(['a']));
    await turn();
    const outcome = controller.refresh();
    await turn();
    list.call(1).reject(OFFLINE);
    expect(await outcome).to.equal('failed');
    expect(idsOf(controller.records)).to.deep.equal(['a']);
    expect(controller).to.include({ problem: OFFLINE, stale: true, loading: false });
    expect(told).to.deep.equal([OFFLINE]);
  });

  it('forgets the problem with the next good answer, and with another question', async () => {
    const { controller, list } = await asking();
    list.call(0).reject(OFFLINE);
    await turn();
    void controller.refresh();
    await turn();
    expect(controller.problem).to.equal(OFFLINE);
    list.call(1).resolve(answer(['a']));
    await turn();
    expect(controller.problem).to.equal(undefined);
    void controller.refresh();
    await turn();
    list.call(2).reject(OFFLINE);
    await turn();
    controller.setQuery(question(2));
    expect(controller.problem).to.equal(undefined);
  });

  it('takes whatever else a transport rejects with for a failure of the server, and tells the developer', async () => {
    const { controller, list } = await asking();
    const cause = new TypeError('x is undefined');
    list.call(0).reject(cause);
    await turn();
    expect(controller.problem).to.include({ code: 'server-error', cause });
    const [told = ''] = takeConsole();
    expect(told).to.contain('TypeError').and.not.to.contain('x is undefined');
  });

  it('an abort is never a problem, whoever aborted', async () => {
    const { controller, list } = await asking();
    list.call(0).reject(new DOMException('x', 'AbortError'));
    await turn();
    expect(controller).to.include({ problem: undefined, loading: false });
  });

  describe('after a write', () => {
    const pauses: number[] = [];
    const wait = (milliseconds: number): Promise<void> => {
      pauses.push(milliseconds);
      return Promise.resolve();
    };

    beforeEach(() => {
      pauses.length = 0;
    });

    it('asks again with growing pauses until the records show it', async () => {
      const { controller, list } = await asking({ wait });
      const shown = controller.refreshUntil((records) => records.some(({ id }) => id === 'new'));
      for (const ids of [['a'], ['a'], ['a', 'new']]) {
        await turn();
        list.call(list.calls.length - 1).resolve(answer(ids));
      }
      expect(await shown).to.equal(true);
      expect(pauses).to.deep.equal([500, 1000]);
    });

    it('gives up after about ten seconds', async () => {
      const { controller, list } = await asking({ wait });
      const shown = controller.refreshUntil(() => false);
      for (let look = 0; look < 6; look += 1) {
        await turn();
        list.call(list.calls.length - 1).resolve(answer(['a']));
      }
      expect(await shown).to.equal(false);
      expect(pauses.reduce((sum, pause) => sum + pause, 0)).to.be.within(10_000, 11_000);
    });

    it('ends when loading fails or another question is asked', async () => {
      const { controller, list } = await asking({ wait });
      const failing = controller.refreshUntil(() => false);
      await turn();
      list.call(list.calls.length - 1).reject(OFFLINE);
      expect(await failing).to.equal(false);
      const changing = controller.refreshUntil(() => true);
      await turn();
      controller.setQuery(question(2));
      expect(await changing).to.equal(false);
    });
  });
});
