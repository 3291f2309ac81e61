import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createState } from '../../mock-server/engine/engine.js';
import type { EngineState } from '../../mock-server/engine/engine.js';
import { callerOf, outcomesFor } from '../../mock-server/shell/access/rules.js';
import { authenticate } from '../../mock-server/shell/access/basic-auth.js';
import type { Authentication } from '../../mock-server/shell/access/basic-auth.js';
import type { Options } from '../../src/domain/service.js';

type Pair = Readonly<Partial<Record<'username' | 'password', string>>>;

const CALLBACK = { _service: 'callback' };

function stateOf(server: Pair, own: Pair, service: Options = CALLBACK): EngineState {
  const state = createState({ seed: 1, now: 0 });
  const services = new Map<string, Options>([['S', { ...service, ...own }]]);
  return { ...state, settings: { ...state.settings, application: { server: { ...server } }, services } };
}

function basic(text: string): string {
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}`;
}

const SERVER = { username: 'server', password: 'secret' };
const OWN = { username: 'own', password: 'word' };
const NOTHING = {};

describe('Basic authentication, case 90', () => {
  it.each<[server: Pair, own: Pair, sent: string | undefined, judged: Authentication]>([
    [NOTHING, NOTHING, undefined, 'passed'],
    [NOTHING, NOTHING, 'any:thing', 'passed'],
    [SERVER, NOTHING, 'server:secret', 'passed'],
    [SERVER, NOTHING, 'wrong:secret', 'refused'],
    [SERVER, NOTHING, 'server:wrong', 'refused'],
    [SERVER, NOTHING, undefined, 'refused'],
    [NOTHING, OWN, 'own:word', 'passed'],
    [NOTHING, OWN, 'wrong:word', 'refused'],
    [SERVER, OWN, 'own:word', 'passed'],
    [SERVER, OWN, 'server:secret', 'refused'],
    [{ username: 'server' }, NOTHING, undefined, 'passed'],
    [NOTHING, { username: 'own' }, undefined, 'passed'],
    [{ username: 'server' }, { username: 'own' }, undefined, 'passed'],
    [{ password: 'secret' }, NOTHING, undefined, 'refused'],
    [NOTHING, { password: 'word' }, undefined, 'refused'],
    [NOTHING, { password: 'word' }, ':word', 'passed'],
    [{ username: 'server' }, { password: 'word' }, 'server:word', 'passed'],
    [SERVER, { password: 'word' }, 'server:word', 'passed'],
    [SERVER, { password: 'word' }, 'server:secret', 'refused'],
    [SERVER, { username: 'own' }, 'own:secret', 'passed'],
    [{ password: 'secret' }, { username: 'own' }, 'own:secret', 'misconfigured'],
    [{ password: 'secret' }, { username: 'own' }, undefined, 'misconfigured'],
    [SERVER, { username: '', password: '' }, 'server:secret', 'passed'],
    [{ username: 'a', password: 'b:c' }, NOTHING, 'a:b:c', 'passed'],
  ])('of a service: server %j, service %j, sent %j is %s', (server, own, sent, judged) => {
    const header = sent === undefined ? null : basic(sent);
    expect(authenticate(stateOf(server, own), header, 'S')).toBe(judged);
  });

  it('knows no mixture that a chat service cannot work with', () => {
    const state = stateOf({ password: 'secret' }, { username: 'own' }, { _type: 'ors', _service: 'chat' });
    expect(authenticate(state, basic('own:secret'), 'S')).toBe('passed');
  });

  it("asks for the server's pair where the address names no service, or one that is not there", () => {
    const state = stateOf(SERVER, OWN);
    for (const service of [undefined, 'T', '__proto__']) {
      expect(authenticate(state, basic('server:secret'), service)).toBe('passed');
      expect(authenticate(state, basic('own:word'), service)).toBe('refused');
    }
  });

  it('reads ISO 8859-1 where it is no UTF-8', () => {
    const header = `Basic ${btoa('Zoë:pä')}`;
    expect(authenticate(stateOf({ username: 'Zoë', password: 'pä' }, NOTHING), header)).toBe('passed');
  });

  it('never throws, whatever the header is, and never takes it for the right one', () => {
    const header = fc.oneof(
      fc.string(),
      fc.string().map((text) => `Basic ${text}`),
      fc.base64String().map((text) => `Basic ${text}`),
    );
    fc.assert(fc.property(header, (text) => authenticate(stateOf(SERVER, OWN), text, 'S') === 'refused'));
  });
});

describe('a caller', () => {
  const services = new Map<string, Options>([
    ['A', { ...CALLBACK, _service_groups: 'sales, support' }],
    ['B', { ...CALLBACK, _service_groups: 'sales' }],
    ['C', CALLBACK],
    ['hours', { _type: 'builtin', _service: 'office-hours', _service_groups: 'sales' }],
  ]);

  function callerWith(roles: readonly string[], names: readonly string[], mock: Options = {}) {
    const state = createState({ seed: 1, now: 0 });
    const persons = new Map([['ada', { roles, services: names }]]);
    return callerOf({ ...state, settings: { ...state.settings, services, persons, application: { mock } } }, 'ada');
  }

  it.each([
    [[], false, false, false],
    [['CallbackReadOnly'], true, false, false],
    [['Supervisor'], true, true, false],
    [['Administrator'], true, true, true],
    [['CallbackReadOnly', 'Supervisor'], true, true, false],
    [['Something new'], true, false, false],
  ] as const)(
    'with the roles %j may enter, write, provision: %s, %s, %s',
    (roles, mayEnter, mayWrite, mayProvision) => {
      expect(callerWith(roles, [])).toMatchObject({ mayEnter, mayWrite, mayProvision });
    },
  );

  it.each([
    [[], ['A', 'B', 'C']],
    [['C'], ['C']],
    [['sales'], ['A', 'B']],
    [
      ['support', 'C'],
      ['A', 'C'],
    ],
    [['none'], []],
    [['SALES', 'a'], []],
  ])('listed for %j sees %j', (names, seen) => {
    expect(callerWith(['Supervisor'], names).services).toEqual(seen);
  });

  it('sees everything when the filter is left to the client', () => {
    expect(callerWith(['Supervisor'], ['C'], { 'filter-by-person': 'false' }).services).toEqual(['A', 'B', 'C']);
  });

  it('of whom nothing is known may be kept out', () => {
    const state = createState({ seed: 1, now: 0 });
    const application = { mock: { 'unknown-persons': 'refuse' } };
    for (const user of ['nobody', undefined]) {
      expect(callerOf({ ...state, settings: { ...state.settings, application } }, user)).toMatchObject({
        mayEnter: false,
        mayWrite: false,
        mayProvision: false,
      });
    }
  });

  it('of whom nothing is known may do everything', () => {
    expect(callerOf(createState({ seed: 1, now: 0 }), 'nobody')).toMatchObject({
      mayEnter: true,
      mayWrite: true,
      mayProvision: true,
    });
  });
});

it('a bulk cancel has one outcome for each id, in the order asked', () => {
  const known = [
    { id: 'a', ok: true },
    { id: 'b', ok: false },
  ];
  expect(outcomesFor(['c', 'a', 'b', 'a'], known)).toEqual([
    { id: 'c', ok: false },
    { id: 'a', ok: true },
    { id: 'b', ok: false },
    { id: 'a', ok: true },
  ]);
});
