import type { WireBed, WireCase, WireRecord } from './wire-bed.js';

/** Redirects, options that requests replace, and the basic services that redirects lead to. */

interface Row {
  readonly name: string;
  readonly service: Readonly<Record<string, string>>;
  /** Absent = the request does not say. */
  readonly redirect?: string;
  readonly answer: 'hello' | 'interaction' | 'callback';
}

const ALLOWED = { _overwritable_options: '_ors, _redirect' };

const ROWS: readonly Row[] = [
  { name: 'configured, none asked for', service: { ...ALLOWED, _redirect: 'hello' }, answer: 'hello' },
  {
    name: 'configured, another asked for',
    service: { ...ALLOWED, _redirect: 'hello' },
    redirect: 'request-interaction',
    answer: 'interaction',
  },
  {
    name: 'configured, asked for none',
    service: { ...ALLOWED, _redirect: 'hello' },
    redirect: '',
    answer: 'callback',
  },
  { name: 'fixed, none asked for', service: { _redirect: 'hello' }, answer: 'hello' },
  {
    name: 'fixed, another asked for',
    service: { _redirect: 'hello' },
    redirect: 'request-interaction',
    answer: 'hello',
  },
  { name: 'fixed, asked for none', service: { _redirect: 'hello' }, redirect: '', answer: 'hello' },
  {
    name: 'fixed by an empty list, another asked for',
    service: { _redirect: 'hello', _overwritable_options: '' },
    redirect: 'request-interaction',
    answer: 'hello',
  },
  { name: 'none configured, none asked for', service: ALLOWED, answer: 'callback' },
  { name: 'none configured, asked for none', service: ALLOWED, redirect: '', answer: 'callback' },
  { name: 'an empty one configured', service: { ...ALLOWED, _redirect: '' }, answer: 'callback' },
  { name: 'none configured, one asked for', service: ALLOWED, redirect: 'request-interaction', answer: 'interaction' },
  {
    name: 'none configured and not allowed, one asked for',
    service: {},
    redirect: 'request-interaction',
    answer: 'callback',
  },
];

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  return form;
}

/** JSON, encoded and multipart form: the three behave alike. */
function bodies(fields: Readonly<Record<string, string>>): readonly RequestInit[] {
  return [
    { headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) },
    { body: new URLSearchParams(fields) },
    { body: formOf(fields) },
  ];
}

async function redirects(bed: WireBed, { service, redirect, answer }: Row): Promise<void> {
  await bed.service('S', service);
  const fields = { _customer_number: '5115', ...(redirect !== undefined && { _redirect: redirect }) };
  for (const init of bodies(fields)) {
    const request = bed.context.fetch('/genesys/1/service/callback/S', { method: 'POST', ...init });
    const body = (await bed.good(request)) as WireRecord;
    if (answer === 'hello') bed.assert.deepEqual(body, { msg: 'hello' });
    else if (answer === 'callback') {
      bed.assert.strictEqual(body._action, 'ConfirmationDialog');
      bed.assert.strictEqual((await bed.record(body._id ?? ''))._redirect, undefined, 'kept nowhere');
    } else {
      bed.assert.deepEqual(Object.keys(body).sort(), ['_access_code', '_access_number', '_expiration_time', '_id']);
    }
  }
}

const post = (bed: WireBed, path: string, body: unknown): Promise<Response> =>
  bed.send('POST', `/genesys/1${path}`, body);

