import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { CallbackListController } from '../../src/controllers/callback-list.js';
import { CallbackError } from '../../src/domain/errors.js';
import { answer, handTransport, idsOf, question, ThrowawayHost, turn } from './support.js';

const OFFLINE = new CallbackError('offline', 'Failed to list callbacks: no connection. Check it.');

describe('races', () => {
  it('whatever the order of five answers, the list shows the last question', async () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const failures = fc.uniqueArray(fc.nat(3));
    await fc.assert(
      fc.asyncProperty(orders, failures, async (order, failing) => {
        const { host, controller } = ThrowawayHost.carrying((owner) => new CallbackListController(owner));
        const { transport, list } = handTransport();
        document.body.append(host);
        controller.setTransport(transport);
        for (const number of [0, 1, 2, 3, 4]) {
          controller.setQuery(question(number));
          await turn();
        }
        for (const number of order) {
          if (failing.includes(number)) list.call(number).reject(OFFLINE);
          else list.call(number).resolve(answer([`answer-${number}`]));
          await turn();
        }
        expect(idsOf(controller.records)).to.deep.equal(['answer-4']);
        expect(controller).to.include({ problem: undefined, loading: false, stale: false });
        host.remove();
      }),
      { numRuns: 60 },
    );
  });

  it('a question asked from within the news of an answer is answered', async () => {
    const { transport, list } = handTransport();
    const { host, controller } = ThrowawayHost.carrying(
      (owner): CallbackListController =>
        new CallbackListController(owner, {
          loaded: ({ records }) => {
            if (idsOf(records)[0] === 'first') setSecond();
          },
        }),
    );
    const setSecond = (): void => controller.setQuery(question(2));
    document.body.append(host);
    controller.setTransport(transport);
    controller.setQuery(question(1));
    await turn();
    list.call(0).resolve(answer(['first']));
    await turn();
    list.call(1).resolve(answer(['second']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['second']);
    host.remove();
  });

  it('the same transport set again changes nothing', async () => {
    const { transport, list } = handTransport();
    const { host, controller } = ThrowawayHost.carrying((owner) => new CallbackListController(owner));
    document.body.append(host);
    controller.setTransport(transport);
    controller.setQuery(question(1));
    await turn();
    controller.setTransport(transport);
    await turn();
    expect(list.calls).to.have.lengthOf(1);
    list.call(0).resolve(answer(['a']));
    await turn();
    expect(idsOf(controller.records)).to.deep.equal(['a']);
    host.remove();
  });
});
