import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { startHttpServer } from '../../mock-server/node.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { Notifier, startNotifier } from '../../mock-server/shell/notifications/notifier.js';
import type { Options } from '../../src/domain/service.js';

const NOW = Date.UTC(2026, 2, 2, 9, 0, 7);
const TARGET = 'http://receiver.invalid/events';

const NOTIFYING: Options = {
  _service: 'callback',
  _enable_status_notification: 'notify',
  _status_notification_type: 'httpcb',
  _status_notification_target: TARGET,
  _disallow_impossible_phone_numbers: 'false',
  _retain_session_until_ixn_deleted: 'true',
};

interface Sent {
  readonly address: string;
  readonly body: Readonly<Record<string, string>>;
}

/** A mock with one notifying service, and everything that it sends; `answer` decides what each sending comes to. */
function bed(options: Options = {}, answer: (attempt: number) => Promise<number> = () => Promise.resolve(200)) {
  const wall = createSimulatedClock(NOW);
  const engine = new MockEngine({ scenario: 'empty', clock: wall, rate: 0 });
  const sent: Sent[] = [];
  const notifier = new Notifier(engine, (address, json) => {
    sent.push({ address, body: JSON.parse(json) as Sent['body'] });
    return answer(sent.length);
  });
  notifier.start();
  engine.setService('S', { ...NOTIFYING, ...options });
  const names = () => sent.map(({ body }) => body.event);
  const create = (fields: { desiredTime?: number; properties?: Options } = {}): string => {
    const wish = { type: 'create', serviceName: 'S', customerNumber: '5115', properties: {}, ...fields } as const;
    const result = engine.execute(wish);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.id;
  };
  const outcomes = () =>
    engine.log().flatMap((entry) => (entry.type === 'notification' ? [[entry.outcome, entry.attempts]] : []));
  return { wall, engine, notifier, sent, names, create, outcomes };
}

const SUBMITTED = [
  '_cbe_on_callback_submitted',
  '_cbe_on_callback_queued',
  '_cbe_on_service_create',
  '_cbe_on_virtual_ixn_create',
];
const UPDATED = '_cbe_on_callback_status_updated';

describe('what is told', () => {
  it('of a scheduled callback: that it is scheduled, moved, remembered and cancelled', async () => {
    const { engine, create, names } = bed({ _enable_notification_reminder: 'true' });
    const id = create({ desiredTime: NOW + 3_600_000 });
    engine.execute({ type: 'update', serviceName: 'S', id, desiredTime: NOW + 7_200_000, properties: {} });
    engine.clock({ advance: 6950 });
    engine.execute({ type: 'cancel', serviceName: 'S', id, discardOrsFailure: false });
    await vi.waitFor(() =>
      expect(names()).toEqual([
        '_cbe_on_callback_scheduled',
        '_cbe_on_callback_rescheduled',
        '_cbe_on_callback_reminder',
        UPDATED,
        '_cbe_on_callback_cancelled',
      ]),
    );
  });

  it('of an attempt to reach ORS that failed, and of the last one', async () => {
    const { engine, create, names } = bed({ _max_ors_submit_attempts: '2' });
    engine.setOrs({ reachable: false });
    create();
    engine.clock({ advance: 60 });
    const failed = '_cbe_on_callback_submit_failed';
    await vi.waitFor(() => expect(names()).toEqual([failed, failed, UPDATED]));
  });

  it('of a queued callback that waits too long', async () => {
    const { engine, create, names } = bed({ _urs_queued_ttl: '60' });
    create();
    engine.clock({ advance: 61 });
    const last = [UPDATED, '_cbe_on_callback_processing_failed', '_cbe_on_service_exit'];
    await vi.waitFor(() => expect(names()).toEqual([...SUBMITTED, ...last]));
  });

  it('is told even when the record is gone at the end of a long step of time', async () => {
    const { engine, create, sent } = bed({ _ttl: '600' });
    const id = create();
    engine.clock({ advance: 86_400 });
    await vi.waitFor(() => expect(sent.at(-1)?.body).toMatchObject({ event: '_cbe_on_service_exit', _service_id: id }));
  });

  it('is nothing while the service does not want it', () => {
    for (const options of [{ _enable_status_notification: 'false' }, { _status_notification_target: '' }]) {
      const { engine, create, outcomes } = bed(options);
      create();
      engine.clock({ advance: 60 });
      expect(outcomes()).toEqual([]);
    }
  });

  it('of a service that speaks to a strategy is in the log alone', () => {
    const { create, sent, outcomes } = bed({ _status_notification_type: 'orscb' });
    create({ desiredTime: NOW + 3_600_000 });
    expect(outcomes()).toEqual([['logged', 0]]);
    expect(sent).toEqual([]);
  });
});

