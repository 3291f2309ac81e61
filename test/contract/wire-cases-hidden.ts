import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** Invariant I26 over the wire: what a person may not see is told from what does not exist by no answer of any endpoint. */

type Settings = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Mode {
  readonly name: string;
  readonly roles?: readonly string[];
  readonly application?: Settings;
  /** Options of the hidden service. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly authorization?: string;
}

const OWN = { username: 'own', password: 'word' };
const SERVER = { server: { username: 'server', password: 'secret' } };

const MODES: readonly Mode[] = [
  { name: 'an administrator' },
  { name: 'a supervisor', roles: ['Supervisor'] },
  { name: 'whoever may only look', roles: ['CallbackReadOnly'] },
  { name: 'a person without a role', roles: [] },
  { name: 'a tenant that is missing', application: { mock: { 'multi-tenant': 'true' } } },
  { name: 'a service with credentials of its own', hidden: OWN },
  { name: 'somebody without a role, of a service with credentials', roles: [], hidden: OWN },
  {
    name: 'credentials of a service that nobody can work with',
    application: { server: { password: 'secret' } },
    hidden: { username: 'own' },
  },
  { name: 'credentials of the server', application: SERVER, hidden: OWN },
  {
    name: 'credentials of the server that were sent',
    application: SERVER,
    hidden: OWN,
    authorization: `Basic ${btoa('server:secret')}`,
  },
  { name: 'both at once', application: { mock: { 'multi-tenant': 'true' } }, hidden: OWN, roles: ['CallbackReadOnly'] },
];

/** What a question names: a service, a callback, an interaction and the number that was reserved for it. */
interface Named {
  readonly service: string;
  readonly id: string;
  readonly interaction: string;
  readonly number: string;
}

type Question = readonly [method: string, path: string, body?: unknown];

/** Every endpoint that takes a name, in every way. */
function questions({ service, id, interaction, number }: Named): readonly Question[] {
  const callbacks = '/1/service/callback';
  const wish = { _customer_number: '5115' };
  return [
    ['POST', `${callbacks}/${service}`, wish],
    ['POST', `${callbacks}/${service}`, {}],
    ['POST', `${callbacks}/own`, { ...wish, _redirect: service }],
    ['GET', `${callbacks}/${service}?_customer_number=5115`],
    ['GET', `${callbacks}/${service}?_id=${id}`],
    ['GET', `${callbacks}/own?_id=${id}`],
    ['GET', `${callbacks}?_id=${id}`],
    ['PUT', `${callbacks}/${service}/${id}`, { a: '1' }],
    ['PUT', `${callbacks}/${service}/${id}`, '{'],
    ['PUT', `${callbacks}/own/${id}`, { a: '1' }],
    ['DELETE', `${callbacks}/${service}/${id}`],
    ['DELETE', `${callbacks}/own/${id}`],
    ['OPTIONS', `${callbacks}/${service}`],
    ['PATCH', `${callbacks}/${service}`, {}],
    ['GET', `${callbacks}/${service}/availability`],
    ['GET', `${callbacks}/${service}/availability?start=x`],
    ['GET', `/2/service/callback/${service}/availability`],
    ['GET', `/1/admin/callback/queues?target=${service}`],
    ['GET', `/1/admin/callback/watermarks?service_name=${service}`],
    ['POST', '/1/admin/callback/cancel', { reason: 'CANCELLED_BY_ADMIN', ids: [id] }],
    ['GET', `/1/service/${id}/check-queue-position`],
    ['GET', `/1/service/${service}`],
    ['POST', `/1/service/${service}`, {}],
    ['POST', '/1/service/request-access', { _id: id }],
    ['POST', '/1/service/request-access', { _id: interaction }],
    ['POST', '/1/service/match-interaction', { _access_number: number }],
    ...[id, interaction].flatMap((owner): readonly Question[] => [
      ['GET', `/1/service/${owner}/storage`],
      ['POST', `/1/service/${owner}/storage`, { a: '1' }],
      ['GET', `/1/service/${owner}/storage/a`],
      ['GET', `/1/service/${owner}/storage/binary/a`],
      ['DELETE', `/1/service/${owner}/storage/a`],
    ]),
    ['POST', '/1/tenants', { [`service.${service}`]: { _service: 'callback', _service_groups: 'ours' } }],
    ['POST', '/1/tenants', { [`service.${service}`]: { _service: 'office-hours' } }],
    ['DELETE', '/1/tenants', [`service.${service}`]],
  ];
}

const UNKNOWN: Named = { service: 'nothing', id: '118-none', interaction: '118-never', number: '+33199000000' };

/** A callback, an interaction and a stored value of a service that ada does not see. */
async function hide(bed: WireBed, { roles = ['Administrator'], application = {}, hidden = {} }: Mode): Promise<Named> {
  const options = { _overwritable_options: '_redirect' };
  await bed.service('own', options);
  await bed.service('hidden', options);
  const id = await bed.create('hidden');
  const [interaction, number] = await redirected(bed);
  await bed.good(bed.send('POST', `/genesys/1/service/${id}/storage`, { a: '1' }));
  await bed.control('PUT', '/mock/persons/ada', { roles, services: ['own', 'ours'] });
  await bed.service('hidden', { ...options, ...hidden });
  await bed.control('PUT', '/mock/application', application);
  return { service: 'hidden', id, interaction, number };
}

/** A number that was reserved on the way through the hidden service. */
async function redirected(bed: WireBed): Promise<readonly [id: string, number: string]> {
  const wish = { _customer_number: '5115', _redirect: 'request-interaction' };
  const reply = (await bed.good(bed.send('POST', '/genesys/1/service/callback/hidden', wish))) as WireRecord;
  return [reply._id ?? '', reply._access_number ?? ''];
}

/** Status, header and body of an answer to ada, every name in it made the same. */
async function answerTo(bed: WireBed, [method, path, body]: Question, mode: Mode, named: Named): Promise<string> {
  const response = await bed.context.fetch(`/genesys${path}`, {
    method,
    headers: {
      gms_user: 'ada',
      ...(mode.authorization !== undefined && { authorization: mode.authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  let text = `${response.status} ${response.headers.get('www-authenticate') ?? ''} ${await response.text()}`;
  for (const [key, name] of Object.entries<string>({ ...named })) text = text.replaceAll(name, key);
  return text;
}

async function tellsNothing(bed: WireBed, mode: Mode): Promise<void> {
  const named = await hide(bed, mode);
  const before = await bed.hash();
  const [hidden, unknown] = [questions(named), questions(UNKNOWN)];
  for (const [index, question] of hidden.entries()) {
    const expected = await answerTo(bed, unknown[index] ?? question, mode, UNKNOWN);
    bed.assert.strictEqual(await answerTo(bed, question, mode, named), expected, `${question[0]} ${question[1]}`);
  }
  bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
}

async function asAda(bed: WireBed, method: string, path: string, body?: unknown): Promise<Response> {
  return bed.context.fetch(`/genesys${path}`, {
    method,
    headers: { gms_user: 'ada', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

export const hiddenCases: readonly WireCase[] = [
  ...MODES.map((mode) => ({
    name: `section 9: no endpoint tells what is hidden from what is not there: ${mode.name}`,
    run: (bed: WireBed) => tellsNothing(bed, mode),
  })),
  {
    name: 'section 9: a number that was reserved for a hidden callback matches nothing, also when the callback has expired',
    async run(bed) {
      await bed.service('hidden', { _ttl: '5' });
      const id = await bed.create('hidden');
      const path = '/genesys/1/service/request-access';
      const { _access_number } = (await bed.good(bed.send('POST', path, { _id: id }))) as WireRecord;
      await bed.control('PUT', '/mock/persons/ada', { roles: ['Supervisor'], services: ['S'] });
      const match = ['/1/service/match-interaction', { _access_number }] as const;
      for (const seconds of [0, 10]) {
        await bed.advance(seconds);
        bed.assert.strictEqual((await asAda(bed, 'POST', ...match)).status, 404, `after ${seconds} s`);
        bed.assert.strictEqual((await asAda(bed, 'GET', `/1/service/${id}/storage`)).status, 404);
        await bed.good(bed.send('POST', `/genesys${match[0]}`, match[1]));
      }
      await bed.control('PUT', '/mock/persons/ada', { roles: ['Supervisor'], services: ['hidden'] });
      await bed.good(asAda(bed, 'POST', ...match));
    },
  },
  {
    name: 'section 9: what was asked of a basic service directly belongs to no callback service, and to everybody',
    async run(bed) {
      await bed.control('PUT', '/mock/persons/ada', { roles: ['Supervisor'], services: ['S'] });
      const path = '/genesys/1/service/request-interaction';
      const { _access_number } = (await bed.good(bed.send('POST', path, { a: '1' }))) as WireRecord;
      await bed.good(asAda(bed, 'POST', '/1/service/match-interaction', { _access_number }));
    },
  },
  {
    name: 'section 9: persons of whom the mock was not told may be kept out',
    async run(bed) {
      await bed.control('PUT', '/mock/persons/ada', { roles: ['Supervisor'], services: [] });
      await bed.control('PUT', '/mock/application', { mock: { 'unknown-persons': 'refuse' } });
      await bed.good(asAda(bed, 'GET', '/1/admin/callback/queues'));
      for (const headers of [{}, { gms_user: 'stranger' }, { gms_user: '' }]) {
        const response = await bed.get('/genesys/1/admin/callback/queues', headers);
        bed.assert.strictEqual(response.status, 403);
        bed.assert.ok(((await response.json()) as WireRecord).message, 'words');
      }
    },
  },
];
