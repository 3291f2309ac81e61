import { expect } from '@open-wc/testing';
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

  it('knows how far the clock of the server is ahead, and forgets it with the server', async () => {
    const describe = new HandMethod<TransportDescription>();
    const { host, controller } = ThrowawayHost.carrying(
      (owner) => new ServerDescriptionController(owner, { now: () => 1000 }),
    );
    document.body.append(host);
    controller.setTransport({ ...handTransport().transport, describe: describe.method });
    expect(controller.clockOffset).to.equal(undefined);
    describe.call(0).resolve({ ...DESCRIPTION, serverTime: 61_000 });
    await turn();
    expect(controller.clockOffset).to.equal(60_000);
    controller.setTransport(undefined);
    expect(controller.clockOffset).to.equal(undefined);
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