describe('the list of events', () => {
  const list = { _callback_events_list: 'Events' };
  const events = { desiredTime: NOW + 3_600_000, properties: { _LOB: 'Sales' } };

  it('says which parameters are sent, by event and for all', async () => {
    const { engine, create, sent } = bed(list);
    engine.setTransactionList('Events', {
      properties: { notify_params: '_service_id' },
      _cbe_on_callback_scheduled: {
        notify_params:
          '_service_id,_service_name,_desired_time,_customer_number,_v_queue,_LOB,_callback_state,_nothing',
      },
    });
    const id = create(events);
    engine.execute({ type: 'update', serviceName: 'S', id, desiredTime: NOW + 7_200_000, properties: {} });
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ body }) => body)).toEqual([
      {
        event: '_cbe_on_callback_scheduled',
        _service_id: id,
        _service_name: 'S',
        _desired_time: new Date(NOW + 3_600_000).toISOString(),
        _customer_number: '5115',
        _v_queue: 'VQ_S',
        _LOB: 'Sales',
        _callback_state: 'SCHEDULED',
      },
      { event: '_cbe_on_callback_rescheduled', _service_id: id },
    ]);
  });

  it('without a section for all says which events are sent', async () => {
    const { engine, create, sent } = bed(list);
    engine.setTransactionList('Events', { _cbe_on_callback_rescheduled: {} });
    const id = create(events);
    engine.execute({ type: 'update', serviceName: 'S', id, desiredTime: NOW + 7_200_000, properties: {} });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ event: '_cbe_on_callback_rescheduled', _service_id: id, _service_name: 'S' });
  });

  it('that is not there wants nothing', () => {
    const { create, sent } = bed(list);
    create(events);
    expect(sent).toEqual([]);
  });
});

describe('a delivery', () => {
  const later = { desiredTime: NOW + 3_600_000 };

  it('goes where the request says, when the option has a placeholder', async () => {
    const { create, sent } = bed({ _status_notification_target: 'http://$host$.invalid/' });
    create({ ...later, properties: { host: 'north' } });
    await vi.waitFor(() => expect(sent.map(({ address }) => address)).toEqual(['http://north.invalid/']));
  });

  it.each([
    { _enable_status_notification: '$tell$' },
    { _enable_status_notification: 'false', _overwritable_options: '_enable_status_notification' },
  ])('is made for the requests that want one, with %j', async (options) => {
    const { create, sent } = bed(options);
    const wants = (wish: string) => ({ ...later, properties: { tell: wish, _enable_status_notification: wish } });
    create(wants('false'));
    const id = create(wants('notify'));
    await vi.waitFor(() => expect(sent.map(({ body }) => body._service_id)).toEqual([id]));
  });

  it('is tried as often as the service says, and the log tells what came of it', async () => {
    const answers = [
      () => Promise.reject(new Error('offline')),
      () => Promise.resolve(500),
      () => Promise.resolve(204),
    ];
    const { create, outcomes } = bed({ _status_notification_attempts: '3' }, (attempt) => answers[attempt - 1]!());
    create(later);
    await vi.waitFor(() => expect(outcomes()).toEqual([['delivered', 3]]));
  });

  it.each([
    ['the list of events', '_cbe_on_callback_scheduled', '2', 2],
    ['the section for all of the list', 'properties', '2', 2],
    ['the built-in number where the list gives none that can be', 'properties', 'often', 1],
    ['the built-in number where the list gives too many', 'properties', '1000', 1],
  ])('is tried as often as %s says, whatever the service does', async (_, section, text, attempts) => {
    const options = { _status_notification_attempts: '3', _callback_events_list: 'events' };
    const { engine, create, outcomes } = bed(options, () => Promise.resolve(500));
    engine.setTransactionList('events', { [section]: { _status_notification_attempts: text } });
    create(later);
    await vi.waitFor(() => expect(outcomes()).toEqual([['failed', attempts]]));
  });

  it('is what the catalogue knows: other numbers of attempts are refused, words count in any case', () => {
    const { engine, create, outcomes } = bed();
    const set = (options: Options) => () => engine.setService('S', { ...NOTIFYING, ...options });
    expect(set({ _status_notification_attempts: '0' })).toThrow('It accepts a whole number from 1 to 100');
    set({ _enable_status_notification: 'Notify', _status_notification_type: 'ORSCB' })();
    create(later);
    expect(outcomes()).toEqual([['logged', 0]]);
  });

  it('is on for every service of an application that says so', () => {
    const { engine, create, outcomes } = bed({ _enable_status_notification: '', _status_notification_type: 'orscb' });
    engine.setApplication({ callback: { _enable_status_notification: 'notify' } });
    create(later);
    expect(outcomes()).toEqual([['logged', 0]]);
  });

  it('that nobody takes is failed, and changes nothing of the mock', async () => {
    const { engine, create, outcomes } = bed({}, () => Promise.resolve(503));
    create(later);
    const { hash } = engine.state();
    await vi.waitFor(() => expect(outcomes()).toEqual([['failed', 1]]));
    expect(engine.state().hash).toBe(hash);
  });

  it('waits for the one before it and never for another target', async () => {
    let release: (status: number) => void = () => undefined;
    const first = new Promise<number>((resolve) => (release = resolve));
    const { create, sent } = bed({ _status_notification_target: 'http://$host$.invalid/' }, (attempt) =>
      attempt === 1 ? first : Promise.resolve(200),
    );
    for (const host of ['north', 'north', 'south']) create({ ...later, properties: { host } });
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ address }) => address)).toEqual(['http://north.invalid/', 'http://south.invalid/']);
    release(200);
    await vi.waitFor(() => expect(sent).toHaveLength(3));
  });

  it('of another life of the mock, or after the end, is given up', async () => {
    const { engine, notifier, create, sent } = bed({}, () => Promise.resolve(500));
    create(later);
    engine.reset();
    engine.setService('S', NOTIFYING);
    create(later);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    notifier.stop();
    create(later);
    expect(sent).toHaveLength(1);
  });
});

