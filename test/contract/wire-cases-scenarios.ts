import { HOSTILE_SERVICES, HOSTILE_VALUES } from '../../mock-server/scenarios/hostile-values.js';
import { START } from './wire-bed.js';
import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** What a client meets in the scenarios that are made to be difficult. */

const VALUES = Object.values(HOSTILE_VALUES).flat();

async function begin(bed: WireBed, scenario: string): Promise<void> {
  await bed.control('POST', '/mock/reset', { scenario, seed: 42, now: new Date(START).toISOString() });
  await bed.control('POST', '/mock/clock', { rate: 0 });
}

async function everything(bed: WireBed): Promise<Readonly<Record<string, readonly WireRecord[]>>> {
  const path = `/genesys/1/admin/callback/queues?start_time=${bed.at(-86_400)}&end_time=${bed.at(86_400)}&max=1000`;
  return (await bed.good(bed.get(path))) as Readonly<Record<string, readonly WireRecord[]>>;
}

async function errorOf(answer: Promise<Response>): Promise<Readonly<Record<string, unknown>> & { status: number }> {
  const response = await answer;
  return { ...((await response.json()) as Readonly<Record<string, unknown>>), status: response.status };
}

export const scenarioCases: readonly WireCase[] = [
  {
    name: 'scenarios: there is a list of them with words for each',
    async run(bed) {
      const list = (await bed.control('GET', '/mock/scenarios')) as readonly Readonly<Record<string, string>>[];
      const names = list.map(({ name }) => name);
      bed.assert.strictEqual(names[0], 'contact-centre');
      for (const name of ['outage', 'black-friday', 'dst-night', 'hostile', 'huge'])
        bed.assert.ok(names.includes(name));
      bed.assert.ok(list.every(({ description = '' }) => description.length > 80));
    },
  },
  {
    name: 'hostile: a value comes back as it was sent, byte for byte',
    async run(bed) {
      for (const value of VALUES.filter((text) => text.trim() !== '')) {
        const id = await bed.create('S', { _customer_number: value, note: value });
        const [record] = await bed.query(`?_id=${id}`);
        bed.assert.strictEqual(record?._customer_number, value);
        const [edited] = await sent(bed, id, `${value}${value}`);
        bed.assert.strictEqual(edited?.note, `${value}${value}`);
      }
    },
  },
  {
    name: 'hostile: a service is found under its name, whatever the name',
    async run(bed) {
      await begin(bed, 'hostile');
      const lists = await everything(bed);
      bed.assert.deepEqual(Object.keys(lists).sort(), [...HOSTILE_SERVICES].sort());
      for (const service of HOSTILE_SERVICES) {
        const id = await bed.create(encodeURIComponent(service));
        const [record] = await bed.query(`/${encodeURIComponent(service)}?_customer_number=5115`);
        bed.assert.strictEqual(record?._id, id);
        bed.assert.strictEqual(record?._service_name, service);
        const only = await bed.good(bed.get(`/genesys/1/admin/callback/queues?target=${encodeURIComponent(service)}`));
        bed.assert.deepEqual(Object.keys(only as object), [service]);
      }
    },
  },
  {
    name: 'hostile: numbers and properties of a list are those of the records',
    async run(bed) {
      await begin(bed, 'hostile');
      const records = Object.values(await everything(bed)).flat();
      for (const value of VALUES) {
        bed.assert.ok(
          records.some((record) => record._customer_number === value),
          `a number ${JSON.stringify(value).slice(0, 60)}`,
        );
        bed.assert.ok(
          records.some((record) => Object.hasOwn(record, 'toString') && String(record.toString) === value),
          `a property ${JSON.stringify(value).slice(0, 60)}`,
        );
      }
    },
  },
  {
    name: 'black-friday: immediate requests are refused with 503, scheduled ones with other slots',
    async run(bed) {
      await begin(bed, 'black-friday');
      const path = '/genesys/1/service/callback/friday-orders';
      const now = await errorOf(bed.send('POST', path, { _customer_number: '5115' }));
      bed.assert.strictEqual(now.status, 503);
      bed.assert.include(String(now.message), 'is reached for interval 300s.');
      const later = await errorOf(bed.send('POST', path, { _customer_number: '5115', _desired_time: bed.at(7200) }));
      bed.assert.strictEqual(later.status, 400);
      const slots = Object.keys(later.availability as object);
      bed.assert.ok(slots.length > 0 && slots.every((slot) => slot >= bed.at(84_600)), 'slots of the day after');
      await bed.advance(300);
      await bed.create('friday-orders');
    },
  },
  {
    name: 'outage: no queue position while ORS is away, and one when it is back by itself',
    async run(bed) {
      await begin(bed, 'outage');
      const queued = Object.values(await everything(bed))
        .flat()
        .find((record) => record._callback_state === 'QUEUED');
      const path = `/genesys/1/service/${queued?._id ?? ''}/check-queue-position`;
      bed.assert.strictEqual((await bed.get(path)).status, 500);
      await bed.advance(12 * 60);
      const counts = (await bed.control('GET', '/mock/state')) as { counts: Readonly<Record<string, number>> };
      bed.assert.strictEqual((counts.counts.ROUTING ?? 0) + (counts.counts.PROCESSING ?? 0), 60);
      bed.assert.ok((counts.counts.QUEUED ?? 0) > 1700, 'a long queue');
    },
  },
  {
    name: 'ORS: an outage of a length ends by itself',
    async run(bed) {
      await bed.control('PUT', '/mock/ors', { reachable: false, seconds: 90 });
      const id = await bed.create('S');
      const path = `/genesys/1/service/${id}/check-queue-position`;
      bed.assert.strictEqual((await bed.get(path)).status, 500);
      await bed.advance(180);
      bed.assert.strictEqual((await bed.get(path)).status, 200);
    },
  },
];

async function sent(bed: WireBed, id: string, note: string): Promise<readonly WireRecord[]> {
  await bed.good(bed.send('PUT', `/genesys/1/service/callback/S/${id}`, { note }));
  return bed.query(`?_id=${id}`);
}
