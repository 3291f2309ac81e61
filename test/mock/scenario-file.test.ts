import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MockEngine } from '../../mock-server/mock-engine.js';
import type { ScenarioFile } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { LONGEST_RECORDING } from '../../mock-server/shell/time-travel/recording.js';
import { isCallbackError } from '../../src/domain/errors.js';
import { anyScript } from '../engine/commands.js';

const NOW = Date.UTC(2026, 2, 2, 10, 0, 7);
const MINUTE = 60_000;

type Script = Parameters<typeof play>[1];

function mock(seed = 42, rate = 0): MockEngine {
  return new MockEngine({ scenario: 'empty', seed, rate, clock: createSimulatedClock(NOW) });
}

/** Three services, two agents: something happens in every script. */
function prepared(seed: number): MockEngine {
  const engine = mock(seed);
  const options = { _service: 'callback', _disallow_impossible_phone_numbers: 'false' };
  for (const name of ['S', 'T', 'U']) engine.setService(name, options);
  engine.setAgents({ loggedIn: 2, handleSeconds: 60, answerRate: 0.6 });
  return engine;
}

/** Gives a mock the commands of a script, each after its stretch of time. */
function play(engine: MockEngine, script: typeof anyScript extends fc.Arbitrary<infer S> ? S : never): MockEngine {
  for (const { wait, step } of script) {
    engine.clock({ advance: wait / 1000 });
    engine.execute(step(engine.current));
  }
  return engine;
}

/** What a file is when it has been written to a disk and read again. */
function written(file: ScenarioFile): ScenarioFile {
  return JSON.parse(JSON.stringify(file)) as ScenarioFile;
}

/** Goes the way of a file by the clock on the wall, in strides of so many milliseconds and at a rate. */
function walked({ start, clock, commands }: ScenarioFile, rate: number, stride: number): MockEngine {
  if ('snapshot' in start) throw new Error('This way begins with a scenario.');
  const wall = createSimulatedClock(0);
  const engine = new MockEngine({ ...start, now: Date.parse(start.now), rate, clock: wall });
  const reach = (instant: number): void => {
    // The clock ticks in whole seconds, so a stride may take it a second further than it is long.
    while (engine.current.now + stride * rate + 1000 < instant) wall.advance(stride);
    engine.clock({ now: instant });
  };
  for (const { at, ...action } of commands) {
    reach(Date.parse(at));
    if (action.type !== 'set-rate' && action.type !== 'set-faults') engine.execute(action);
  }
  reach(Date.parse(clock.now));
  return engine;
}

function refusalOf(engine: MockEngine, file: unknown): string {
  try {
    engine.openScenario(file);
  } catch (error) {
    if (isCallbackError(error) && error.code === 'misuse') return error.message;
    throw error;
  }
  throw new Error('The file was opened.');
}

/** A short life with a bit of everything. */
function lived(): MockEngine {
  const engine = prepared(7);
  const created = engine.execute({
    type: 'create',
    serviceName: 'S',
    customerNumber: '5115',
    desiredTime: NOW + 10 * MINUTE,
    properties: { _LOB: 'Line' },
  });
  if (!created.ok) throw new Error(created.refusal.code);
  engine.clock({ rate: 60 });
  engine.clock({ advance: 300 });
  engine.generateRecords({ count: 5, service: 'T' });
  engine.setFaults([{ id: 'half', kind: 'status', status: 503, probability: 0.5 }]);
  engine.clock({ pause: true });
  engine.clock({ advance: 3600 });
  return engine;
}

