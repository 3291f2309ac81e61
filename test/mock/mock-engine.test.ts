import { describe, expect, it } from 'vitest';
import { findById } from '../../mock-server/engine/engine.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import type { MockChange } from '../../mock-server/mock-engine.js';
import { isCallbackError } from '../../src/domain/errors.js';

const NOW = Date.UTC(2026, 2, 2, 9);
const CALLBACK = { type: 'create', serviceName: 'S', customerNumber: '5115', properties: {} } as const;

function engineWith(options: { readonly rate?: number } = {}) {
  const clock = createSimulatedClock(NOW);
  const engine = new MockEngine({ scenario: 'empty', clock, ...options });
  engine.setService('S', { _service: 'callback', _disallow_impossible_phone_numbers: 'false' });
  return { clock, engine };
}

function createIn(engine: MockEngine, desiredTime?: number): string {
  const result = engine.execute({ ...CALLBACK, ...(desiredTime !== undefined && { desiredTime }) });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
}

function misuseOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isCallbackError(error) && error.code === 'misuse') return error.message;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('the clock', () => {
  it('follows the wall in whole seconds', () => {
    const { clock, engine } = engineWith();
    clock.advance(2999);
    expect(engine.now).toBe(NOW + 2000);
  });

  it('runs at its rate, and stops at 0', () => {
    const { clock, engine } = engineWith({ rate: 60 });
    clock.advance(10_000);
    expect(engine.now).toBe(NOW + 600_000);
    engine.clock({ rate: 0 });
    clock.advance(10_000);
    expect(engine.now).toBe(NOW + 600_000);
  });

  it('fires what is due before anyone looks', () => {
    const { clock, engine } = engineWith();
    const id = createIn(engine, NOW + 600_000);
    expect(findById(engine.current, id)?.state).toBe('SCHEDULED');
    clock.advance(600_000);
    expect(findById(engine.current, id)?.state).toBe('QUEUED');
  });

  it('is moved by seconds and to a moment', () => {
    const { engine } = engineWith();
    expect(engine.clock({ advance: 90 })).toEqual({ now: '2026-03-02T09:01:30.000Z', rate: 1 });
    expect(engine.clock({ now: NOW + 3_600_000 })).toEqual({ now: '2026-03-02T10:00:00.000Z', rate: 1 });
  });

  it('never goes back, also when the wall clock does', () => {
    const { clock, engine } = engineWith();
    engine.clock({ advance: 60 });
    expect(misuseOf(() => engine.clock({ now: NOW }))).toContain('2026-03-02T09:01:00.000Z');
    expect(misuseOf(() => engine.clock({ advance: -1 }))).toContain('advance is -1');
    clock.advance(-3_600_000);
    expect(engine.now).toBe(NOW + 60_000);
  });

  it.each([-1, Number.NaN, 100_000, Number.POSITIVE_INFINITY])('does not run at %d', (rate) => {
    const { engine } = engineWith();
    expect(misuseOf(() => engine.clock({ rate }))).toContain('rate');
    expect(engine.state().rate).toBe(1);
  });

  it('cannot be sent ten years ahead', () => {
    const { engine } = engineWith();
    expect(misuseOf(() => engine.clock({ advance: 1e12 }))).toContain('Use seconds');
    expect(engine.now).toBe(NOW);
  });
});

