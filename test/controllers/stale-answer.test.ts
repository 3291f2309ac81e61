import { expect } from '@open-wc/testing';
import { CallbackListController } from '../../src/controllers/callback-list.js';
import { DiagnosticsController } from '../../src/controllers/diagnostics.js';
import { ServerDescriptionController } from '../../src/controllers/server-description.js';
import { CallbackError } from '../../src/domain/errors.js';
import type { QueueDiagnostics } from '../../src/domain/diagnostics.js';
import type { TransportDescription } from '../../src/transport/callback-transport.js';
import { answer, HandMethod, handTransport, idsOf, question, ThrowawayHost, turn } from './support.js';

const OFFLINE = new CallbackError('offline', 'Failed to list callbacks: no connection. Check it.');

describe('an answer that comes too late', () => {
  const hosts: ThrowawayHost[] = [];

  function connected<T>(make: (host: ThrowawayHost) => T): T {
    const { host, controller } = ThrowawayHost.carrying(make);
    hosts.push(host);
    document.body.append(host);
    return controller;
  }

  /** A list that has asked its first question. */
  async function asking() {
    const controller = connected((host) => new CallbackListController(host));
    const { transport, list } = handTransport();
    controller.setTransport(transport);
    controller.setQuery(question(1));
    await turn();
    return { controller, list };
  }

  afterEach(() => {
    for (const host of hosts.splice(0)) host.remove();
  });

  it('to an older question is dropped, and its call was aborted', async () => {
    const { controller, list } = await asking();
    controller.setQuery(question(2));
    await turn();
    expect(list.call(0).signal?.aborted).to.equal(true);
    expect(list.call(1).signal?.aborted).to.equal(false);
    list.call(1).resolve(answer(['new']));
    await turn();
    list.call(0).resolve(answer(['old']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['new']);
  });

  it('is dropped although it comes before the newer one', async () => {
    const { controller, list } = await asking();
    controller.setQuery(question(2));
    await turn();
    list.call(0).resolve(answer(['old']));
    await turn();
    expect(controller).to.include({ loading: true, hasAnswer: false });
  });

  it('is dropped when it is a failure', async () => {
    const { controller, list } = await asking();
    const newer = controller.refresh();
    await turn();
    list.call(0).reject(OFFLINE);
    await turn();
    expect(controller.problem).to.equal(undefined);
    list.call(1).resolve(answer(['a']));
    expect(await newer).to.equal('loaded');
  });

  it('from another server is dropped, and so are its rows', async () => {
    const { controller, list } = await asking();
    const second = handTransport();
    list.call(0).resolve(answer(['first']));
    await turn();
    void controller.refresh();
    await turn();
    controller.setTransport(second.transport);
    expect(controller.records).to.have.lengthOf(0);
    await turn();
    list.call(1).resolve(answer(['late']));
    await turn();
    expect(controller.records).to.have.lengthOf(0);
    second.list.call(0).resolve(answer(['second']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['second']);
  });

  it('about one callback is dropped, the newest answer about it stays', async () => {
    const controller = connected((host) => new DiagnosticsController(host));
    const position = new HandMethod<QueueDiagnostics>();
    controller.setTransport({ ...handTransport().transport, queueDiagnostics: position.method });
    void controller.request('a');
    void controller.request('a');
    await turn();
    expect(position.call(0).signal?.aborted).to.equal(true);
    position.call(1).resolve({ position: 2, other: {} });
    await turn();
    position.call(0).resolve({ position: 1, other: {} });
    await turn();
    expect(controller.entries.get('a')).to.include({ position: 2 });
    expect(controller.loadingIds.size).to.equal(0);
  });

  it('about a callback that left the list is dropped', async () => {
    const controller = connected((host) => new DiagnosticsController(host));
    const position = new HandMethod<QueueDiagnostics>();
    controller.setTransport({ ...handTransport().transport, queueDiagnostics: position.method });
    void controller.request('a');
    void controller.request('b');
    await turn();
    controller.keepOnly(['b']);
    position.call(0).resolve({ other: {} });
    position.call(1).resolve({ other: {} });
    await turn();
    expect([...controller.entries.keys()]).to.deep.equal(['b']);
    controller.keepOnly([]);
    expect(controller.entries.size).to.equal(0);
  });

  it('of the description of another server is dropped', async () => {
    const controller = connected((host) => new ServerDescriptionController(host));
    const [first, second] = [new HandMethod<TransportDescription>(), new HandMethod<TransportDescription>()];
    controller.setTransport({ ...handTransport().transport, describe: first.method });
    controller.setTransport({ ...handTransport().transport, describe: second.method });
    await turn();
    second.call(0).resolve(described('second'));
    await turn();
    first.call(0).resolve(described('first'));
    await turn();
    expect(controller.description?.services[0]?.name).to.equal('second');
    expect(controller.why('list' as 'get')).to.equal(undefined);
    expect(controller.why('create')).to.be.a('string');
  });
});

function described(name: string): TransportDescription {
  return {
    services: [{ name, groups: [] }],
    unavailable: {},
    features: { bulkCancelAndExport: true, additionalColumns: true },
    columnAliases: {},
    lookupKeys: [],
  };
}
