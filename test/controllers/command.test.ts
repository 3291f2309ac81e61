import { expect } from '@open-wc/testing';
import { CommandController } from '../../src/controllers/command.js';
import { CallbackError } from '../../src/domain/errors.js';
import type { BulkCancelResult } from '../../src/domain/report.js';
import type { CreateResult } from '../../src/transport/callback-transport.js';
import { HandMethod, handTransport, ThrowawayHost, turn } from './support.js';

const WISH = { serviceName: 'support', customerNumber: '5510', properties: {} };
const REASON = { reason: 'CANCELLED_BY_ADMIN' };

describe('CommandController', () => {
  function setUp() {
    const { host, controller } = ThrowawayHost.carrying((owner) => new CommandController(owner));
    const methods = {
      create: new HandMethod<CreateResult>(),
      cancel: new HandMethod<void>(),
      reschedule: new HandMethod<void>(),
      cancelMany: new HandMethod<BulkCancelResult>(),
    };
    const transport = {
      ...handTransport().transport,
      create: methods.create.method,
      cancel: methods.cancel.method,
      reschedule: methods.reschedule.method,
      cancelMany: methods.cancelMany.method,
    };
    controller.setTransport(transport);
    return { host, controller, methods, transport };
  }

  it('marks a callback as busy until the server has answered', async () => {
    const { host, controller, methods } = setUp();
    const result = controller.cancel('a', { serviceName: 'support', discardOrsFailure: true });
    expect([...controller.busyIds]).to.deep.equal(['a']);
    expect(host.isUpdatePending).to.equal(true);
    expect(methods.cancel.call(0).arguments).to.deep.equal(['a', { serviceName: 'support', discardOrsFailure: true }]);
    methods.cancel.call(0).resolve();
    expect(await result).to.deep.equal({ ok: true, value: undefined });
    expect(controller.busyIds.size).to.equal(0);
  });

  it('never sends a second command for a busy callback', async () => {
    const { controller, methods } = setUp();
    const first = controller.cancel('a');
    const second = await controller.cancel('a');
    const other = await controller.reschedule('a', { desiredTime: 1 });
    const many = await controller.cancelMany(['b', 'a'], REASON);
    for (const result of [second, other, many]) expect(result).to.have.nested.property('problem.code', 'refused');
    expect(methods.cancel.calls).to.have.lengthOf(1);
    expect(methods.reschedule.calls).to.have.lengthOf(0);
    expect(methods.cancelMany.calls).to.have.lengthOf(0);
    methods.cancel.call(0).resolve();
    expect(await first).to.include({ ok: true });
    void controller.cancel('a');
    expect(methods.cancel.calls).to.have.lengthOf(2);
  });

  it('commands for different callbacks do not wait for each other', async () => {
    const { controller, methods } = setUp();
    void controller.cancel('a');
    void controller.cancel('b');
    expect([...controller.busyIds]).to.deep.equal(['a', 'b']);
    methods.cancel.call(0).resolve();
    await turn();
    expect([...controller.busyIds]).to.deep.equal(['b']);
  });

  it('creates one at a time, however often it is asked', async () => {
    const { controller, methods } = setUp();
    const first = controller.create(WISH);
    expect(controller.creating).to.equal(true);
    expect(controller.busyIds.size).to.equal(0);
    expect(await controller.create(WISH)).to.have.nested.property('problem.code', 'refused');
    methods.create.call(0).resolve({ id: '7' });
    expect(await first).to.deep.equal({ ok: true, value: { id: '7' } });
    expect(controller.creating).to.equal(false);
    expect(methods.create.calls).to.have.lengthOf(1);
  });

  it('gives a failure as a value and is free again', async () => {
    const { controller, methods } = setUp();
    const problem = new CallbackError('refused', 'Failed to cancel a callback: it is over. Load again.');
    const result = controller.cancel('a');
    methods.cancel.call(0).reject(problem);
    expect(await result).to.deep.equal({ ok: false, problem });
    expect(controller.busyIds.size).to.equal(0);
  });

  it('says what the transport cannot do, and that there is none', async () => {
    const { controller } = setUp();
    expect(await controller.rescheduleCompleted('a', { desiredTime: 1, properties: {} })).to.have.nested.property(
      'problem.code',
      'unsupported',
    );
    controller.setTransport(undefined);
    expect(await controller.cancel('a')).to.have.nested.property('problem.code', 'unsupported');
    expect(controller.busyIds.size).to.equal(0);
  });

  it('tells how far a bulk cancel is', async () => {
    const { controller, methods } = setUp();
    const told: number[] = [];
    const result = controller.cancelMany(['a', 'b'], { ...REASON, onProgress: (done) => told.push(done) });
    expect([...controller.busyIds]).to.deep.equal(['a', 'b']);
    const options = methods.cancelMany.call(0).arguments[1] as { onProgress: (done: number, total: number) => void };
    options.onProgress(1, 2);
    expect(controller.progress).to.deep.equal({ done: 1, total: 2 });
    const value: BulkCancelResult = { reason: REASON.reason, outcomes: [], raw: [] };
    methods.cancelMany.call(0).resolve(value);
    expect(await result).to.deep.equal({ ok: true, value });
    expect(controller.progress).to.equal(undefined);
    expect(told).to.deep.equal([1]);
  });

  it('an aborted bulk cancel is no problem', async () => {
    const { controller, methods } = setUp();
    const result = controller.cancelMany(['a'], REASON);
    methods.cancelMany.call(0).reject(new DOMException('x', 'AbortError'));
    expect(await result).to.deep.equal({ ok: false });
  });

  it('lets no server wait for another: what is busy is so at the one it was sent to', async () => {
    const { controller, methods } = setUp();
    void controller.create(WISH);
    void controller.cancel('a');
    const { methods: later, transport } = setUp();
    controller.setTransport(transport);
    expect([controller.creating, controller.busyIds.size]).to.deep.equal([false, 0]);
    void controller.create(WISH);
    void controller.cancel('a');
    expect([later.create.calls.length, later.cancel.calls.length]).to.deep.equal([1, 1]);
    methods.create.call(0).resolve({ id: '7' });
    methods.cancel.call(0).resolve();
    await turn();
    expect([controller.creating, ...controller.busyIds]).to.deep.equal([true, 'a']);
  });

  it('knows at a server that is asked again what it has not answered', async () => {
    const { controller, methods, transport } = setUp();
    void controller.cancel('a');
    controller.setTransport(handTransport().transport);
    controller.setTransport(transport);
    expect([...controller.busyIds]).to.deep.equal(['a']);
    expect(await controller.cancel('a')).to.have.nested.property('problem.code', 'refused');
    methods.cancel.call(0).resolve();
    await turn();
    expect(controller.busyIds.size).to.equal(0);
  });

  it('marks at the old server what is sent to it after another one is connected', () => {
    const { controller, transport } = setUp();
    controller.setTransport(handTransport().transport);
    void controller.perform('cancel', ['a'], (server) => server.cancel?.('a'), transport);
    expect(controller.busyIds.size).to.equal(0);
    controller.setTransport(transport);
    expect([...controller.busyIds]).to.deep.equal(['a']);
  });

  it('tells of no bulk cancel at another server', () => {
    const { controller, methods } = setUp();
    void controller.cancelMany(['a', 'b'], REASON);
    const { onProgress } = methods.cancelMany.call(0).arguments[1] as {
      onProgress: (done: number, total: number) => void;
    };
    onProgress(1, 2);
    controller.setTransport(handTransport().transport);
    expect(controller.progress).to.equal(undefined);
    onProgress(2, 2);
    expect(controller.progress).to.equal(undefined);
  });

  it('waits for a command although its host has left: it was sent', async () => {
    const { host, controller, methods } = setUp();
    document.body.append(host);
    const result = controller.cancel('a');
    host.remove();
    await turn();
    methods.cancel.call(0).resolve();
    expect(await result).to.include({ ok: true });
  });
});
