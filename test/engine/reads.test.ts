import { describe, expect, it } from 'vitest';
import { cancelledWith, findByFields, listByQueues, watermarks } from '../../mock-server/engine/engine.js';
import { fieldRefOf } from '../../src/domain/keys.js';
import { Bench, HOUR, MINUTE, NOW, SECOND } from './bench.js';

/** Two services with five callbacks: three of S, two of T. */
function centre(): [Bench, readonly string[]] {
  const bench = new Bench();
  bench.do({ type: 'set-service', name: 'T', options: {} });
  bench.do({ type: 'set-service', name: 'empty', options: {} });
  bench.do({ type: 'set-service', name: 'hours', options: { _service: 'office-hours', _type: 'builtin' } });
  const ids = [
    bench.create({ desiredTime: NOW + 3 * HOUR }),
    bench.create({ properties: { _LOB: 'Primary' } }),
    bench.create({ desiredTime: NOW + HOUR, customerNumber: '5116' }),
    bench.create({ serviceName: 'T', customerNumber: '5116' }),
    bench.create({ serviceName: 'T', desiredTime: NOW + 2 * HOUR }),
  ];
  return [bench, ids];
}

const criterion = (key: string, value: string, negate = false) => ({ ref: fieldRefOf(key), value, negate });

describe('the queues', () => {
  it('name every callback service, with the oldest record first, and no other service', () => {
    const [bench, ids] = centre();
    const lists = listByQueues(bench.state, { start: NOW, end: NOW + 3 * HOUR });
    expect([...lists].map(([name, records]) => [name, records.map(({ id }) => ids.indexOf(id))])).toEqual([
      ['S', [1, 2, 0]],
      ['T', [3, 4]],
      ['empty', []],
    ]);
  });

  it('hold both ends of the span and nothing beyond', () => {
    const [bench, ids] = centre();
    const inSpan = (start: number, end: number) =>
      listByQueues(bench.state, { start, end })
        .get('S')
        ?.map(({ id }) => ids.indexOf(id));
    expect(inSpan(NOW + HOUR, NOW + 3 * HOUR)).toEqual([2, 0]);
    expect(inSpan(NOW + HOUR + 1, NOW + 3 * HOUR - 1)).toEqual([]);
  });

  it('can be narrowed by service, state, test and number of records', () => {
    const [bench, ids] = centre();
    const span = { start: NOW, end: NOW + 3 * HOUR };
    const found = (more: object) =>
      [...listByQueues(bench.state, { ...span, ...more })].map(([name, list]) => [
        name,
        list.map(({ id }) => ids.indexOf(id)),
      ]);
    expect(found({ services: ['T', 'nowhere', 'hours'] })).toEqual([['T', [3, 4]]]);
    expect(found({ services: ['S'], states: ['SCHEDULED'] })).toEqual([['S', [2, 0]]]);
    expect(found({ services: ['S'], states: [] })).toEqual([['S', [1, 2, 0]]]);
    expect(found({ services: ['S'], max: 1 })).toEqual([['S', [1]]]);
    expect(
      found({
        services: ['S'],
        matches: ({ customerNumber }: { customerNumber: string }) => customerNumber === '5116',
      }),
    ).toEqual([['S', [2]]]);
  });
});

describe('a search by fields', () => {
  const search = (bench: Bench, ids: readonly string[], wish: object) =>
    findByFields(bench.state, { criteria: [], operand: 'AND', ...wish }).map(({ id }) => ids.indexOf(id));

  it('compares texts exactly, in all services or in one', () => {
    const [bench, ids] = centre();
    expect(search(bench, ids, { criteria: [criterion('_customer_number', '5116')] })).toEqual([3, 2]);
    expect(search(bench, ids, { criteria: [criterion('_customer_number', '5116')], serviceName: 'T' })).toEqual([3]);
    expect(search(bench, ids, { criteria: [criterion('_customer_number', '511')] })).toEqual([]);
  });

  it('joins criteria by AND and OR, and turns them round', () => {
    const [bench, ids] = centre();
    const criteria = [criterion('_customer_number', '5116'), criterion('_callback_state', 'QUEUED')];
    expect(search(bench, ids, { criteria })).toEqual([3]);
    expect(search(bench, ids, { criteria, operand: 'OR' }).toSorted()).toEqual([1, 2, 3]);
    expect(search(bench, ids, { criteria: [criterion('_callback_state', 'QUEUED', true)] })).toEqual([2, 4, 0]);
  });

  it('finds properties, and those without them by turning round', () => {
    const [bench, ids] = centre();
    expect(search(bench, ids, { criteria: [criterion('_LOB', 'Primary')] })).toEqual([1]);
    expect(search(bench, ids, { criteria: [criterion('_LOB', 'Primary', true)] }).toSorted()).toEqual([0, 2, 3, 4]);
    expect(search(bench, ids, { criteria: [criterion('toString', 'x')] })).toEqual([]);
  });
});

describe('counts', () => {
  it('are those of callbacks handed to ORS and not completed, of the services named', () => {
    const [bench, ids] = centre();
    bench.advance(10 * SECOND);
    expect(watermarks(bench.state)).toEqual({ services: { S: 1, T: 1, empty: 0 }, total: 2 });
    expect(watermarks(bench.state, ['S', 'nowhere'])).toEqual({ services: { S: 1 }, total: 1 });
    bench.do({ type: 'force', id: ids[1] ?? '', state: 'PROCESSING' });
    bench.do({ type: 'force', id: ids[3] ?? '', state: 'COMPLETED' });
    bench.advance(10 * SECOND);
    expect(watermarks(bench.state)).toEqual({ services: { S: 1, T: 0, empty: 0 }, total: 1 });
  });

  it('hold those that were queued when their service was paused: they were handed to ORS and are not completed', () => {
    const [bench, ids] = centre();
    const paused = { services: { all: 'true' } };
    bench.do({ type: 'set-transaction-list', list: 'GMS_Paused_Services', sections: paused });
    bench.advance(MINUTE);
    expect([ids[1], ids[3]].map((id) => bench.status(id ?? ''))).toEqual(['PAUSED', 'PAUSED']);
    expect(watermarks(bench.state).services).toEqual({ S: 1, T: 1, empty: 0 });
  });

  it('of cancelled callbacks know no span of time', () => {
    const [bench, ids] = centre();
    bench.do({ type: 'cancel-many', ids: [ids[4] ?? '', ids[0] ?? ''], reason: 'CANCELLED_BY_ADMIN' });
    expect(cancelledWith(bench.state, 'CANCELLED_BY_ADMIN').map(({ id }) => ids.indexOf(id))).toEqual([4, 0]);
    expect(cancelledWith(bench.state, 'CANCELLED')).toEqual([]);
  });
});
