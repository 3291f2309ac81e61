import { expect } from '@open-wc/testing';
import { AvailabilityController } from '../../src/controllers/availability.js';
import type { Availability } from '../../src/domain/availability.js';
import { CallbackError } from '../../src/domain/errors.js';
import type { TimeRange } from '../../src/domain/time-range.js';
import type { CallbackTransport } from '../../src/transport/callback-transport.js';
import { HandMethod, handTransport, ThrowawayHost, turn } from './support.js';

const GONE = new CallbackError('unavailable', 'Failed to read the free slots: status 503. Try again later.');
const MARCH: TimeRange = { start: 1000, end: 1999 };
const APRIL: TimeRange = { start: 2000, end: 2999 };
const ZONE = 'Europe/Paris';

function slotsAt(...starts: readonly number[]): Availability {
  return { slotMinutes: 5, slots: starts.map((start) => ({ start, free: 1, total: 2 })) };
}

describe('AvailabilityController', () => {
  const set = { now: 0, why: undefined as string | undefined };

  function setUp() {
    set.now = 0;
    set.why = undefined;
    const slots = new HandMethod<Availability>();
    const all = ThrowawayHost.carrying(
      (owner) => new AvailabilityController(owner, { now: () => set.now, why: () => set.why }),
    );
    const transport: CallbackTransport = { ...handTransport().transport, availability: slots.method };
    all.controller.setTransport(transport);
    document.body.append(all.host);
    return { ...all, slots, transport };
  }

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('asks for the slots of a service, and knows that it asks and what was answered', async () => {
    const { controller, slots } = setUp();
    expect(controller.knowledge).to.equal(undefined);
    const asked = controller.request('support', MARCH, ZONE);
    expect(slots.call(0).arguments.slice(0, 3)).to.deep.equal(['support', MARCH, ZONE]);
    expect(controller.knowledge).to.deep.equal({ serviceName: 'support', range: MARCH, loading: true });
    slots.call(0).resolve(slotsAt(1000));
    await asked;
    expect(controller.knowledge).to.deep.equal({
      serviceName: 'support',
      range: MARCH,
      loading: false,
      answer: slotsAt(1000),
    });
  });

  it('asks its host for an update when it asks, and when it knows more', async () => {
    const { host, controller, slots } = setUp();
    const updates: (boolean | undefined)[] = [];
    await host.updateComplete;
    host.addController({ hostUpdated: () => void updates.push(controller.knowledge?.loading) });
    void controller.request('support', MARCH, ZONE);
    await host.updateComplete;
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    expect(updates).to.deep.equal([true, false]);
  });

  it('aborts an older question, whose late answer changes nothing', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    void controller.request('support', APRIL, ZONE);
    expect(slots.call(0).signal?.aborted).to.equal(true);
    slots.call(1).resolve(slotsAt(2000));
    await turn();
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    expect(controller.knowledge).to.deep.include({ range: APRIL, answer: slotsAt(2000) });
  });

  it('shows an answer of another service never for this one', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    void controller.request('sales', MARCH, ZONE);
    expect(controller.knowledge).to.deep.equal({ serviceName: 'sales', range: MARCH, loading: true });
  });

  it('does not ask again for what it learned less than 20 seconds ago', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    void controller.request('support', APRIL, ZONE);
    set.now = 19_999;
    await controller.request('support', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(2);
    expect(slots.call(1).signal?.aborted).to.equal(true);
    expect(controller.knowledge).to.deep.include({ range: MARCH, loading: false, answer: slotsAt(1000) });
  });

  it('shows what it learned longer ago while it asks again', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    set.now = 20_000;
    void controller.request('support', MARCH, ZONE);
    expect(controller.knowledge).to.deep.include({ loading: true, answer: slotsAt(1000) });
    slots.call(1).resolve(slotsAt(1500));
    await turn();
    expect(controller.knowledge).to.deep.include({ loading: false, answer: slotsAt(1500) });
  });

  it('counts an answer as old when the clock was set back', async () => {
    const { controller, slots } = setUp();
    set.now = 5000;
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    set.now = 4999;
    void controller.request('support', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(2);
  });

  it('asks again at once when told to', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    void controller.refresh();
    expect(slots.call(1).arguments.slice(0, 3)).to.deep.equal(['support', MARCH, ZONE]);
    expect(controller.knowledge).to.deep.include({ loading: true, answer: slotsAt(1000) });
  });

  it('keeps the older answer beside the problem when asking again fails, and forgets the problem when it succeeds', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    void controller.refresh();
    slots.call(1).reject(GONE);
    await turn();
    expect(controller.knowledge).to.deep.include({ loading: false, answer: slotsAt(1000), problem: GONE });
    void controller.refresh();
    expect(controller.knowledge).not.to.have.property('problem');
    slots.call(2).resolve(slotsAt(1500));
    await turn();
    expect(controller.knowledge).not.to.have.property('problem');
  });

  it('never rejects: a first question that fails is a problem, and asked again when it comes again', async () => {
    const { controller, slots } = setUp();
    const asked = controller.request('support', MARCH, ZONE);
    slots.call(0).reject(GONE);
    await asked;
    expect(controller.knowledge).to.deep.equal({ serviceName: 'support', range: MARCH, loading: false, problem: GONE });
    void controller.request('support', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(2);
  });

  it('leaves out slots that cannot be read and puts the others in order', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    const [late, early] = slotsAt(1500, 1000).slots;
    slots.call(0).resolve({ slots: [late, null, { start: 'soon', free: 1 }, early] } as unknown as Availability);
    await turn();
    expect(controller.knowledge?.answer).to.deep.equal({ slots: [early, late] });
  });

  for (const nothing of [undefined, {}, { slots: [{ start: NaN, free: 1 }] }]) {
    it(`takes ${JSON.stringify(nothing)} for no answer`, async () => {
      const { controller, slots } = setUp();
      void controller.request('support', MARCH, ZONE);
      slots.call(0).resolve(nothing as unknown as Availability);
      await turn();
      expect(controller.knowledge).to.deep.include({ loading: false }).and.not.have.property('answer');
      expect(controller.knowledge?.problem?.code).to.equal('bad-response');
    });
  }

  it('says why slots cannot be asked for, and asks nothing', async () => {
    const { controller, slots } = setUp();
    set.why = 'The connected server does not offer this.';
    await controller.request('support', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(0);
    expect(controller.knowledge).to.deep.equal({
      serviceName: 'support',
      range: MARCH,
      loading: false,
      unavailable: set.why,
    });
  });

  it('says that the transport does not offer it', async () => {
    const { controller } = setUp();
    controller.setTransport(handTransport().transport);
    await controller.request('support', MARCH, ZONE);
    expect(controller.knowledge?.problem?.code).to.equal('unsupported');
  });

  it('asks again for what it was told to forget, and asks nothing because of that', async () => {
    const { controller, slots } = setUp();
    void controller.request('sales', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    void controller.request('support', MARCH, ZONE);
    slots.call(1).resolve(slotsAt(1000));
    await turn();
    controller.forget('support');
    expect(slots.calls).to.have.lengthOf(2);
    void controller.request('support', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(3);
    expect(controller.knowledge).to.deep.include({ loading: true, answer: slotsAt(1000) });
    slots.call(2).resolve(slotsAt(1000));
    await turn();
    void controller.request('sales', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(3);
  });

  it('forgets every service when none is named', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    controller.forget();
    void controller.request('support', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(2);
  });

  it('counts an answer as old that was on its way when it was told to forget', async () => {
    const { controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    controller.forget('support');
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    expect(controller.knowledge?.answer).to.deep.equal(slotsAt(1000));
    void controller.request('support', MARCH, ZONE);
    expect(slots.calls).to.have.lengthOf(2);
  });

  it('keeps the twelve newest answers', async () => {
    const { controller, slots } = setUp();
    const month = (number: number): TimeRange => ({ start: number, end: number });
    for (let number = 0; number <= 12; number += 1) {
      void controller.request('support', month(number), ZONE);
      slots.call(number).resolve(slotsAt(number));
      await turn();
    }
    void controller.request('support', month(1), ZONE);
    expect(slots.calls).to.have.lengthOf(13);
    void controller.request('support', month(0), ZONE);
    expect(slots.calls).to.have.lengthOf(14);
  });

  it('forgets what another server said, also what it has still to say', async () => {
    const { controller, slots, transport } = setUp();
    void controller.request('support', MARCH, ZONE);
    controller.setTransport({ ...transport });
    expect(slots.call(0).signal?.aborted).to.equal(true);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    expect(controller.knowledge).to.equal(undefined);
    await controller.refresh();
    expect(slots.calls).to.have.lengthOf(1);
  });

  it('drops a question when its host leaves, and asks it again when it comes back', async () => {
    const { host, controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    host.remove();
    await turn();
    expect(slots.call(0).signal?.aborted).to.equal(true);
    expect(controller.knowledge).to.deep.equal({ serviceName: 'support', range: MARCH, loading: false });
    document.body.append(host);
    slots.call(1).resolve(slotsAt(1000));
    await turn();
    expect(controller.knowledge).to.deep.include({ loading: false, answer: slotsAt(1000) });
  });

  it('goes on asking when its host is only moved', async () => {
    const { host, controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(host);
    await turn();
    expect(slots.calls).to.have.lengthOf(1);
    expect(slots.call(0).signal?.aborted).to.equal(false);
  });

  it('asks nothing before its host is there, and then what was asked last', async () => {
    const { host, controller, slots } = setUp();
    host.remove();
    await turn();
    await controller.request('support', MARCH, ZONE);
    await controller.request('support', APRIL, ZONE);
    expect(slots.calls).to.have.lengthOf(0);
    document.body.append(host);
    expect(slots.calls).to.have.lengthOf(1);
    expect(slots.call(0).arguments[1]).to.equal(APRIL);
  });

  it('asks nothing on coming back when everything was answered', async () => {
    const { host, controller, slots } = setUp();
    void controller.request('support', MARCH, ZONE);
    slots.call(0).resolve(slotsAt(1000));
    await turn();
    host.remove();
    await turn();
    document.body.append(host);
    await turn();
    expect(slots.calls).to.have.lengthOf(1);
  });
});
