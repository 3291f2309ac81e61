import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** Who may ask what: credentials, persons, tenants. */

type Pair = readonly [user: string, password: string];
type Options = Readonly<Record<string, string>>;

interface Credentials {
  readonly name: string;
  readonly server?: Options;
  readonly service?: Options;
  /** What each pair is answered with; undefined = no header. */
  readonly answers: readonly (readonly [Pair | undefined, number])[];
}

const SERVER: Pair = ['server', 'secret'];
const OWN: Pair = ['own', 'word'];

const MATRIX: readonly Credentials[] = [
  {
    name: 'the pair of the server',
    server: { username: 'server', password: 'secret' },
    answers: [
      [SERVER, 200],
      [['other', 'secret'], 401],
      [['server', 'other'], 401],
      [undefined, 401],
    ],
  },
  {
    name: 'the pair of the service',
    service: { username: 'own', password: 'word' },
    answers: [
      [OWN, 200],
      [['other', 'word'], 401],
      [undefined, 401],
    ],
  },
  {
    name: 'both pairs, of which that of the service counts',
    server: { username: 'server', password: 'secret' },
    service: { username: 'own', password: 'word' },
    answers: [
      [OWN, 200],
      [SERVER, 401],
      [undefined, 401],
    ],
  },
  { name: 'a user name of the server alone', server: { username: 'server' }, answers: [[undefined, 200]] },
  { name: 'a user name of the service alone', service: { username: 'own' }, answers: [[undefined, 200]] },
  { name: 'a password of the server alone', server: { password: 'secret' }, answers: [[undefined, 401]] },
  { name: 'a password of the service alone', service: { password: 'word' }, answers: [[undefined, 401]] },
  {
    name: 'a user name of the server and a password of the service',
    server: { username: 'server' },
    service: { password: 'word' },
    answers: [
      [['server', 'word'], 200],
      [undefined, 401],
    ],
  },
  {
    name: 'the pair of the server and a password of the service',
    server: { username: 'server', password: 'secret' },
    service: { password: 'word' },
    answers: [
      [['server', 'word'], 200],
      [SERVER, 401],
    ],
  },
  {
    name: 'the pair of the server and a user name of the service',
    server: { username: 'server', password: 'secret' },
    service: { username: 'own' },
    answers: [
      [['own', 'secret'], 200],
      [SERVER, 401],
    ],
  },
  {
    name: 'a password of the server and a user name of the service, which no callback service can work with',
    server: { password: 'secret' },
    service: { username: 'own' },
    answers: [[['own', 'secret'], 500]],
  },
  {
    name: 'credentials beyond ASCII',
    server: { username: 'Zoë', password: 'pässwörd:€' },
    answers: [
      [['Zoë', 'pässwörd:€'], 200],
      [['Zoe', 'pässwörd:€'], 401],
    ],
  },
];

function basic([user, password]: Pair): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

async function judges(bed: WireBed, { server, service, answers }: Credentials): Promise<void> {
  if (server !== undefined) await bed.control('PUT', '/mock/application', { server });
  if (service !== undefined) await bed.service('S', service);
  for (const [pair, status] of answers) {
    const response = await bed.context.fetch('/genesys/1/service/callback/S', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(pair && { authorization: basic(pair) }) },
      body: JSON.stringify({ _customer_number: '5115' }),
    });
    bed.assert.strictEqual(response.status, status, `for ${pair?.join(':') ?? 'nobody'}`);
    if (status !== 401) continue;
    bed.assert.include(response.headers.get('www-authenticate') ?? '', 'Basic realm=');
    bed.assert.ok(((await response.json()) as WireRecord).message, 'words');
  }
}

/** A person who sees the service S alone, one callback of S and one of P. */
async function twoServices(bed: WireBed, roles: readonly string[]): Promise<readonly [own: string, foreign: string]> {
  await bed.control('PUT', '/mock/application', { mock: { 'watermark-delay': '0' } });
  await bed.control('PUT', '/mock/persons/ada', { roles, services: ['S'] });
  return [await bed.create('S'), await bed.create('P')];
}

