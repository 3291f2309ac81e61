import { START } from './wire-bed.js';
import type { WireBed, WireCase } from './wire-bed.js';

interface Summary {
  readonly now: string;
  readonly rate: number;
  readonly hash: string;
  readonly counts: Readonly<Record<string, number>>;
}

interface Clock {
  readonly now: string;
  readonly rate: number;
  readonly events?: readonly { readonly event: string; readonly at: string; readonly id?: string }[];
}

const clock = async (bed: WireBed, change: object): Promise<Clock> =>
  (await bed.control('POST', '/mock/clock', change)) as Clock;

const summary = async (bed: WireBed): Promise<Summary> => (await bed.control('GET', '/mock/state')) as Summary;

/** Sends a control call that must be refused, in words, and change nothing. */
async function refused(
  bed: WireBed,
  call: readonly [method: string, path: string, body?: unknown],
  words: string,
): Promise<void> {
  const before = await summary(bed);
  const response = await bed.send(...call);
  const { message } = (await response.json()) as { readonly message: string };
  bed.assert.ok(response.status === 400 || response.status === 404, `status ${response.status}`);
  bed.assert.include(message, words);
  bed.assert.deepEqual(await summary(bed), before);
}

/** Two callbacks, one due in ten minutes, and an hour in which an agent calls them. */
async function live(bed: WireBed): Promise<string> {
  await bed.control('PUT', '/mock/agents', { loggedIn: 1, handleSeconds: 60, answerRate: 1 });
  const id = await bed.create('S', { _desired_time: bed.at(600), _LOB: 'Ünï 😀' });
  await bed.create('P');
  await bed.advance(3600);
  return id;
}