export const redirectCases: readonly WireCase[] = [
  ...ROWS.map((row) => ({
    name: `91: redirect, ${row.name}: ${row.answer}`,
    run: (bed: WireBed) => redirects(bed, row),
  })),
  {
    name: '91: a builtin service has no redirect',
    async run(bed) {
      await bed.control('PUT', '/mock/services/request-interaction', {
        _type: 'builtin',
        _service: 'request-interaction',
        _redirect: 'hello',
        ...ALLOWED,
      });
      const body = await bed.good(post(bed, '/service/request-interaction', { _redirect: 'hello' }));
      bed.assert.ok((body as WireRecord)._access_number, 'an access number');
    },
  },
  {
    name: '4.10: a redirect to another callback service follows the rules of that one',
    async run(bed) {
      await bed.service('S', { _redirect: 'P' });
      await bed.service('P', { _mandatory_customer_lookup_keys: '_customer_number,_email' });
      const path = '/service/callback/S';
      bed.assert.strictEqual((await post(bed, path, { _customer_number: '5115' })).status, 400);
      const { _id = '' } = (await bed.good(post(bed, path, { _customer_number: '5115', _email: 'x' }))) as WireRecord;
      bed.assert.strictEqual((await bed.record(_id))._service_name, 'P');
    },
  },
  {
    name: '4.10, 4.9: whoever is redirected needs the credentials of the service where that ends',
    async run(bed) {
      const path = '/service/callback/S';
      await bed.service('P', { username: 'own', password: 'word' });
      const interactions = { _type: 'builtin', _service: 'request-interaction', username: 'own', password: 'word' };
      await bed.control('PUT', '/mock/services/numbers', interactions);
      const authorization = `Basic ${btoa('own:word')}`;
      for (const target of ['P', 'numbers']) {
        await bed.service('S', { _redirect: target });
        const before = await bed.hash();
        const refused = await post(bed, path, { _customer_number: '5115' });
        bed.assert.strictEqual(refused.status, 401, target);
        bed.assert.include(refused.headers.get('www-authenticate') ?? '', 'Basic realm=');
        bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
        const init = { method: 'POST', body: new URLSearchParams({ _customer_number: '5115' }) };
        await bed.good(bed.context.fetch(`/genesys/1${path}`, { ...init, headers: { authorization } }));
      }
      await bed.service('S');
      await bed.good(post(bed, path, { _customer_number: '5115' }));
    },
  },
  {
    name: '4.11: the redirect is asked before the mandatory keys',
    async run(bed) {
      await bed.service('S', { _redirect: 'hello' });
      bed.assert.deepEqual(await bed.good(post(bed, '/service/callback/S', {})), { msg: 'hello' });
    },
  },
  {
    name: '4.10: a redirect that leads nowhere, or back, is refused with words, and nothing changes',
    async run(bed) {
      await bed.service('P', { _redirect: 'S' });
      for (const target of ['nowhere', 'S', 'P']) {
        await bed.service('S', { _redirect: target });
        const before = await bed.hash();
        const response = await post(bed, '/service/callback/S', { _customer_number: '5115' });
        const { message = '' } = (await response.json()) as WireRecord;
        bed.assert.strictEqual(response.status, 400, target);
        bed.assert.include(message, '_redirect');
        bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      }
    },
  },
  {
    name: '1.1: placeholders in options are filled from the request, every one of them',
    async run(bed) {
      await bed.service('S', { _target: '$skill$@$site$.GA', _redirect: '$way$' });
      const path = '/service/callback/S';
      const fields = { _customer_number: '5115', skill: 'Billing', way: 'P', site: '$skill$' };
      await bed.service('P', { _target: '$skill$+$skill$@$site$.$nobody$' });
      const { _id = '' } = (await bed.good(post(bed, path, fields))) as WireRecord;
      const position = await bed.good(bed.get(`/genesys/1/service/${_id}/check-queue-position`));
      bed.assert.include(JSON.stringify(position), 'Billing+Billing@$skill$.$nobody$');
    },
  },
  {
    name: '1.1: a request replaces an option only where the service lists it',
    async run(bed) {
      const sent = { _customer_number: '5115', _target: 'Sent@Stat.GA' };
      for (const [options, target] of [
        [{ _target: 'Own@Stat.GA' }, 'Own@Stat.GA'],
        [{ _target: 'Own@Stat.GA', _overwritable_options: '_ors' }, 'Own@Stat.GA'],
        [{ _target: 'Own@Stat.GA', _overwritable_options: '_ors,_target' }, 'Sent@Stat.GA'],
        [{}, 'Sent@Stat.GA'],
      ] as const) {
        await bed.service('S', options);
        const { _id = '' } = (await bed.good(post(bed, '/service/callback/S', sent))) as WireRecord;
        const position = await bed.good(bed.get(`/genesys/1/service/${_id}/check-queue-position`));
        bed.assert.include(JSON.stringify(position), target);
      }
    },
  },
  {
    name: '1.13: a call finds what was sent before it, as long as its number is reserved',
    async run(bed) {
      const sent = { _customer_number: '5115', _LOB: 'Sales' };
      const [access, other] = (await Promise.all([
        bed.good(post(bed, '/service/request-interaction', sent)),
        bed.good(
          bed.context.fetch('/genesys/1/service/request-interaction', { method: 'POST', body: formOf({ a: 'b' }) }),
        ),
      ])) as readonly WireRecord[];
      bed.assert.ok(access?._access_number !== other?._access_number, 'two numbers');
      bed.assert.ok((access?._expiration_time ?? '') > bed.at(0), 'time to call');
      const question = { _access_number: access?._access_number };
      const match = (await bed.good(post(bed, '/service/match-interaction', question))) as WireRecord;
      bed.assert.strictEqual(match._id, access?._id);
      const stored = `/genesys/1/service/${match._data_id ?? ''}/storage`;
      bed.assert.deepEqual(await bed.good(bed.get(stored)), sent);
      await bed.advance(31);
      bed.assert.strictEqual((await post(bed, '/service/match-interaction', question)).status, 404);
      bed.assert.strictEqual((await bed.get(stored)).status, 404);
    },
  },
  {
    name: '1.13: a callback gets an access number',
    async run(bed) {
      const id = await bed.create('S');
      const body = { _id: id, _resource_group: 'mobile' };
      const access = (await bed.good(post(bed, '/service/request-access', body))) as WireRecord;
      bed.assert.deepEqual(Object.keys(access).sort(), ['_access_number', '_expiration_time']);
      const question = { _access_number: access._access_number };
      bed.assert.deepEqual(await bed.good(post(bed, '/service/match-interaction', question)), {
        _id: id,
        _data_id: id,
      });
      bed.assert.strictEqual((await post(bed, '/service/request-access', { _id: 'none' })).status, 404);
      bed.assert.strictEqual((await post(bed, '/service/request-access', {})).status, 400);
      bed.assert.strictEqual((await post(bed, '/service/match-interaction', {})).status, 400);
      bed.assert.strictEqual((await bed.get('/genesys/1/service/request-access')).status, 405);
      bed.assert.strictEqual((await bed.get('/genesys/1/service/nothing')).status, 404);
    },
  },
  {
    name: '1.13: values are stored under a callback, told one by one or all, and forgotten',
    async run(bed) {
      const id = await bed.create('S');
      const path = `/genesys/1/service/${id}/storage`;
      bed.assert.deepEqual(await bed.good(bed.get(path)), {});
      await bed.good(bed.send('POST', path, { a: '1', nested: { b: 2 } }));
      await bed.good(bed.context.fetch(path, { method: 'POST', body: new URLSearchParams({ c: 'ü' }) }));
      await bed.good(bed.context.fetch(path, { method: 'POST', body: formOf({ a: '2' }) }));
      bed.assert.deepEqual(await bed.good(bed.get(path)), { a: '2', nested: '{"b":2}', c: 'ü' });
      bed.assert.strictEqual(await (await bed.get(`${path}/c`)).text(), 'ü');
      const bytes = new Uint8Array(await (await bed.get(`${path}/binary/c`)).arrayBuffer());
      bed.assert.deepEqual([...bytes], [0xc3, 0xbc]);
      await bed.good(bed.send('DELETE', `${path}/a`));
      const before = await bed.hash();
      for (const gone of [bed.send('DELETE', `${path}/a`), bed.get(`${path}/a`), bed.get(`${path}/constructor`)]) {
        bed.assert.strictEqual((await gone).status, 404);
      }
      bed.assert.strictEqual((await bed.send('POST', '/genesys/1/service/none/storage', { a: '1' })).status, 404);
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
    },
  },
];