describe('a scenario file', () => {
  it('ends elsewhere where it was saved: records, time, pace, faults, and the file itself', () => {
    const engine = lived();
    engine.faults.strike('GET', '/genesys/1/x');
    const file = written(engine.saveScenario());
    const other = mock(1);
    expect(other.openScenario(file)).toEqual(engine.state());
    expect(written(other.saveScenario())).toEqual(file);
    expect(other.faults.list()).toEqual(engine.faults.list());
    expect(other.clock({ play: true }).rate).toBe(60);
  });

  it('tells the same events', () => {
    const engine = lived();
    const other = mock();
    other.openScenario(engine.saveScenario());
    const events = (from: MockEngine): unknown[] =>
      from.log().flatMap(({ seq: _seq, ...entry }) => (entry.type === 'event' ? [entry] : []));
    expect(events(other)).toEqual(events(engine));
  });

  it('goes on the same way in both places', () => {
    const engine = lived();
    const other = mock();
    other.openScenario(engine.saveScenario());
    for (const each of [engine, other]) {
      each.generateRecords({ count: 3 });
      each.clock({ advance: 7200 });
    }
    expect(other.state()).toEqual(engine.state());
    expect(other.saveScenario()).toEqual(engine.saveScenario());
  });

  it('is a short one when the mock began with a scenario', () => {
    const engine = new MockEngine({ clock: createSimulatedClock(NOW), rate: 0 });
    engine.setOrs({ reachable: false });
    const { start, clock, commands, hash } = engine.saveScenario();
    expect({ start, clock, commands, hash }).toEqual({
      start: { seed: 42, scenario: 'contact-centre', now: '2026-03-02T10:00:07.000Z' },
      clock: { now: '2026-03-02T10:00:07.000Z', rate: 0 },
      commands: [{ at: '2026-03-02T10:00:07.000Z', type: 'set-ors', reachable: false }],
      hash: engine.state().hash,
    });
  });

  it('begins with a snapshot when the mock was restored from one', () => {
    const engine = lived();
    engine.restore(engine.snapshot());
    engine.clock({ advance: 60 });
    engine.setOrs({ reachable: false });
    const file = written(engine.saveScenario());
    expect(file.commands).toHaveLength(1);
    const other = mock();
    expect(other.openScenario(file)).toEqual(engine.state());
    expect(written(other.saveScenario())).toEqual(file);
  });

  it('keeps nothing of what was refused, and nothing from before a reset', () => {
    const engine = lived();
    engine.reset();
    engine.execute({ type: 'remove-service', name: 'nowhere' });
    expect(engine.saveScenario().commands).toEqual([]);
  });

  it('is opened by a mock of any seed, scenario and time, and forgets what that was', () => {
    const file = lived().saveScenario();
    const other = new MockEngine({ scenario: 'seed', seed: 3, now: Date.UTC(2030, 0, 1) });
    expect(other.openScenario(file)).toMatchObject({ seed: 7, scenario: 'empty', rate: 0 });
    expect(other.reset()).toMatchObject({ seed: 3, scenario: 'seed', now: '2030-01-01T00:00:00.000Z' });
  });
});

