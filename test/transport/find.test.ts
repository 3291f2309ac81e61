import { describe, expect, it } from 'vitest';
import { failure, json, transportOver, wireRecord } from './support.js';

const VALUES = { _customer_number: '+33604120405', _callback_state: '!COMPLETED' };

describe('a search', () => {
  it('asks all services once, by the values as they are', async () => {
    const { transport, seen } = transportOver(() => json([]));
    expect(await transport.find(VALUES)).toEqual([]);
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(['GET /genesys/1/service/callback']);
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual(VALUES);
  });

  it('writes a key of the first spelling in that of today', async () => {
    const { transport, seen } = transportOver(() => json([]));
    await transport.find({ _customerNumber: '5510' });
    expect(seen[0]?.url.search).toBe('?_customer_number=5510');
  });

  it('sends nothing when it could not be answered', async () => {
    const { transport, seen } = transportOver(() => json([]));
    for (const values of [{}, { _id: '1' }, { operand: 'OR', foo: '1' }]) {
      await failure(transport.find(values), 'invalid');
    }
    expect(seen).toEqual([]);
  });

  it('gives callbacks that can be read and leaves out the others', async () => {
    const { transport } = transportOver(() =>
      json([wireRecord('1'), wireRecord('2', { _desired_time: 'soon' }), null, wireRecord('3')]),
    );
    expect((await transport.find({ _customer_number: '5510' })).map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('fails when there are callbacks and none can be read, without a word of what is in them', async () => {
    const { transport } = transportOver(() => json([wireRecord('1', { _desired_time: 'soon +33604120405' })]));
    const error = await failure(transport.find({ _customer_number: '5510' }), 'bad-response');
    expect(error.message).toContain('_desired_time');
    expect(error.message).not.toContain('+33604120405');
  });

  it.each([[{ message: 'no' }], ['text'], [null], [{ support: [] }]])('fails when the answer is %j', async (body) => {
    await failure(transportOver(() => json(body)).transport.find(VALUES), 'bad-response');
  });

  it('leaves out what contradicts the values, as from a server that overlooks some of them', async () => {
    const { transport } = transportOver(() =>
      json([
        wireRecord('right', { _customer_number: '+33604120405' }),
        wireRecord('other number'),
        wireRecord('completed', { _customer_number: '+33604120405', _callback_state: 'COMPLETED' }),
      ]),
    );
    expect((await transport.find(VALUES)).map(({ id }) => id)).toEqual(['right']);
  });

  it('keeps what only the server can judge: values that it does not show', async () => {
    const { transport } = transportOver(() => json([wireRecord('1')]));
    expect(await transport.find({ _email: 'a@example.com' })).toHaveLength(1);
  });
});
