import type { WireBed, WireCase } from './wire-bed.js';

/** What goes wrong on the way, on command: the same for whatever carries the requests. */

const QUEUES = '/genesys/1/admin/callback/queues';
const CREATE = '/genesys/1/service/callback/S';

function faults(bed: WireBed, ...list: readonly Readonly<Record<string, unknown>>[]): Promise<unknown> {
  return bed.control('PUT', '/mock/faults', list);
}

async function fired(bed: WireBed): Promise<Readonly<Record<string, number>>> {
  const list = (await bed.control('GET', '/mock/faults')) as readonly { readonly id: string; readonly fired: number }[];
  return Object.fromEntries(list.map(({ id, fired: count }) => [id, count]));
}

function start(bed: WireBed): Promise<Response> {
  return bed.send('POST', CREATE, { _customer_number: '5115' });
}

async function count(bed: WireBed): Promise<number> {
  return (await bed.queues()).S?.length ?? 0;
}

/** Asserts that no answer came: the connection broke. */
async function breaks(bed: WireBed, request: Promise<Response>): Promise<void> {
  const outcome = await request.then(
    (response) => `answered ${response.status}`,
    () => 'broke',
  );
  bed.assert.strictEqual(outcome, 'broke');
}

async function textOf(request: Promise<Response>): Promise<string> {
  return (await request).text();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Waits until the mock has seen a request that a fault struck and nobody answered yet. */
async function isStruck(bed: WireBed, id: string): Promise<void> {
  for (;;) if (((await fired(bed))[id] ?? 0) > 0) return;
}

const deciding: readonly WireCase[] = [
  {
    name: 'fault status: answers in place of the server, which does nothing',
    async run(bed) {
      await faults(bed, { id: 'busy', kind: 'status', status: 503, retryAfter: 7 });
      const response = await start(bed);
      bed.assert.strictEqual(response.status, 503);
      bed.assert.strictEqual(response.headers.get('retry-after'), '7');
      const body = (await response.json()) as Readonly<Record<string, unknown>>;
      bed.assert.deepEqual(Object.keys(body).sort(), ['code', 'exception', 'message', 'phrase']);
      await faults(bed);
      bed.assert.strictEqual(await count(bed), 0);
    },
  },
  {
    name: 'fault status: sends the body it is given, JSON or text, also with status 200',
    async run(bed) {
      await faults(bed, { id: 'a', kind: 'status', status: 200, body: { message: 'no' }, times: 1 });
      bed.assert.deepEqual(await bed.good(bed.get(QUEUES)), { message: 'no' });
      await faults(bed, { id: 'b', kind: 'status', status: 502, body: 'Bad gateway' });
      const response = await bed.get(QUEUES);
      bed.assert.include(response.headers.get('content-type') ?? '', 'text/plain');
      bed.assert.strictEqual(await response.text(), 'Bad gateway');
    },
  },
  {
    name: 'fault status: after the effect only the answer is lost',
    async run(bed) {
      await faults(bed, { id: 'late', kind: 'status', status: 504, when: 'after', method: 'POST' });
      bed.assert.strictEqual((await start(bed)).status, 504);
      bed.assert.strictEqual(await count(bed), 1);
    },
  },
  {
    name: 'fault drop: breaks the connection before the effect',
    async run(bed) {
      await faults(bed, { id: 'cut', kind: 'drop', method: 'POST' });
      await breaks(bed, start(bed));
      bed.assert.strictEqual(await count(bed), 0);
    },
  },
  {
    name: 'fault drop: breaks the connection after the effect',
    async run(bed) {
      await faults(bed, { id: 'cut', kind: 'drop', method: 'POST', when: 'after' });
      await breaks(bed, start(bed));
      bed.assert.strictEqual(await count(bed), 1);
    },
  },
  {
    name: 'fault html: a sign-in page with status 200',
    async run(bed) {
      await faults(bed, { id: 'proxy', kind: 'html' });
      const response = await bed.get(QUEUES);
      bed.assert.strictEqual(response.status, 200);
      bed.assert.include(response.headers.get('content-type') ?? '', 'text/html');
      bed.assert.include(await response.text(), 'type="password"');
    },
  },
  {
    name: 'fault truncate: ends the answer early',
    async run(bed) {
      await start(bed);
      const whole = await textOf(bed.get(QUEUES));
      await faults(bed, { id: 'short', kind: 'truncate', bytes: 20 });
      bed.assert.strictEqual(await textOf(bed.get(QUEUES)), whole.slice(0, 20));
    },
  },
  {
    name: 'fault malformed: text that is no JSON',
    async run(bed) {
      await faults(bed, { id: 'bad', kind: 'malformed', how: 'json' });
      const response = await bed.get(QUEUES);
      bed.assert.strictEqual(response.status, 200);
      bed.assert.ok(!isJson(await response.text()));
    },
  },
  {
    name: 'fault malformed: JSON of another shape',
    async run(bed) {
      const good = await bed.queues();
      await faults(bed, { id: 'bad', kind: 'malformed', how: 'shape' });
      bed.assert.deepEqual(await bed.queues(), { data: { items: good }, next: null });
    },
  },
  {
    name: 'fault malformed: values of wrong types under the right keys',
    async run(bed) {
      await start(bed);
      const [good] = (await bed.queues()).S ?? [];
      await faults(bed, { id: 'bad', kind: 'malformed', how: 'types' });
      const [bad] = (await bed.queues()).S ?? [];
      bed.assert.deepEqual(Object.keys(bad ?? {}), Object.keys(good ?? {}));
      for (const [key, value] of Object.entries(bad ?? {})) bed.assert.ok(typeof value !== 'string', key);
      bed.assert.strictEqual(bad?._desired_time, Date.parse(good?._desired_time ?? '') / 1000);
    },
  },
  {
    name: 'fault malformed: bytes that are not UTF-8',
    async run(bed) {
      await faults(bed, { id: 'bad', kind: 'malformed', how: 'encoding' });
      const bytes = await (await bed.get(QUEUES)).arrayBuffer();
      let isUtf8 = true;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        isUtf8 = false;
      }
      bed.assert.strictEqual(isUtf8, false);
    },
  },
  {
    name: 'fault drip: the same answer in small pieces',
    async run(bed) {
      await start(bed);
      const whole = await textOf(bed.get(QUEUES));
      await faults(bed, { id: 'slow', kind: 'drip', bytesPerChunk: 40, milliseconds: 0 });
      bed.assert.strictEqual(await textOf(bed.get(QUEUES)), whole);
    },
  },
  {
    name: 'fault stall: no answer until the client gives up, nor an effect',
    async run(bed) {
      await faults(bed, { id: 'mute', kind: 'stall', answer: 'none', method: 'POST' });
      const patience = new AbortController();
      const request = bed.context.fetch(CREATE, { method: 'POST', body: '{}', signal: patience.signal });
      const broken = breaks(bed, request);
      await isStruck(bed, 'mute');
      patience.abort();
      await broken;
      bed.assert.strictEqual(await count(bed), 0);
    },
  },
  {
    name: 'fault stall: headers, and then silence',
    async run(bed) {
      await faults(bed, { id: 'mute', kind: 'stall' });
      const response = await bed.get(QUEUES);
      bed.assert.strictEqual(response.status, 200);
      let isOver = false;
      const rest = response.text().then(
        () => 'whole',
        () => 'broke',
      );
      void rest.finally(() => (isOver = true));
      await bed.hash();
      bed.assert.strictEqual(isOver, false);
      await faults(bed);
      bed.assert.strictEqual(await rest, 'broke');
    },
  },
  {
    name: 'fault stall: whoever still waits when the list is replaced sees the connection break',
    async run(bed) {
      await faults(bed, { id: 'mute', kind: 'stall', answer: 'none' });
      const broken = breaks(bed, bed.get(QUEUES));
      await isStruck(bed, 'mute');
      await faults(bed);
      await broken;
    },
  },
];

