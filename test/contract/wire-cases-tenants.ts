import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** Provisioning of services over the wire of the shared GMS. */

const PATH = '/genesys/1/tenants';
const NEW = { _type: 'ors', _service: 'callback', _ttl: '3600' };

function as(
  person: string,
  bed: WireBed,
  [method, path, body]: readonly [string, string, unknown?],
): Promise<Response> {
  return bed.context.fetch(path, {
    method,
    headers: { gms_user: person, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function isEmpty(bed: WireBed, request: Promise<Response>, status: number): Promise<void> {
  const response = await request;
  bed.assert.strictEqual(response.status, status);
  bed.assert.strictEqual(await response.text(), '', 'no body');
}

const sections = async (bed: WireBed): Promise<Readonly<Record<string, unknown>>> =>
  (await bed.good(bed.get(PATH))) as Readonly<Record<string, unknown>>;

export const tenantCases: readonly WireCase[] = [
  {
    name: '1.13: services are created, replaced and removed as sections',
    async run(bed) {
      const hours = { _type: 'builtin', _service: 'office-hours', _timezone: 'Europe/Paris' };
      await isEmpty(bed, bed.send('POST', PATH, { 'service.new': NEW, 'service.hours': hours }), 200);
      bed.assert.deepEqual((await sections(bed))['service.new'], NEW);
      bed.assert.deepEqual((await sections(bed))['service.hours'], hours);
      bed.assert.ok(Object.hasOwn(await bed.queues(), 'new'), 'a callback service');
      await bed.create('new', { _customer_number: '+16504661100' });
      await isEmpty(bed, bed.send('POST', PATH, { 'service.new': { _service: 'callback' } }), 200);
      bed.assert.deepEqual((await sections(bed))['service.new'], { _service: 'callback' }, 'replaced, not merged');
      await isEmpty(bed, bed.send('DELETE', PATH, ['service.new', 'service.hours']), 200);
      bed.assert.deepEqual(Object.keys(await sections(bed)).sort(), ['service.P', 'service.S']);
    },
  },
  {
    name: '1.13: a wrong option refuses all sections, and names what it accepts',
    async run(bed) {
      const before = await bed.hash();
      const response = await bed.send('POST', PATH, { 'service.new': NEW, 'service.S': { ...NEW, _ttl: 'long' } });
      bed.assert.strictEqual(response.status, 400);
      const { message = '' } = (await response.json()) as WireRecord;
      for (const word of ['_ttl', 'S', 'long', 'It accepts']) bed.assert.include(message, word);
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
    },
  },
  {
    name: '1.13: bodies of another form are answered without words',
    async run(bed) {
      const before = await bed.hash();
      for (const body of [{ new: NEW }, { 'service.': NEW }, { 'service.new': 'x' }, {}, [], null, ['service.S']]) {
        await isEmpty(bed, bed.send('POST', PATH, body), 400);
      }
      for (const body of [{ 'service.S': NEW }, ['S'], [7], [], null]) {
        await isEmpty(bed, bed.send('DELETE', PATH, body), 400);
      }
      const headers = { 'content-type': 'application/json' };
      await isEmpty(bed, bed.context.fetch(PATH, { method: 'POST', headers, body: '{"service.' }), 400);
      await isEmpty(bed, bed.send('DELETE', PATH, ['service.S', 'service.none']), 404);
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
    },
  },
  {
    name: '1.13: a body that is no JSON by its type is not read',
    async run(bed) {
      for (const method of ['POST', 'DELETE']) {
        const response = await bed.context.fetch(PATH, { method, body: new URLSearchParams({ a: 'b' }) });
        bed.assert.strictEqual(response.status, 415);
        bed.assert.strictEqual(await response.text(), 'Unsupported Media Type');
      }
    },
  },
  {
    name: '96: an administrator provisions, nobody else with a role does',
    async run(bed) {
      await bed.control('PUT', '/mock/application', { mock: { 'error-body': '8.5.1' } });
      for (const [name, roles] of [
        ['admin', ['Administrator']],
        ['supervisor', ['Supervisor']],
        ['reader', ['CallbackReadOnly']],
      ] as const) {
        await bed.control('PUT', `/mock/persons/${name}`, { roles, services: [] });
      }
      const calls = [
        ['GET', PATH],
        ['POST', PATH, { 'service.new': NEW }],
        ['DELETE', PATH, ['service.new']],
        ['GET', `${PATH}/info`],
        ['POST', `${PATH}/refresh`, {}],
      ] as const;
      const before = await bed.hash();
      for (const person of ['supervisor', 'reader']) {
        for (const call of calls) {
          const response = await as(person, bed, call);
          bed.assert.strictEqual(response.status, 403, `${person} ${call[0]}`);
          const refusal = { message: 'Requires permission', exception: 'java.rmi.AccessException' };
          bed.assert.deepEqual(await response.json(), refusal);
        }
      }
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      for (const call of calls) {
        bed.assert.strictEqual((await as('admin', bed, call)).status, call[1].endsWith('refresh') ? 202 : 200);
      }
    },
  },
  {
    name: 'section 9: an administrator of some services provisions those and no others',
    async run(bed) {
      await bed.control('PUT', '/mock/persons/admin', { roles: ['Administrator'], services: ['S', 'support'] });
      const hours = { _type: 'builtin', _service: 'office-hours', _service_groups: 'support' };
      const grouped = { ...NEW, _service_groups: 'support' };
      await bed.service('G', { _service_groups: 'support' });
      await bed.control('PUT', '/mock/services/hours', hours);
      const before = await bed.hash();
      bed.assert.deepEqual(Object.keys((await bed.good(as('admin', bed, ['GET', PATH]))) as object).sort(), [
        'service.G',
        'service.S',
      ]);
      for (const name of ['P', 'new']) {
        const response = await as('admin', bed, ['POST', PATH, { 'service.S': NEW, [`service.${name}`]: NEW }]);
        bed.assert.strictEqual(response.status, 403, name);
      }
      for (const [name, options] of [
        ['P', grouped],
        ['new', grouped],
        ['hours', hours],
        ['hours', grouped],
        ['G', hours],
        ['G', NEW],
      ] as const) {
        const response = await as('admin', bed, ['POST', PATH, { [`service.${name}`]: options }]);
        bed.assert.strictEqual(response.status, 403, `${name} as ${JSON.stringify(options)}`);
      }
      for (const name of ['P', 'hours', 'none'])
        await isEmpty(bed, as('admin', bed, ['DELETE', PATH, [`service.${name}`]]), 404);
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      await bed.control('PUT', '/mock/persons/admin', {
        roles: ['Administrator'],
        services: ['S', 'support', 'hours'],
      });
      const mine = { 'service.G': grouped, 'service.hours': hours };
      await isEmpty(bed, as('admin', bed, ['POST', PATH, mine]), 200);
    },
  },
];