const ADA = { gms_user: 'ada' };

function asAda(bed: WireBed, method: string, path: string, body?: unknown): Promise<Response> {
  return bed.context.fetch(`/genesys${path}`, {
    method,
    headers: { ...ADA, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const NEW = { _customer_number: '5115' };
const BULK = '/1/admin/callback/cancel';

/** Calls that read, and calls that write, of a service and a callback. */
function reads(service: string, id: string): readonly (readonly [string, string, unknown?])[] {
  return [
    ['GET', `/1/service/callback/${service}?_customer_number=5115`],
    ['GET', `/1/admin/callback/queues?target=${service}`],
    ['GET', `/1/service/callback/${service}/availability`],
    ['GET', `/2/service/callback/${service}/availability`],
    ['GET', `/1/service/${id}/check-queue-position`],
    ['GET', `/1/service/${id}/storage`],
  ];
}

function writes(service: string, id: string): readonly (readonly [string, string, unknown?])[] {
  return [
    ['POST', `/1/service/callback/${service}`, NEW],
    ['PUT', `/1/service/callback/${service}/${id}`, { _LOB: 'x' }],
    ['POST', `/1/service/${id}/storage`, { a: '1' }],
    ['DELETE', `/1/service/callback/${service}/${id}`],
  ];
}

export const accessCases: readonly WireCase[] = [
  ...MATRIX.map((credentials) => ({
    name: `90: Basic authentication with ${credentials.name}`,
    run: (bed: WireBed) => judges(bed, credentials),
  })),
  {
    name: '90: credentials of the server are asked for everywhere, also where nothing answers; those of a service at its addresses only',
    async run(bed) {
      const id = await bed.create('S');
      await bed.control('PUT', '/mock/application', { server: { username: 'server', password: 'secret' } });
      for (const path of ['/1/admin/callback/queues', '/1/nothing/here', `/1/service/${id}/check-queue-position`]) {
        bed.assert.strictEqual((await bed.get(`/genesys${path}`)).status, 401, path);
      }
      bed.assert.strictEqual((await bed.get('/mock/state')).status, 200);
      await bed.control('PUT', '/mock/application', { server: { username: '', password: '' } });
      await bed.service('S', { username: 'own', password: 'word' });
      bed.assert.strictEqual((await bed.get(`/genesys/1/service/${id}/check-queue-position`)).status, 401);
      bed.assert.strictEqual((await bed.get('/genesys/1/admin/callback/queues?target=S')).status, 200);
    },
  },
  {
    name: '90: headers that are none of Basic are no credentials',
    async run(bed) {
      await bed.control('PUT', '/mock/application', { server: { username: 'server', password: 'secret' } });
      const right = basic(SERVER);
      const wrong = [
        '',
        'Basic',
        'Basic !!!',
        `Bearer ${right.slice(6)}`,
        'Basic c2VydmVy',
        'Basic A',
        'Basic /w==',
        `${right}x`,
      ];
      for (const authorization of wrong) {
        const response = await bed.get('/genesys/1/admin/callback/queues', { authorization });
        bed.assert.strictEqual(response.status, 401, authorization);
      }
      const lower = await bed.get('/genesys/1/admin/callback/queues', {
        authorization: right.replace('Basic', 'basic'),
      });
      bed.assert.strictEqual(lower.status, 200);
    },
  },
  {
    name: '96: a person without a role cannot log in',
    async run(bed) {
      const [own] = await twoServices(bed, []);
      for (const [method, path, body] of [...reads('S', own), ...writes('S', own)]) {
        bed.assert.strictEqual((await asAda(bed, method, path, body)).status, 403, `${method} ${path}`);
      }
    },
  },
  {
    name: 'section 9: who may only look reads everything and changes nothing',
    async run(bed) {
      const [own] = await twoServices(bed, ['CallbackReadOnly']);
      const before = await bed.hash();
      for (const [method, path, body] of reads('S', own)) {
        bed.assert.strictEqual((await asAda(bed, method, path, body)).status, 200, `${method} ${path}`);
      }
      const bulk = ['POST', BULK, { reason: 'CANCELLED_BY_ADMIN', ids: [own] }] as const;
      const basicService = ['POST', '/1/service/request-interaction', {}] as const;
      for (const [method, path, body] of [...writes('S', own), bulk, basicService]) {
        bed.assert.strictEqual((await asAda(bed, method, path, body)).status, 403, `${method} ${path}`);
      }
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
    },
  },
  {
    name: 'section 9: for a person with services, all others are as if they did not exist',
    async run(bed) {
      const [own, foreign] = await twoServices(bed, ['Supervisor']);
      const before = await bed.hash();
      for (const [method, path, body] of [
        ...reads('P', foreign).filter(([, path]) => path.includes('/callback')),
        ...writes('P', foreign),
      ]) {
        const there = await asAda(bed, method, path, body);
        const nowhere = await asAda(bed, method, path.replaceAll('P', 'Q').replaceAll(foreign, 'none'), body);
        bed.assert.strictEqual(there.status, 404, `${method} ${path}`);
        const words = (await nowhere.text()).replaceAll('Q', 'P').replaceAll('none', foreign);
        bed.assert.strictEqual(await there.text(), words, 'the same words as for a service that is not there');
      }
      bed.assert.strictEqual((await asAda(bed, 'GET', `/1/service/${foreign}/check-queue-position`)).status, 404);
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      for (const [method, path, body] of [...reads('S', own), ...writes('S', own)]) {
        bed.assert.strictEqual((await asAda(bed, method, path, body)).status, 200, `${method} ${path}`);
      }
    },
  },
  {
    name: 'section 9: lists, counters, exports and bulk cancels keep to the services of the person',
    async run(bed) {
      const [own, foreign] = await twoServices(bed, ['Supervisor']);
      const queues = (await bed.good(asAda(bed, 'GET', '/1/admin/callback/queues'))) as object;
      bed.assert.deepEqual(Object.keys(queues), ['S']);
      const found = await bed.good(asAda(bed, 'GET', '/1/service/callback?_customer_number=5115'));
      bed.assert.deepEqual(
        (found as readonly WireRecord[]).map((record) => record._id),
        [own],
      );
      bed.assert.deepEqual(await bed.good(asAda(bed, 'GET', `/1/service/callback?_id=${foreign}`)), []);
      const counters = { services: { S: 1 }, total: 1 };
      bed.assert.deepEqual(await bed.good(asAda(bed, 'GET', '/1/admin/callback/watermarks')), counters);
      const asked = '/1/admin/callback/watermarks?service_name=S&service_name=P';
      bed.assert.deepEqual(await bed.good(asAda(bed, 'GET', asked)), counters);
      const bulk = { reason: 'CANCELLED_BY_ADMIN', ids: [foreign, own] };
      const entries = (await bed.good(asAda(bed, 'POST', BULK, bulk))) as readonly WireRecord[];
      bed.assert.deepEqual(
        entries.map(({ _id, _ok_title }) => [_id, _ok_title]),
        [
          [foreign, 'FAILURE_MISSING'],
          [own, 'Ok'],
        ],
      );
      bed.assert.strictEqual(await bed.state(foreign), 'QUEUED');
      await bed.good(bed.send('POST', `/genesys${BULK}`, bulk));
      const wish = { callback_reason: 'CANCELLED_BY_ADMIN', exported_properties: ['_service_id'] };
      const report = await asAda(bed, 'POST', '/1/admin/callback/reportcancelled', wish);
      bed.assert.strictEqual(await report.text(), `_service_id\r\n${own}\r\n`);
    },
  },
  {
    name: 'section 9: a person sees the services of a virtual group',
    async run(bed) {
      await bed.service('P', { _service_groups: 'support, sales' });
      await bed.service('Q', { _service_groups: 'supporters' });
      await bed.control('PUT', '/mock/persons/ada', { roles: ['Supervisor'], services: ['support', 'S'] });
      const queues = (await bed.good(asAda(bed, 'GET', '/1/admin/callback/queues'))) as object;
      bed.assert.deepEqual(Object.keys(queues).sort(), ['P', 'S']);
      await bed.control('PUT', '/mock/persons/ada', { roles: ['Supervisor'], services: ['nothing'] });
      bed.assert.deepEqual(await bed.good(asAda(bed, 'GET', '/1/admin/callback/queues')), {});
    },
  },
  {
    name: 'section 9: nobody in particular, and whoever the mock was not told of, sees everything',
    async run(bed) {
      for (const headers of [{}, { gms_user: 'stranger' }, { gms_user: '__proto__' }]) {
        const queues = (await bed.good(bed.get('/genesys/1/admin/callback/queues', headers))) as object;
        bed.assert.deepEqual(Object.keys(queues).sort(), ['P', 'S']);
      }
    },
  },
  {
    name: 'section 11 (7): the filter by person can be left to the client; the role cannot',
    async run(bed) {
      const [own] = await twoServices(bed, ['CallbackReadOnly']);
      await bed.control('PUT', '/mock/application', { mock: { 'filter-by-person': 'false' } });
      const queues = (await bed.good(asAda(bed, 'GET', '/1/admin/callback/queues'))) as object;
      bed.assert.deepEqual(Object.keys(queues).sort(), ['P', 'S']);
      bed.assert.strictEqual((await asAda(bed, 'DELETE', `/1/service/callback/S/${own}`)).status, 403);
    },
  },
  {
    name: '33: a GMS of one tenant leaves the header of tenants aside',
    async run(bed) {
      const headers = { ContactCenterId: 'xxx', 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(NEW) };
      const { _id } = (await bed.good(bed.context.fetch('/genesys/1/service/callback/S', init))) as WireRecord;
      for (const header of [{}, { ContactCenterId: 'yyy' }] as readonly Options[]) {
        const queues = (await bed.good(bed.get('/genesys/1/admin/callback/queues', header))) as Readonly<
          Record<string, readonly WireRecord[]>
        >;
        bed.assert.strictEqual(queues.S?.[0]?._id, _id);
      }
    },
  },
  {
    name: '34: a shared GMS refuses a tenant that its list does not have',
    async run(bed) {
      await bed.control('PUT', '/mock/application', { mock: { 'multi-tenant': 'true' } });
      await bed.control('PUT', '/mock/transaction-lists/Callback_Contact_Centers', { centers: { north: 'true' } });
      const before = await bed.hash();
      const headers = { ContactCenterId: 'south', 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(NEW) };
      for (const request of [
        bed.context.fetch('/genesys/1/service/callback/S', init),
        bed.get('/genesys/1/admin/callback/queues', { contactCenterId: 'south' }),
      ]) {
        const response = await request;
        const body = (await response.json()) as WireRecord;
        bed.assert.strictEqual(response.status, 400);
        bed.assert.strictEqual(
          body.message,
          'Callback Contact Center ID: south is not configured in transaction list.',
        );
        bed.assert.strictEqual(
          body.exception,
          'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionNotFound',
        );
      }
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      await bed.good(bed.get('/genesys/1/admin/callback/queues', { ContactCenterId: 'north' }));
      const unknown = await bed.get('/genesys/1/service/callback/nowhere?_id=x', { ContactCenterId: 'south' });
      bed.assert.strictEqual(unknown.status, 404, 'a service that is not there is told first');
      bed.assert.strictEqual((await bed.get('/genesys/1/admin/callback/queues')).status, 400, 'no tenant');
      await bed.control('PUT', '/mock/application', { mock: { 'contact-center-required': 'false' } });
      await bed.good(bed.get('/genesys/1/admin/callback/queues'));
    },
  },
];