describe('starting over', () => {
  it('clears records, options, time and log', () => {
    const { engine } = engineWith();
    const fresh = engine.reset().hash;
    engine.setService('S', { _ttl: '60', _disallow_impossible_phone_numbers: 'false' });
    engine.setOrs({ reachable: false });
    engine.setPerson('ada', { roles: ['Supervisor'], services: [] });
    createIn(engine);
    engine.clock({ advance: 60 });
    expect(engine.reset()).toMatchObject({ hash: fresh, now: '2026-03-02T09:00:00.000Z', rate: 1 });
    expect(engine.log()).toEqual([]);
  });

  it('takes what is given, and else what the mock was started with', () => {
    const engine = new MockEngine({ scenario: 'empty', seed: 7, clock: createSimulatedClock(NOW) });
    expect(engine.reset({ seed: 8, now: NOW + 1 })).toMatchObject({ seed: 8, now: '2026-03-02T09:00:00.001Z' });
    expect(engine.reset()).toMatchObject({ seed: 7, scenario: 'empty', now: '2026-03-02T09:00:00.000Z' });
  });

  it('needs a scenario that exists, and changes nothing otherwise', () => {
    const { engine } = engineWith();
    const before = engine.state();
    expect(misuseOf(() => engine.reset({ scenario: 'nowhere' }))).toContain('contact-centre');
    expect(misuseOf(() => engine.reset({ seed: 1.5 }))).toContain('seed');
    expect(engine.state()).toEqual(before);
  });

  it('says which callback a control call did not find, and what to do', () => {
    const engine = new MockEngine({ scenario: 'empty', now: NOW, rate: 0 });
    expect(misuseOf(() => engine.patchCallback('bad', { state: 'QUEUED' }))).toBe(
      'Failed to patch the callback: There is no callback bad. Use the _id of one that GET /genesys/1/service/callback finds.',
    );
    expect(misuseOf(() => engine.generateRecords({ count: 1 }))).toContain('There is no callback service.');
  });
});

describe('the hash', () => {
  it('stays while time passes and nothing is due, and when a command is refused', () => {
    const { clock, engine } = engineWith();
    createIn(engine);
    const { hash } = engine.state();
    clock.advance(5000);
    expect(engine.execute({ ...CALLBACK, serviceName: 'nowhere' }).ok).toBe(false);
    expect(engine.state().hash).toBe(hash);
  });

  it('changes with a record and with a setting', () => {
    const { engine } = engineWith();
    const hashes = [engine.state().hash];
    createIn(engine);
    hashes.push(engine.state().hash);
    engine.setApplication({ callback: { 'returned-keys': '_LOB' } });
    hashes.push(engine.state().hash);
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('the log', () => {
  it('tells commands and what came of them, in order, without personal data', () => {
    const { engine } = engineWith();
    const { seq } = engine.log().at(-1)!;
    const id = createIn(engine);
    engine.execute({ type: 'cancel', serviceName: 'S', id: 'unknown', discardOrsFailure: false });
    const entries = engine.log(seq);
    expect(entries[0]).toMatchObject({ seq: seq + 1, type: 'command', command: 'create', service: 'S' });
    expect(entries[1]).toMatchObject({ type: 'event', event: 'created', id });
    expect(entries.at(-1)).toMatchObject({ type: 'command', command: 'cancel', refused: 'unknown-callback' });
    expect(JSON.stringify(entries)).not.toContain('5115');
  });

  it('puts a request before what it causes, and completes it when it is answered', () => {
    const { engine } = engineWith();
    const { seq } = engine.log().at(-1)!;
    const answered = engine.noteRequest('POST', '/genesys');
    createIn(engine);
    answered({ status: 200 });
    expect(engine.log(seq)[0]).toMatchObject({ type: 'request', method: 'POST', path: '/genesys', status: 200 });
  });
});

describe('subscribers', () => {
  it('hear changes until they leave', () => {
    const { engine } = engineWith();
    const heard: MockChange['type'][] = [];
    const leave = engine.subscribe(({ type }) => heard.push(type));
    createIn(engine);
    engine.clock({ rate: 0 });
    engine.reset();
    leave();
    engine.clock({ rate: 1 });
    expect(heard).toEqual(['events', 'clock', 'reset']);
  });
});

describe('a snapshot', () => {
  it('goes on elsewhere as if nothing had happened', () => {
    const { engine } = engineWith();
    createIn(engine, NOW + 600_000);
    engine.clock({ advance: 60 });
    const other = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(NOW) });
    expect(other.restore(JSON.parse(JSON.stringify(engine.snapshot())))).toBe(true);
    expect(other.state()).toEqual(engine.state());
    engine.clock({ advance: 3600 });
    other.clock({ advance: 3600 });
    expect(other.state()).toEqual(engine.state());
  });

  it.each([undefined, null, 'x', {}, { version: 2 }, { version: 1, seed: 1, scenario: 's', rate: 1, state: {} }])(
    'that does not fit is refused: %j',
    (snapshot) => {
      const { engine } = engineWith();
      const before = engine.state();
      expect(engine.restore(snapshot)).toBe(false);
      expect(engine.state()).toEqual(before);
    },
  );
});
