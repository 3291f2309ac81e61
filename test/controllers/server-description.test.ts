import { expect } from '@open-wc/testing';
import { ServerClock } from '../../src/controllers/server-clock.js';
import type { ClockSample } from '../../src/controllers/server-clock.js';
import { ServerDescriptionController } from '../../src/controllers/server-description.js';
import { CallbackError } from '../../src/domain/errors.js';
import type { TransportDescription } from '../../src/transport/callback-transport.js';
import { HandMethod, handTransport, ThrowawayHost, turn } from './support.js';

const DESCRIPTION: TransportDescription = {
  services: [{ name: 'support', groups: [] }],
  unavailable: { create: 'Closed today.' },
  features: { bulkCancelAndExport: true, additionalColumns: true },
  columnAliases: {},
  lookupKeys: [],
};

describe('ServerDescriptionController', () => {
  function setUp() {
    const describe = new HandMethod<TransportDescription>();
    const create = new HandMethod<{ id: string }>();
    const all = ThrowawayHost.carrying((owner) => new ServerDescriptionController(owner));
    return {
      ...all,
      describe,
      transport: { ...handTransport().transport, describe: describe.method, create: create.method },
    };
  }

  it('asks once, when there is a document to be in', async () => {
    const { host, controller, describe, transport } = setUp();
    controller.setTransport(transport);
    controller.setTransport(transport);
    expect(describe.calls).to.have.lengthOf(0);
    document.body.append(host);
    expect(describe.calls).to.have.lengthOf(1);
    expect(controller.loading).to.equal(true);
    describe.call(0).resolve(DESCRIPTION);
    await turn();
    expect(controller.description).to.equal(DESCRIPTION);
    host.remove();
    await turn();
    document.body.append(host);
    expect(describe.calls).to.have.lengthOf(1);
    host.remove();
  });

  it('says why something cannot be done', async () => {
    const { host, controller, describe, transport } = setUp();
    expect(controller.why('create')).to.be.a('string');
    document.body.append(host);
    controller.setTransport(transport);
    expect(controller.why('create')).to.equal(undefined);
    expect(controller.why('cancel')).to.be.a('string');
    describe.call(0).resolve(DESCRIPTION);
    await turn();
    expect(controller.why('create')).to.equal('Closed today.');
    host.remove();
  });

  it('keeps what it knows when asking again fails, and says why', async () => {
    const { host, controller, describe, transport } = setUp();
    const problem = new CallbackError('offline', 'Failed to describe the server: no connection. Check it.');
    document.body.append(host);
    controller.setTransport(transport);
    describe.call(0).resolve(DESCRIPTION);
    await turn();
    const again = controller.refresh();
    describe.call(1).reject(problem);
    await again;
    expect(controller).to.include({ description: DESCRIPTION, problem, loading: false });
    host.remove();
  });

  it('lets a clock take in what time the server told, and when it was asked', async () => {
    const describe = new HandMethod<TransportDescription>();
    const taken: ClockSample[] = [];
    const clock = new ServerClock();
    clock.take = (sample) => taken.push(sample);
    let now = 1000;
    const { host, controller } = ThrowawayHost.carrying(
      (owner) => new ServerDescriptionController(owner, { clock, now: () => now }),
    );
    document.body.append(host);
    controller.setTransport({ ...handTransport().transport, describe: describe.method });
    now = 1300;
    describe.call(0).resolve({ ...DESCRIPTION, serverTime: 61_000 });
    await turn();
    expect(taken).to.deep.equal([{ serverTime: 61_000, sentAt: 1000, receivedAt: 1300 }]);
    host.remove();
  });

  it('is content with a transport that does not describe itself', async () => {
    const { host, controller } = setUp();
    document.body.append(host);
    controller.setTransport(handTransport().transport);
    await controller.refresh();
    expect(controller).to.include({ description: undefined, problem: undefined, loading: false });
    host.remove();
  });
});
