import { expect } from '@open-wc/testing';
import { CustomerLookupController } from '../../src/controllers/customer-lookup.js';
import type { CustomerLookupOptions } from '../../src/controllers/customer-lookup.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { CallbackError } from '../../src/domain/errors.js';
import { handTransport, HandMethod, idsOf, record, ThrowawayHost, turn } from './support.js';

describe('CustomerLookupController', () => {
  function setUp(options: CustomerLookupOptions = {}) {
    const find = new HandMethod<readonly CallbackRecord[]>();
    const all = ThrowawayHost.carrying((owner) => new CustomerLookupController(owner, options));
    document.body.append(all.host);
    all.controller.setTransport({ ...handTransport().transport, find: find.method });
    return { ...all, find, told: () => idsOf(all.controller.duplicates) };
  }

  it('asks for what is not completed under the number, and tells the soonest first', async () => {
    const { host, controller, find, told } = setUp();
    void controller.request('5510');
    expect(find.call(0).arguments[0]).to.deep.equal({ _customer_number: '5510', _callback_state: '!COMPLETED' });
    find.call(0).resolve([record('late', { desiredTime: 9 }), record('soon', { desiredTime: 3 })]);
    await turn();
    expect(told()).to.deep.equal(['soon', 'late']);
    host.remove();
  });

  it('leaves out the callback that is spoken of, completed ones, and services that the person may not see', async () => {
    const { host, controller, find, told } = setUp({ permitted: () => ['support'] });
    void controller.request('5510', 'own');
    find
      .call(0)
      .resolve([
        record('own'),
        record('over', { state: 'COMPLETED' }),
        record('hidden', { serviceName: 'vip' }),
        record('a'),
      ]);
    await turn();
    expect(told()).to.deep.equal(['a']);
    host.remove();
  });

  it('adds those listed under the same number written otherwise, and believes the server of the others', async () => {
    const listed = [record('gone'), record('other', { customerNumber: '55 10' }), record('a')];
    const { host, controller, find, told } = setUp({ listed: () => listed });
    void controller.request('5510');
    find.call(0).resolve([record('a')]);
    await turn();
    expect(told()).to.have.members(['a', 'other']);
    host.remove();
  });

  it('does with those listed when the server cannot be asked', async () => {
    const { host, controller, told } = setUp({
      listed: () => [record('a'), record('own'), record('b', { customerNumber: '7' })],
    });
    controller.setTransport(handTransport().transport);
    await controller.request('5510', 'own');
    expect(told()).to.deep.equal(['a']);
    host.remove();
  });

  it('does with those listed when the server fails, and says nothing of it', async () => {
    const { host, controller, find, told } = setUp({ listed: () => [record('a')] });
    const asked = controller.request('5510');
    find.call(0).reject(new CallbackError('offline', 'Failed to find: no connection. Check it.'));
    await asked;
    expect(told()).to.deep.equal(['a']);
    host.remove();
  });

  it('takes an answer that is none for a failure', async () => {
    const { host, controller, find, told } = setUp({ listed: () => [record('a')] });
    const asked = controller.request('5510');
    find.call(0).resolve(undefined as unknown as readonly CallbackRecord[]);
    await asked;
    expect(told()).to.deep.equal(['a']);
    host.remove();
  });

  it('tells nobody’s callbacks of another customer, and believes the newest question only', async () => {
    const { host, controller, find, told } = setUp();
    void controller.request('5510');
    find.call(0).resolve([record('a')]);
    await turn();
    void controller.request('5520');
    expect(told()).to.deep.equal([]);
    void controller.request('5530');
    expect(find.call(1).signal?.aborted).to.equal(true);
    find.call(2).resolve([record('c', { customerNumber: '5530' })]);
    find.call(1).resolve([record('b', { customerNumber: '5520' })]);
    await turn();
    expect(told()).to.deep.equal(['c']);
    host.remove();
  });

  it('keeps what it knows while the same is asked again', async () => {
    const { host, controller, find, told } = setUp();
    void controller.request('5510');
    find.call(0).resolve([record('a')]);
    await turn();
    void controller.request('5510');
    expect(told()).to.deep.equal(['a']);
    find.call(1).resolve([]);
    await turn();
    expect(told()).to.deep.equal([]);
    host.remove();
  });

  it('asks for no customer without a number', async () => {
    const { host, controller, find } = setUp({ listed: () => [record('a', { customerNumber: '' })] });
    await controller.request('');
    await controller.request('anonymous');
    expect(find.calls).to.have.lengthOf(0);
    expect(controller.duplicates).to.deep.equal([]);
    host.remove();
  });

  it('forgets what another server said, and what it has still to say', async () => {
    const { host, controller, find, told } = setUp();
    void controller.request('5510');
    controller.setTransport(handTransport().transport);
    find.call(0).resolve([record('a')]);
    await turn();
    expect(told()).to.deep.equal([]);
    host.remove();
  });

  it('asks no more once its host has left', async () => {
    const { host, controller, find } = setUp();
    void controller.request('5510');
    host.remove();
    await turn();
    expect(find.call(0).signal?.aborted).to.equal(true);
  });
});
