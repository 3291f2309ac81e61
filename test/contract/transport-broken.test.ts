import { assert, describe, expect, it } from 'vitest';
import { InProcessTransport } from '../../mock-server/in-process.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createQuery } from '../../src/domain/query.js';
import type { CallbackTransport } from '../../src/transport/callback-transport.js';
import { transportContract, whySkipped } from '../../src/transport/contract.js';
import { contractControl } from './transport-bed.js';

type Breaking = (good: InProcessTransport) => Partial<CallbackTransport>;

/** Adapters as people might write them, each with one mistake. */
const MISTAKES: Readonly<Record<string, Breaking>> = {
  'ignores the states': (good) => ({ list: (query, options) => good.list({ ...query, states: [] }, options) }),
  'ignores the services': (good) => ({ list: (query, options) => good.list({ ...query, services: [] }, options) }),
  'ignores the maximum': (good) => ({
    list: (query, options) => good.list({ ...query, maximumPerService: 500 }, options),
  }),
  'leaves out the end of the range': (good) => ({
    list: (query, options) =>
      good.list(
        { ...query, range: { ...query.range, end: Math.max(query.range.start, query.range.end) - 1 } },
        options,
      ),
  }),
  'ignores the signal': (good) => ({ list: (query) => good.list(query) }),
  'finds parts of numbers': (good) => ({
    find: async ({ _customer_number: number = '' }) => {
      const { records } = await good.list(createQuery({ range: { start: 0, end: 9e12 } }));
      return records.filter(({ customerNumber }) => customerNumber.includes(number));
    },
  }),
  'finds only what is to come': (good) => ({
    find: (values, options) => good.find({ _callback_state: 'SCHEDULED', ...values }, options),
  }),
  'takes ! for a part of the value': (good) => ({
    find: async (values, options) => {
      const found = await good.find(values, options);
      return Object.values(values).some((value) => value.startsWith('!')) ? [] : found;
    },
  }),
  'searches for an id': (good) => ({
    find: (values, options) =>
      values._id === undefined ? good.find(values, options) : good.get(values._id).then((record) => [record]),
  }),
  'throws errors of its own': (good) => ({
    get: (id) => good.get(id).catch(() => Promise.reject(new Error('404'))),
  }),
  'rounds times to seconds': (good) => ({
    list: async (query, options) => {
      const list = await good.list(query, options);
      const records = list.records.map((record) => ({
        ...record,
        desiredTime: Math.floor(record.desiredTime / 1000) * 1000,
      }));
      return { ...list, records };
    },
  }),
  'names only services with callbacks': (good) => ({
    list: async (query, options) => {
      const list = await good.list(query, options);
      return { ...list, services: [...new Set(list.records.map(({ serviceName }) => serviceName))] };
    },
  }),
  'moves a completed callback instead of scheduling it again': (good) => ({
    rescheduleCompleted: (id, change) => good.reschedule(id, change).then(() => ({ id })),
  }),
  'forgets the old properties': (good) => ({
    rescheduleCompleted: async (id, change) => {
      const { serviceName, customerNumber } = await good.get(id);
      return good.create({ serviceName, customerNumber, desiredTime: change.desiredTime, properties: {} });
    },
  }),
  'keeps removed properties as empty ones': (good) => ({
    updateProperties: (id, change) =>
      good.updateProperties(id, Object.fromEntries(Object.entries(change).map(([key, value]) => [key, value ?? ' ']))),
  }),
  'always leaves lost sessions behind': (good) => ({
    cancel: (id, options) => good.cancel(id, { ...options, discardOrsFailure: true }),
  }),
  'reports every cancel as done': (good) => ({
    cancelMany: async (ids, options) => {
      const result = await good.cancelMany(ids, options);
      return { ...result, outcomes: result.outcomes.map((outcome) => ({ ...outcome, outcome: 'done' })) };
    },
  }),
  'reports in an order of its own': (good) => ({
    cancelMany: async (ids, options) => {
      const result = await good.cancelMany(ids, options);
      return { ...result, outcomes: result.outcomes.toReversed() };
    },
  }),
  'tells no progress': (good) => ({ cancelMany: (ids, { reason }) => good.cancelMany(ids, { reason }) }),
  'exports every callback': (good) => ({
    exportCancelled: (properties) => good.exportCancelled(properties).then((text) => `${text}one line more\n`),
  }),
  'counts every service': (good) => ({ watermarks: () => good.watermarks([]) }),
};

describe('the transport contract notices an adapter that', () => {
  it.each(Object.entries(MISTAKES))('%s', async (_name, breaking) => {
    expect(await firstFailingCase(breaking)).toBeDefined();
  });

  it('has no mistake: nothing fails', async () => {
    expect(await firstFailingCase(() => ({}))).toBeUndefined();
  });
});

describe('an adapter that can do less', () => {
  const onlyList: CallbackTransport = { list: () => Promise.reject(new Error('never asked')) };

  it('is not judged by what it cannot do', () => {
    const reasons = transportContract.map((contractCase) => [
      contractCase.needs.length > 0,
      whySkipped(contractCase, onlyList, contractControl(new MockEngine({ scenario: 'empty' }))) !== undefined,
    ]);
    expect(reasons.every(([needsMore, isSkipped]) => needsMore === isSkipped)).toBe(true);
  });

  it('on a test bed that can do less is judged by the rest', () => {
    const whole = contractControl(new MockEngine({ scenario: 'empty' }));
    const control = { reset: () => whole.reset() };
    const all = new InProcessTransport(new MockEngine({ scenario: 'empty' }));
    const skipped = transportContract.filter((contractCase) => whySkipped(contractCase, all, control) !== undefined);
    expect(skipped.map(({ controls }) => controls.length)).toEqual(skipped.map(() => 1));
    expect(skipped.length).toBeGreaterThan(0);
  });
});

it('every behaviour has a name of its own', () => {
  const names = transportContract.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

async function firstFailingCase(breaking: Breaking): Promise<string | undefined> {
  for (const contractCase of transportContract) {
    const engine = new MockEngine({ scenario: 'empty' });
    const good = new InProcessTransport(engine);
    const transport = bound(good, breaking(good));
    try {
      await contractCase.run({ transport, control: contractControl(engine), assert });
    } catch {
      return contractCase.name;
    }
  }
  return undefined;
}

/** The good transport with some methods replaced. */
function bound(good: InProcessTransport, replaced: Partial<CallbackTransport>): CallbackTransport {
  return new Proxy(good, {
    get(target, name): unknown {
      if (Object.hasOwn(replaced, name)) return replaced[name as keyof CallbackTransport];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