/** Time travel: the control calls that move, keep and bring back a mock. */
export const timeTravelCases: readonly WireCase[] = [
  {
    name: 'the clock pauses, and plays at the rate before',
    run: async (bed) => {
      await clock(bed, { rate: 600 });
      bed.assert.strictEqual((await clock(bed, { pause: true })).rate, 0);
      const { now } = await summary(bed);
      bed.assert.strictEqual((await summary(bed)).now, now);
      bed.assert.strictEqual((await clock(bed, { play: true })).rate, 600);
    },
  },
  {
    name: 'a step goes to the next instant at which something happens, and tells it',
    run: async (bed) => {
      const id = await bed.create('S', { _desired_time: bed.at(600) });
      const { now, events = [] } = await clock(bed, { step: true });
      bed.assert.ok(Date.parse(now) > START && Date.parse(now) <= START + 600_000, now);
      bed.assert.ok(events.length > 0);
      bed.assert.ok(events.every((event) => event.at === now && event.id === id));
      bed.assert.strictEqual(await bed.state(id), 'QUEUED');
      const { events: more = [] } = await clock(bed, { step: 100 });
      bed.assert.ok(more.some(({ event }) => event === 'expired'));
      bed.assert.deepEqual((await clock(bed, { step: 1 })).events, []);
    },
  },
  {
    name: 'a snapshot is taken and put back, and the mock goes on as if nothing had been between',
    run: async (bed) => {
      await live(bed);
      const snapshot = await bed.control('GET', '/mock/snapshot');
      const before = await summary(bed);
      const first = await bed.create('S');
      await bed.control('POST', '/mock/reset', { seed: 1 });
      bed.assert.deepEqual(await bed.control('PUT', '/mock/snapshot', snapshot), before);
      bed.assert.strictEqual(await bed.create('S'), first);
    },
  },
  {
    name: 'snapshots are kept by name, restored, listed and removed',
    run: async (bed) => {
      const name = 'before lunch / 50 %';
      const path = `/mock/snapshots/${encodeURIComponent(name)}`;
      const id = await bed.create('S', { _desired_time: bed.at(600) });
      const before = await summary(bed);
      await bed.control('POST', '/mock/snapshots', { name });
      await bed.advance(7200);
      await bed.control('POST', '/mock/reset');
      bed.assert.deepEqual(await bed.control('POST', `${path}/restore`), before);
      bed.assert.strictEqual(await bed.state(id), 'SCHEDULED');
      const listed = (await bed.control('GET', '/mock/snapshots')) as readonly object[];
      bed.assert.deepEqual(listed, [{ name, now: before.now, seed: 42, scenario: 'empty', records: 1 }]);
      await bed.control('DELETE', path);
      bed.assert.deepEqual(await bed.control('GET', '/mock/snapshots'), []);
      await refused(bed, ['POST', `${path}/restore`], 'there is none with the name');
      await refused(bed, ['DELETE', path], 'there is none with the name');
    },
  },
  {
    name: 'a scenario file brings everything back: records, time, rate, faults and hash (I30)',
    run: async (bed) => {
      await live(bed);
      await bed.control('PUT', '/mock/faults', [{ id: 'slow', kind: 'latency', milliseconds: 1, clock: 'real' }]);
      await clock(bed, { advance: 60 });
      const before = await summary(bed);
      const file = (await bed.control('GET', '/mock/scenario')) as Readonly<Record<string, unknown>>;
      bed.assert.strictEqual(file.hash, before.hash);
      await bed.control('POST', '/mock/reset', { scenario: 'seed', seed: 1 });
      bed.assert.deepEqual(await bed.control('PUT', '/mock/scenario', file), before);
      bed.assert.deepEqual(await bed.control('GET', '/mock/scenario'), file);
      const faults = (await bed.control('GET', '/mock/faults')) as readonly { readonly id: string }[];
      bed.assert.deepEqual(
        faults.map(({ id }) => id),
        ['slow'],
      );
    },
  },
  {
    name: 'what was refused is not in a scenario file',
    run: async (bed) => {
      const count = async (): Promise<number> =>
        ((await bed.control('GET', '/mock/scenario')) as { readonly commands: readonly unknown[] }).commands.length;
      const before = await count();
      const response = await bed.send('POST', '/genesys/1/service/callback/nowhere', { _customer_number: '5115' });
      bed.assert.ok(response.status >= 400);
      bed.assert.strictEqual(await count(), before);
    },
  },
  {
    name: 'keys of Object that a client sends do not keep a scenario file from being opened',
    run: async (bed) => {
      const body = '{"_customer_number":"5115","__proto__":"x","constructor":"y"}';
      const headers = { 'content-type': 'application/json' };
      await bed.context.fetch('/genesys/1/service/callback/S', { method: 'POST', headers, body });
      const before = await summary(bed);
      const file = await bed.control('GET', '/mock/scenario');
      bed.assert.deepEqual(await bed.control('PUT', '/mock/scenario', file), before);
    },
  },
  ...(
    [
      ['a step that is no number', ['POST', '/mock/clock', { step: 'far' }], 'or true for one step'],
      ['no step at all', ['POST', '/mock/clock', { step: 0 }], 'from 1 to 10000'],
      ['a pause that is none', ['POST', '/mock/clock', { pause: false }], 'Send true'],
      ['two changes of the clock at once', ['POST', '/mock/clock', { pause: true, rate: 1 }], 'Send one of'],
      ['a snapshot without a name', ['POST', '/mock/snapshots', {}], 'a name of 1 to 200 characters'],
      ['something that is no snapshot', ['PUT', '/mock/snapshot', { state: {} }], 'it is no snapshot of a mock'],
      ['a snapshot of a later version', ['PUT', '/mock/snapshot', { version: 9 }], 'Use a later version'],
      ['something that is no scenario', ['PUT', '/mock/scenario', []], 'Save one with GET /mock/scenario'],
      [
        'a scenario with an unknown command',
        [
          'PUT',
          '/mock/scenario',
          {
            format: 'callback-scenario',
            version: 2,
            start: { seed: 1, scenario: 'empty', now: '2026-03-02T09:00:00Z' },
            clock: { now: '2026-03-02T09:00:00Z', rate: 0 },
            commands: [{ at: '2026-03-02T09:00:00Z', type: 'explode' }],
          },
        ],
        'commands[0] has type "explode"',
      ],
    ] as const
  ).map(([what, call, words]): WireCase => ({
    name: `${what} is refused with words, and changes nothing`,
    run: (bed) => refused(bed, call, words),
  })),
];
