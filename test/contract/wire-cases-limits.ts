import type { WireBed, WireCase } from './wire-bed.js';

/** Requests of unusual size, depth and type, and the methods that every server has. */

const CREATE = '/genesys/1/service/callback/S';
const QUEUES = '/genesys/1/admin/callback/queues';
const MEBIBYTE = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';

interface OddBody {
  readonly name: string;
  readonly type?: string;
  readonly body: () => BodyInit;
  readonly status: number;
}

const ODD_BODIES: readonly OddBody[] = [
  { name: 'a body above 1 MiB', body: () => callbackOf(MEBIBYTE + 1), status: 413 },
  { name: 'a body of 1 MiB', body: () => callbackOf(MEBIBYTE), status: 200 },
  { name: 'JSON nested 5,000 deep', body: () => `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, status: 400 },
  { name: 'JSON that is never closed', body: () => '{"a":'.repeat(5000), status: 400 },
  { name: 'brackets in a text, which are no depth', body: () => callbackWith('[{'.repeat(500)), status: 200 },
  { name: 'bytes that are not UTF-8', body: () => new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), status: 400 },
  { name: 'a byte order mark before JSON', body: () => `\ufeff${callbackWith('x')}`, status: 200 },
  { name: 'JSON under another type', type: 'text/plain', body: () => callbackWith('x'), status: 200 },
  { name: 'JSON under a type that is none', type: ';;', body: () => callbackWith('x'), status: 200 },
  ...[
    'text/xml',
    'application/xml',
    'text/html',
    'image/png',
    'application/octet-stream',
    'application/javascript',
  ].map((type) => ({ name: `a body of type ${type}`, type, body: () => callbackWith('x'), status: 415 })),
  {
    name: 'JSON of a vendor',
    type: 'application/vnd.x+json; charset=utf-8',
    body: () => callbackWith('x'),
    status: 200,
  },
  { name: 'a form', type: FORM, body: () => '_customer_number=5115&a=100%25+of', status: 200 },
  { name: 'a form with a stray percent sign', type: FORM, body: () => '_customer_number=5115&a=%zz', status: 400 },
  { name: 'a form whose bytes are no UTF-8', type: FORM, body: () => '_customer_number=5115&a=%ff', status: 400 },
  { name: 'a truth value as a number', body: () => '{"_customer_number":true}', status: 400 },
  { name: 'an object as a number', body: () => '{"_customer_number":{"a":1}}', status: 400 },
  { name: 'a number of sixteen digits', body: () => '{"_customer_number":1234567890123456}', status: 200 },
  { name: 'a number that JSON cannot keep', body: () => '{"_customer_number":1234567890123456789012}', status: 400 },
  { name: 'such a number further down', body: () => '{"_customer_number":"5115","a":[{"b":1e400}]}', status: 400 },
  { name: 'a form that says it is JSON', type: 'application/json', body: () => 'a=1', status: 400 },
  { name: 'a multipart form without its boundary', type: 'multipart/form-data', body: () => 'x', status: 400 },
];

function callbackWith(text: string): string {
  return JSON.stringify({ _customer_number: '5115', text });
}

function callbackOf(bytes: number): string {
  return callbackWith('x'.repeat(bytes - callbackWith('').length));
}

async function isAnswered(bed: WireBed, { type = 'application/json', body, status }: OddBody): Promise<void> {
  const before = await bed.hash();
  const init = { method: 'POST', headers: { 'content-type': type }, body: body() };
  const response = await bed.context.fetch(CREATE, init);
  const text = await response.text();
  bed.assert.strictEqual(response.status, status, text.slice(0, 200));
  if (status === 200) return;
  bed.assert.ok((JSON.parse(text) as Readonly<Record<string, unknown>>).message, 'a message');
  bed.assert.strictEqual(await bed.hash(), before);
}

export const limitCases: readonly WireCase[] = [
  ...ODD_BODIES.map((odd) => ({
    name: `${odd.status === 200 ? 'takes' : 'refuses'} ${odd.name}`,
    run: (bed: WireBed) => isAnswered(bed, odd),
  })),
  {
    name: 'HEAD answers what GET would, without its body',
    async run(bed) {
      const response = await bed.context.fetch(QUEUES, { method: 'HEAD' });
      bed.assert.strictEqual(response.status, 200);
      bed.assert.include(response.headers.get('content-type') ?? '', 'application/json');
      bed.assert.strictEqual(await response.text(), '');
    },
  },
  {
    name: 'OPTIONS names the methods of an address',
    async run(bed) {
      const response = await bed.context.fetch(CREATE, { method: 'OPTIONS' });
      bed.assert.strictEqual(response.status, 204);
      bed.assert.strictEqual(response.headers.get('allow'), 'GET, POST');
    },
  },
];