describe('whatever is done (I30)', () => {
  it('a file ends at the same hash and time elsewhere', () => {
    const property = fc.property(fc.nat(), anyScript, (seed, script: Script) => {
      const engine = play(prepared(seed), script);
      const file = written(engine.saveScenario());
      const other = mock(seed + 1);
      expect(other.openScenario(file)).toEqual(engine.state());
      expect(written(other.saveScenario())).toEqual(file);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('a file ends at the same hash at any rate and in any stride (I27)', () => {
    const rates = fc.constantFrom(1, 60, 1000, 10_000, 86_400);
    const strides = fc.integer({ min: 200, max: 60_000 });
    const property = fc.property(fc.nat(), anyScript, rates, strides, (seed, script: Script, rate, stride) => {
      const file = play(prepared(seed), script).saveScenario();
      const { hash, now } = walked(file, rate, stride).state();
      expect({ hash, now }).toEqual({ hash: file.hash, now: file.clock.now });
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('a mock that was saved, opened and snapshotted on the way ends like one that never was (I28)', () => {
    const property = fc.property(fc.nat(), anyScript, anyScript, (seed, first: Script, second: Script) => {
      const engine = play(prepared(seed), first);
      const opened = mock();
      opened.openScenario(written(engine.saveScenario()));
      const restored = mock();
      restored.openSnapshot(JSON.parse(JSON.stringify(engine.snapshot())));
      const forked = engine.fork();
      const states = [engine, opened, restored, forked].map((each) => play(each, second).state());
      expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('a damaged file is refused with words, and nothing changes', () => {
    const file = lived().saveScenario();
    const engine = lived();
    const before = [engine.state(), engine.saveScenario(), engine.faults.list()];
    const text = JSON.stringify(file);
    const damage = fc.tuple(fc.nat(text.length), fc.nat(8), fc.string({ maxLength: 4 }));
    const property = fc.property(damage, ([at, cut, insert]) => {
      const parsed = parsedOrNothing(text.slice(0, at) + insert + text.slice(at + cut));
      if (JSON.stringify(parsed) === text) return;
      try {
        engine.openScenario(parsed);
      } catch (error) {
        expect(isCallbackError(error) && error.message).toMatch(/^Failed to .+: .+\. .+\.$/s);
        expect([engine.state(), engine.saveScenario(), engine.faults.list()]).toEqual(before);
        return;
      }
      // What does not touch the end may be opened: then it ends where the file says.
      expect(engine.state().hash).toBe(file.hash);
      engine.openScenario(file);
    });
    fc.assert(property, { numRuns: 400 });
  });

  it('what is no scenario at all is refused with words', () => {
    const engine = mock();
    const property = fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      expect(refusalOf(engine, value)).toContain('Save one with GET /mock/scenario');
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('whatever stands in the place of a part is refused with words', () => {
    const engine = mock();
    const file = lived().saveScenario();
    const part = fc.constantFrom('start', 'clock', 'faults', 'commands', 'hash', 'version');
    const property = fc.property(part, fc.jsonValue(), (key, value) => {
      expect(refusalOf(engine, { ...file, [key]: value })).toMatch(/^Failed to /);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

describe('a scenario file that cannot be used', () => {
  const file = lived().saveScenario();
  const first = file.commands[0]!;
  const last = file.commands.at(-1)!;

  it.each<readonly [string, object, string]>([
    ['a later version', { version: 3, madeBy: 'callback-elements 7.0.0' }, 'made by callback-elements 7.0.0'],
    ['a version that never was', { version: 0 }, 'file.version is not 2'],
    ['no version', { version: undefined }, 'file.version is missing'],
    [
      'another hash',
      { hash: '0123456789abcdef', madeBy: 'callback-elements 0.0.9' },
      'it says callback-elements 0.0.9',
    ],
    ['no start', { start: {} }, 'start.seed is not a whole number'],
    ['an unknown scenario', { start: { seed: 1, scenario: 'nowhere', now: '2026-03-02T10:00:07Z' } }, 'contact-centre'],
    [
      'a start without a zone',
      { start: { seed: 1, scenario: 'empty', now: '2026-03-02T10:00' } },
      'start.now is no time',
    ],
    ['a foreign snapshot', { start: { snapshot: { version: 2 } } }, 'its start cannot be used'],
    ['a stranger', { start: { ...file.start, stranger: 1 } }, 'file.start.stranger is not known'],
    ['no list', { commands: {} }, 'file.commands is not a list'],
    ['no command', { commands: [first, 'x'] }, 'commands[1] is not an object'],
    ['an unknown command', { commands: [{ ...first, type: 'explode' }] }, 'commands[0] has type "explode"'],
    ['a command of Object', { commands: [{ ...first, type: 'constructor' }] }, 'commands[0] has type "constructor"'],
    ['a step of time', { commands: [{ at: first.at, type: 'advance', to: 1 }] }, 'commands[0] has type "advance"'],
    ['a wrong member', { commands: [{ ...first, name: 7 }] }, 'commands[0].name is not a text'],
    ['a missing member', { commands: [{ at: first.at, type: 'set-ors' }] }, 'commands[0].reachable is missing'],
    ['an unknown member', { commands: [{ ...first, stranger: 1 }] }, 'commands[0].stranger is not known'],
    ['time that goes back', { commands: [last, first] }, 'commands[1].at lies before'],
    ['time before the start', { commands: [{ ...first, at: '2020-01-01T00:00:00Z' }] }, 'commands[0].at lies before'],
    [
      'a leap too far',
      { commands: [{ ...first, at: '2126-01-01T00:00:00Z' }] },
      'commands[0].at lies more than ten years',
    ],
    ['an end too early', { clock: { ...file.clock, now: file.commands[0]?.at } }, 'clock.now lies before'],
    ['no rate', { clock: { ...file.clock, rate: -1 } }, 'clock.rate is no rate'],
    ['a wrong rate on the way', { commands: [{ at: first.at, type: 'set-rate', rate: -1 }] }, 'rate is -1'],
    [
      'a refused command',
      { commands: [{ at: first.at, type: 'remove-service', name: 'X' }] },
      'commands[0], remove-service, is refused',
    ],
    [
      'a wrong fault on the way',
      { commands: [{ at: first.at, type: 'set-faults', faults: [{ id: 'x', kind: 'drop', when: 'soon' }] }] },
      'commands[0].faults is no list of faults: entry 1, when: it cannot be read',
    ],
    ['a wrong fault', { faults: { list: [{ id: 'x', kind: 'unheard of' }] } }, 'kind'],
    [
      'a polluting name',
      { commands: [JSON.parse(`{"at":"${first.at}","type":"set-service","name":"S","options":{"__proto__":"x"}}`)] },
      '.__proto__ is not allowed',
    ],
  ])('because of %s says so, and changes nothing', (_, damage, words) => {
    const engine = lived();
    const before = [engine.state(), engine.saveScenario(), engine.faults.list(), engine.log()];
    expect(refusalOf(engine, { ...file, ...damage })).toContain(words);
    expect([engine.state(), engine.saveScenario(), engine.faults.list(), engine.log()]).toEqual(before);
  });

  it('names the command that is refused and the code of the refusal, and nothing that was typed into it', () => {
    const { at } = first;
    const commands = [
      { at, type: 'set-service', name: 'N', options: { _default_country: 'FR' } },
      { at, type: 'create', serviceName: 'N', customerNumber: '0899701234', properties: {} },
    ];
    const words = refusalOf(mock(), { ...file, commands });
    expect(words).toMatch(
      /commands\[1\], create, is refused by callback-elements \S+ \(premium-number\)\. Leave it out/,
    );
    expect(words).not.toContain('0899701234');
  });

  it('is one with too many commands', () => {
    const commands = Array.from({ length: LONGEST_RECORDING + 1 }, () => first);
    expect(refusalOf(mock(), { ...file, commands })).toContain('it has 200001 commands. Use at most 200000');
  });
});

describe('a file of version 1', () => {
  const { commands } = prepared(7).saveScenario();
  const old = {
    format: 'callback-scenario',
    version: 1,
    seed: 7,
    scenario: 'empty',
    now: '2026-03-02T10:00:07.000Z',
    commands,
  };

  it('is brought up to date', () => {
    const engine = mock();
    expect(engine.openScenario(old)).toMatchObject({ ...prepared(7).state(), rate: 1 });
    expect(engine.saveScenario()).toMatchObject({ version: 2, clock: { now: old.now, rate: 1 } });
  });

  it('may have no command at all', () => {
    expect(mock().openScenario({ ...old, commands: [] })).toMatchObject({ seed: 7, now: old.now });
  });

  it.each([
    [{ seed: 'x' }, 'file.start.seed is not a number'],
    [{ commands: undefined }, 'file.commands is not a list'],
    [{ commands: [{}] }, 'file.clock.now is missing'],
    [{ now: 'yesterday' }, 'start.now is no time'],
  ])('with %j is refused with words', (damage, words) => {
    expect(refusalOf(mock(), { ...old, ...damage })).toContain(words);
  });
});

describe('a recording', () => {
  it('that holds too much text says the same', () => {
    const engine = mock();
    const text = 'x'.repeat(1024 * 1024);
    for (let count = 1; count <= 31; count += 1) engine.setPerson(`${count}`, { roles: [], services: [text] });
    const fork = engine.fork();
    expect(fork.saveScenario().commands).toHaveLength(31);
    for (const one of [engine, fork]) {
      one.setPerson('last', { roles: [], services: [text, text] });
      expect(() => one.saveScenario()).toThrow('or more than 64 MB of them, were given since it began');
    }
    engine.restore(engine.snapshot());
    expect(engine.saveScenario().commands).toEqual([]);
  });

  it('that grew too long says how to begin anew', () => {
    const engine = mock();
    for (let index = 0; index <= LONGEST_RECORDING; index += 1) engine.clock({ rate: 0 });
    expect(() => engine.saveScenario()).toThrow('more than 200000 commands');
    expect(() => engine.fork().saveScenario()).toThrow('more than 200000 commands');
    engine.restore(engine.snapshot());
    expect(engine.saveScenario().commands).toEqual([]);
  });
});