const companions: readonly WireCase[] = [
  {
    name: "fault latency: by the mock's clock the answer comes when that has moved on",
    async run(bed) {
      await faults(bed, { id: 'slow', kind: 'latency', milliseconds: 60_000, clock: 'engine' });
      let isAnswered = false;
      const request = start(bed).finally(() => (isAnswered = true));
      await isStruck(bed, 'slow');
      await bed.advance(59);
      bed.assert.strictEqual(isAnswered, false);
      await bed.advance(1);
      bed.assert.strictEqual((await request).status, 200);
      await faults(bed);
      bed.assert.strictEqual((await bed.queues()).S?.[0]?._desired_time, bed.at(60));
    },
  },
  {
    name: 'fault latency: after the effect, what is answered is older than what happened meanwhile',
    async run(bed) {
      const slow = { id: 'slow', kind: 'latency', milliseconds: 1000, when: 'after', clock: 'engine', times: 1 };
      await faults(bed, slow);
      const old = textOf(bed.get(QUEUES));
      await isStruck(bed, 'slow');
      await start(bed);
      await bed.advance(1);
      bed.assert.deepEqual(JSON.parse(await old), { P: [], S: [] });
      bed.assert.strictEqual(await count(bed), 1);
    },
  },
  {
    name: 'fault clock-skew: only the header Date is ahead',
    async run(bed) {
      await faults(bed, { id: 'skew', kind: 'clock-skew', seconds: 43_200 });
      const response = await start(bed);
      bed.assert.strictEqual(Date.parse(response.headers.get('date') ?? ''), Date.parse(bed.at(43_200)));
      bed.assert.strictEqual((await bed.queues()).S?.[0]?._desired_time, bed.at(0));
    },
  },
  {
    name: 'fault duplicate: the request is carried out twice and the second answer is sent',
    async run(bed) {
      await faults(bed, { id: 'twice', kind: 'duplicate', method: 'POST' });
      const { _id } = (await bed.good(start(bed))) as Readonly<Record<string, string>>;
      await faults(bed);
      const records = (await bed.queues()).S ?? [];
      bed.assert.strictEqual(records.length, 2);
      bed.assert.ok(records.some((record) => record._id === _id));
    },
  },
  {
    name: 'faults go together: late, twice, and the last answer lost',
    async run(bed) {
      await faults(
        bed,
        { id: 'slow', kind: 'latency', milliseconds: 0 },
        { id: 'first', kind: 'status', status: 500, when: 'after', method: 'POST' },
        { id: 'second', kind: 'status', status: 503, method: 'POST' },
        { id: 'twice', kind: 'duplicate', method: 'POST' },
      );
      bed.assert.strictEqual((await start(bed)).status, 500);
      bed.assert.deepEqual(await fired(bed), { slow: 1, first: 1, second: 0, twice: 1 });
      await faults(bed);
      bed.assert.strictEqual(await count(bed), 2);
    },
  },
];

