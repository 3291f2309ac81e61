import { expect } from '@open-wc/testing';
import { CallbackListController } from '../../src/controllers/callback-list.js';
import { DiagnosticsController } from '../../src/controllers/diagnostics.js';
import type { QueueDiagnostics } from '../../src/domain/diagnostics.js';
import { answer, HandMethod, handTransport, idsOf, question, ThrowawayHost, turn } from './support.js';

describe('a host that leaves while something is loading', () => {
  async function loading() {
    const all = { ...ThrowawayHost.carrying((host) => new CallbackListController(host)), ...handTransport() };
    document.body.append(all.host);
    all.controller.setTransport(all.transport);
    all.controller.setQuery(question(1));
    await turn();
    return all;
  }

  it('aborts the call and never takes its answer', async () => {
    const { host, controller, list } = await loading();
    host.remove();
    await turn();
    expect(list.call(0).signal?.aborted).to.equal(true);
    list.call(0).resolve(answer(['a']));
    await turn();
    expect(controller).to.include({ loading: false, hasAnswer: false });
  });

  it('asks nothing when it left before anything was sent', async () => {
    const { host, controller, transport, list } = {
      ...ThrowawayHost.carrying((owner) => new CallbackListController(owner)),
      ...handTransport(),
    };
    document.body.append(host);
    controller.setTransport(transport);
    controller.setQuery(question(1));
    host.remove();
    await turn();
    expect(list.calls).to.have.lengthOf(0);
    expect(controller.loading).to.equal(false);
  });

  it('that was only moved keeps its call', async () => {
    const { host, controller, list } = await loading();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(host);
    await turn();
    expect(list.calls).to.have.lengthOf(1);
    expect(list.call(0).signal?.aborted).to.equal(false);
    list.call(0).resolve(answer(['a']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['a']);
    elsewhere.remove();
  });

  it('asks again when it comes back', async () => {
    const { host, controller, list } = await loading();
    host.remove();
    await turn();
    document.body.append(host);
    await turn();
    expect(list.calls).to.have.lengthOf(2);
    list.call(1).resolve(answer(['b']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['b']);
    host.remove();
  });

  it('ends looking for a write', async () => {
    const { host, controller, list } = await loading();
    const shown = controller.refreshUntil(() => false);
    await turn();
    list.call(list.calls.length - 1).resolve(answer(['a']));
    await turn();
    host.remove();
    expect(await shown).to.equal(false);
    expect(list.calls).to.have.lengthOf(2);
  });

  it('drops what was asked about single callbacks', async () => {
    const { host, controller } = ThrowawayHost.carrying((owner) => new DiagnosticsController(owner));
    const position = new HandMethod<QueueDiagnostics>();
    document.body.append(host);
    controller.setTransport({ ...handTransport().transport, queueDiagnostics: position.method });
    void controller.request('a');
    await turn();
    expect([...controller.loadingIds]).to.deep.equal(['a']);
    host.remove();
    await turn();
    expect(position.call(0).signal?.aborted).to.equal(true);
    expect(controller.loadingIds.size).to.equal(0);
    position.call(0).resolve({ other: {} });
    await turn();
    expect(controller.entries.size).to.equal(0);
  });
});