it('a mock that nobody looks at is looked at, as long as a service notifies', async () => {
  const { wall, engine, notifier, create, names } = bed({ _enable_notification_reminder: 'true' });
  create({ desiredTime: NOW + 301_000 });
  engine.clock({ rate: 1 });
  for (let second = 0; second < 3; second += 1) wall.advance(1000);
  await vi.waitFor(() => expect(names()).toContain('_cbe_on_callback_reminder'));
  notifier.stop();
  expect(wall.waiting).toBe(0);
});

it('a mock with two servers tells everybody once, until the last of them ends', async () => {
  const engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(NOW), rate: 0 });
  engine.setService('S', NOTIFYING);
  const sent: string[] = [];
  const deliver = (address: string): Promise<number> => Promise.resolve(sent.push(address) && 200);
  const stops = [startNotifier(engine, deliver), startNotifier(engine, deliver)];
  const create = () =>
    engine.execute({
      type: 'create',
      serviceName: 'S',
      customerNumber: '5115',
      properties: {},
      desiredTime: NOW + 3_600_000,
    });
  create();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  stops[0]!();
  stops[0]!();
  create();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  stops[1]!();
  create();
  expect(engine.log().filter(({ type }) => type === 'notification')).toHaveLength(2);
});

describe('over real sockets', () => {
  let receiver: Server | undefined;

  afterEach(() => void receiver?.close());

  it('a receiver hears a life in its order', async () => {
    const heard: string[] = [];
    receiver = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        heard.push(`${request.method ?? ''} ${(JSON.parse(text) as { event: string }).event}`);
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver?.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    const mock = await startHttpServer({ port: 0, scenario: 'empty', now: NOW, rate: 0 });
    try {
      mock.engine.setService('S', { ...NOTIFYING, _status_notification_target: `http://127.0.0.1:${port}/events` });
      mock.engine.setAgents({ loggedIn: 1, handleSeconds: 60, answerRate: 1 });
      const body = JSON.stringify({ _customer_number: '5115' });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      await fetch(`${mock.url}/genesys/1/service/callback/S`, init);
      mock.engine.clock({ advance: 600 });
      const life = [
        ...SUBMITTED,
        '_cbe_on_target_found',
        '_cbe_on_dial_init',
        UPDATED,
        '_cbe_on_dial_done',
        '_cbe_on_connect_treatment_start',
        '_cbe_on_customer_queued',
        '_cbe_on_route_to_agent',
        UPDATED,
        UPDATED,
        '_cbe_on_service_exit',
      ];
      await vi.waitFor(() => expect(heard).toEqual(life.map((event) => `POST ${event}`)));
    } finally {
      await mock.close();
    }
  });
});