const rules: readonly WireCase[] = [
  {
    name: 'faults let requests pass, strike so often, and leave other methods and paths alone',
    async run(bed) {
      const path = '/genesys/*/admin/**';
      await faults(bed, { id: 'third', kind: 'status', status: 500, method: ['GET', 'PUT'], path, skip: 2, times: 1 });
      const statuses: number[] = [(await start(bed)).status];
      for (let request = 0; request < 4; request += 1) statuses.push((await bed.get(`${QUEUES}?max=1`)).status);
      bed.assert.deepEqual(statuses, [200, 200, 200, 500, 200]);
      bed.assert.deepEqual(await fired(bed), { third: 1 });
    },
  },
  {
    name: 'faults never touch the control of the mock, nor its hash',
    async run(bed) {
      const before = await bed.hash();
      await faults(bed, { id: 'all', kind: 'drop', path: '/**' });
      bed.assert.strictEqual(await bed.hash(), before);
      await breaks(bed, bed.get(QUEUES));
      bed.assert.strictEqual(await bed.hash(), before);
    },
  },
  {
    name: 'faults that struck a request stand in its log entry',
    async run(bed) {
      await faults(bed, { id: 'a', kind: 'duplicate' }, { id: 'b', kind: 'html' });
      await bed.get(QUEUES);
      const log = (await bed.control('GET', '/mock/log')) as readonly Readonly<Record<string, unknown>>[];
      const entry = log.find(({ path }) => path === QUEUES);
      bed.assert.deepEqual([entry?.faults, entry?.status], [['a', 'b'], 200]);
    },
  },
  {
    name: 'a list with a wrong fault is refused with its entry and field, and the old one stays',
    async run(bed) {
      await faults(bed, { id: 'old', kind: 'html' });
      const list = [
        { id: 'a', kind: 'html' },
        { id: 'b', kind: 'latency', milliseconds: -1 },
      ];
      const response = await bed.send('PUT', '/mock/faults', list);
      bed.assert.strictEqual(response.status, 400);
      bed.assert.include(await response.text(), 'entry 2, milliseconds');
      bed.assert.deepEqual(await fired(bed), { old: 0 });
    },
  },
  {
    name: 'reset forgets every fault',
    async run(bed) {
      await faults(bed, { id: 'all', kind: 'drop' });
      await bed.control('POST', '/mock/reset', { scenario: 'empty' });
      bed.assert.deepEqual(await fired(bed), {});
      bed.assert.strictEqual((await bed.get(QUEUES)).status, 200);
    },
  },
];

export const faultCases: readonly WireCase[] = [...deciding, ...companions, ...rules];
