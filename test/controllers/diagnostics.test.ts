import { expect } from '@open-wc/testing';
import { DiagnosticsController } from '../../src/controllers/diagnostics.js';
import type { QueueDiagnostics } from '../../src/domain/diagnostics.js';
import { CallbackError } from '../../src/domain/errors.js';
import { HandMethod, handTransport, ThrowawayHost, turn } from './support.js';

const GONE = new CallbackError('server-error', 'Failed to read the queue position: status 500. Try again later.');

describe('DiagnosticsController', () => {
  function setUp() {
    const position = new HandMethod<QueueDiagnostics>();
    const all = ThrowawayHost.carrying((owner) => new DiagnosticsController(owner));
    all.controller.setTransport({ ...handTransport().transport, queueDiagnostics: position.method });
    return { ...all, position };
  }

  it('holds the newest answer or failure of each callback, in a new map every time', async () => {
    const { controller, position } = setUp();
    void controller.request('a');
    void controller.request('b');
    expect([...controller.loadingIds]).to.deep.equal(['a', 'b']);
    const before = controller.entries;
    position.call(0).resolve({ position: 3, other: {} });
    position.call(1).reject(GONE);
    await turn();
    expect(controller.entries).not.to.equal(before);
    expect(controller.entries.get('a')).to.deep.equal({ position: 3, other: {} });
    expect(controller.entries.get('b')).to.equal(GONE);
    expect(controller.loadingIds.size).to.equal(0);
  });

  it('asks nothing of a server that says it does not tell, and holds its reason', async () => {
    const position = new HandMethod<QueueDiagnostics>();
    const { controller } = ThrowawayHost.carrying(
      (owner) => new DiagnosticsController(owner, { why: () => 'The queue is not watched.' }),
    );
    controller.setTransport({ ...handTransport().transport, queueDiagnostics: position.method });
    await controller.request('a');
    expect(position.calls).to.have.lengthOf(0);
    const entry = controller.entries.get('a') as CallbackError;
    expect([entry.code, entry.details.serverMessage]).to.deep.equal(['unsupported', 'The queue is not watched.']);
  });

  it('keeps what is known while it asks again', async () => {
    const { controller, position } = setUp();
    void controller.request('a');
    position.call(0).resolve({ position: 3, other: {} });
    await turn();
    void controller.request('a');
    expect(controller.entries.get('a')).to.deep.equal({ position: 3, other: {} });
    position.call(1).resolve({ position: 2, other: {} });
    await turn();
    expect(controller.entries.get('a')).to.deep.equal({ position: 2, other: {} });
  });

  it('says that the transport does not offer it', async () => {
    const { controller } = setUp();
    controller.setTransport(handTransport().transport);
    await controller.request('a');
    expect(controller.entries.get('a')).to.include({ code: 'unsupported' });
  });

  it('forgets what another server said', async () => {
    const { controller, position } = setUp();
    void controller.request('a');
    void controller.request('b');
    position.call(0).resolve({ other: {} });
    await turn();
    controller.setTransport(undefined);
    position.call(1).resolve({ other: {} });
    await turn();
    expect(controller.entries.size).to.equal(0);
    expect(controller.loadingIds.size).to.equal(0);
  });
});
