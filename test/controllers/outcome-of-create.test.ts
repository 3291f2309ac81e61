import { expect } from '@open-wc/testing';
import { outcomeOfCreate, sameCustomerIds } from '../../src/controllers/outcome.js';
import type { Outcome } from '../../src/controllers/outcome.js';
import type { CallbackRecord } from '../../src/domain/callback.js';
import type { CallbackQuery } from '../../src/domain/query.js';
import type { CallbackTransport, CreateRequest } from '../../src/transport/callback-transport.js';
import { makeRecord, NOW } from '../support/records.js';
import { failing, LAG, noList, Pauses, Script } from './scripted.js';

const HOUR = 3_600_000;

describe('what became of a new callback', () => {
  const REQUEST: CreateRequest = {
    serviceName: 'callback-sales',
    customerNumber: '5511',
    desiredTime: NOW + HOUR + 250,
    virtualQueue: 'VQ',
    properties: { _LOB: 'Gold', empty: '' },
  };
  const { desiredTime: _, ...REQUEST_FOR_NOW } = REQUEST;
  const CREATED = makeRecord({
    id: 'new',
    customerNumber: '5511',
    desiredTime: NOW + HOUR,
    properties: { _LOB: 'Gold', _urs_virtual_queue: 'VQ', _added: 'by the server' },
  });
  const CREATED_NOW: CallbackRecord = { ...CREATED, state: 'QUEUED', desiredTime: NOW - 5000 };
  const OLD: CallbackRecord = { ...CREATED, id: 'old' };

  interface Server {
    /** What a search by number finds, reading by reading. */
    readonly found?: Script<readonly CallbackRecord[]>;
    /** What a list shows. */
    readonly listed?: readonly CallbackRecord[];
    /** Whether single callbacks can be read; then searches and lists show no properties. */
    readonly isWhole?: boolean;
  }

  function serve({ found, listed = [], isWhole = true }: Server): CallbackTransport {
    const whole = new Map<string, CallbackRecord>();
    const show = (records: readonly CallbackRecord[]): readonly CallbackRecord[] => {
      for (const record of records) whole.set(record.id, record);
      return isWhole ? records.map((record) => ({ ...record, properties: {} })) : records;
    };
    const get = (id: string): Promise<CallbackRecord> => {
      const record = whole.get(id);
      return record === undefined ? Promise.reject(failing('not-found')) : Promise.resolve(record);
    };
    return {
      list: () => Promise.resolve({ records: show(listed), services: [], unreadable: [] }),
      ...(found !== undefined && { find: async () => show(await found.next()) }),
      ...(isWhole && { get }),
    };
  }

  async function followNew(
    server: Server,
    request: CreateRequest = REQUEST,
    before: ReadonlySet<string> | undefined = new Set(['old']),
  ): Promise<{ outcome: Outcome; pauses: Pauses }> {
    const pauses = new Pauses();
    const outcome = await outcomeOfCreate(serve(server), { request, before, sentAt: NOW }, pauses.options);
    return { outcome, pauses };
  }

  const found = (...records: readonly CallbackRecord[]): Server => ({ found: new Script(records) });

  it('done, with its id, as soon as a new one has everything that was sent', async () => {
    const { outcome, pauses } = await followNew(found(OLD, CREATED));
    expect(outcome).to.deep.equal({ status: 'done', id: 'new' });
    expect(pauses.all).to.deep.equal([]);
  });

  it('done when it shows up late', async () => {
    const script = new Script<readonly CallbackRecord[]>([], failing('offline'), [OLD], [OLD, CREATED]);
    expect((await followNew({ found: script })).outcome).to.deep.equal({ status: 'done', id: 'new' });
  });

  it('not done when only those of before are there', async () => {
    const { outcome, pauses } = await followNew(found(OLD));
    expect(outcome).to.deep.equal({ status: 'not-done' });
    expect(pauses.passed).to.be.at.least(LAG);
  });

  it('done for a callback for now that was created when the request was sent', async () => {
    expect((await followNew(found(CREATED_NOW), REQUEST_FOR_NOW)).outcome).to.deep.equal({ status: 'done', id: 'new' });
    const connected: CallbackRecord = { ...CREATED_NOW, state: 'COMPLETED', reason: 'AGENT_CONNECTED' };
    expect((await followNew(found(connected), REQUEST_FOR_NOW)).outcome.status).to.equal('done');
  });

  const twins: readonly (readonly [string, Server, CreateRequest])[] = [
    ['there are two of it', found(CREATED, { ...CREATED, id: 'new too' }), REQUEST],
    ['it has another service, as after a redirect', found({ ...CREATED, serviceName: 'elsewhere' }), REQUEST],
    ['it has another time', found({ ...CREATED, desiredTime: NOW + HOUR + 1000 }), REQUEST],
    ['it lacks a property', found({ ...CREATED, properties: { _urs_virtual_queue: 'VQ' } }), REQUEST],
    ['it has another property', found({ ...CREATED, properties: { ...CREATED.properties, _LOB: 'x' } }), REQUEST],
    ['it was to be now and is for later', found(CREATED), REQUEST_FOR_NOW],
    ['it was to be now and is older', found({ ...CREATED_NOW, desiredTime: NOW - 61_000 }), REQUEST_FOR_NOW],
  ];
  for (const [name, server, request] of twins) {
    it(`unknown when ${name}`, async () => {
      const { outcome, pauses } = await followNew(server, request);
      expect(outcome).to.deep.equal({ status: 'unknown' });
      expect(pauses.passed).to.be.at.least(LAG);
    });
  }

  it('unknown when only a list shows it, since it may be older: not every service finds by number', async () => {
    expect((await followNew({ ...found(), listed: [CREATED] })).outcome.status).to.equal('unknown');
    expect(
      (await followNew({ ...found(), listed: [makeRecord({ id: 'else', customerNumber: '1' })] })).outcome.status,
    ).to.equal('not-done');
  });

  it('unknown when it is there and nobody knows what was there before; not done when nothing is', async () => {
    const transport = (server: Server) =>
      outcomeOfCreate(serve(server), { request: REQUEST, before: undefined, sentAt: NOW }, new Pauses().options);
    expect((await transport(found(CREATED))).status).to.equal('unknown');
    expect((await transport(found())).status).to.equal('not-done');
  });

  for (const code of ['not-found', 'forbidden', 'invalid'] as const) {
    it(`goes by lists where a search fails with ${code}`, async () => {
      const server: Server = { found: new Script<readonly CallbackRecord[]>(failing(code)), listed: [OLD, CREATED] };
      expect((await followNew(server)).outcome).to.deep.equal({ status: 'done', id: 'new' });
    });
  }

  it('goes by lists where there is no search, around the time', async () => {
    const queries: CallbackQuery[] = [];
    const transport = serve({ listed: [OLD, CREATED, makeRecord({ id: 'else', customerNumber: '1' })] });
    const list: CallbackTransport['list'] = (query) => {
      queries.push(query);
      return transport.list(query);
    };
    const sent = { request: REQUEST, before: new Set(['old']), sentAt: NOW };
    const outcome = await outcomeOfCreate({ ...transport, list }, sent, new Pauses().options);
    expect(outcome).to.deep.equal({ status: 'done', id: 'new' });
    expect(queries[0]?.range).to.deep.equal({ start: NOW + HOUR - 750, end: NOW + HOUR + 1250 });
    await outcomeOfCreate({ ...transport, list }, { ...sent, request: REQUEST_FOR_NOW }, new Pauses().options);
    expect(queries.at(-1)?.range).to.deep.equal({ start: NOW - 60_000, end: NOW + HOUR });
  });

  it('goes by what searches show where single callbacks cannot be read', async () => {
    expect((await followNew({ ...found(CREATED), isWhole: false })).outcome.status).to.equal('done');
    const bare = { ...CREATED, properties: {} };
    expect((await followNew({ ...found(bare), isWhole: false })).outcome.status).to.equal('unknown');
  });

  describe('the callbacks of the customer before', () => {
    it('are all that are found by the number as it was typed', async () => {
      const asked: unknown[] = [];
      const find = (values: unknown): Promise<readonly CallbackRecord[]> => {
        asked.push(values);
        return Promise.resolve([OLD, CREATED]);
      };
      expect(await sameCustomerIds({ list: noList, find }, REQUEST)).to.deep.equal(new Set(['old', 'new']));
      expect(asked).to.deep.equal([{ _customer_number: '5511' }]);
    });

    it('are not known where nobody can be asked', async () => {
      const find = (): Promise<never> => Promise.reject(failing('offline'));
      expect(await sameCustomerIds({ list: noList }, REQUEST)).to.equal(undefined);
      expect(await sameCustomerIds({ list: noList, find }, REQUEST)).to.equal(undefined);
      for (const customerNumber of ['', '!5511']) {
        expect(await sameCustomerIds({ list: noList, find: noList }, { customerNumber })).to.equal(undefined);
      }
    });

    it('an abort is an abort', async () => {
      const find = (): Promise<never> => Promise.reject(new DOMException('x', 'AbortError'));
      const signal = AbortSignal.abort();
      const outcome: unknown = await sameCustomerIds({ list: noList, find }, REQUEST, { signal }).catch(
        (error: unknown) => error,
      );
      expect(outcome).to.equal(signal.reason);
    });
  });
});
