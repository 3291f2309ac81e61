import type { EngineCommand, EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';
import { Chance } from './chance.js';
import { IMPOSSIBLE_NUMBERS, PREMIUM_NUMBER } from './admission/numbers.js';
import { PERSONS, personCommand, serviceOptions } from './world.js';
import type { Move, MoveKind, World } from './world.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What a move comes to in a state. */
export type Action =
  | { readonly type: 'command'; readonly command: EngineCommand }
  /** Writes the state down, forgets it and reads it again. */
  | { readonly type: 'reload' }
  /** Tries a command, leaves what came of it and goes on from before. */
  | { readonly type: 'fork'; readonly command: EngineCommand }
  /** A bulk cancel in pieces: after each one the machine stops before it has noted that it is done, and does it again. */
  | { readonly type: 'interrupted'; readonly ids: readonly string[]; readonly size: number }
  /** A bulk cancel in the name of a person. */
  | { readonly type: 'by-person'; readonly user: string; readonly ids: readonly string[] }
  | { readonly type: 'look'; readonly chance: Chance };

interface Scene {
  readonly state: EngineState;
  readonly world: World;
  readonly chance: Chance;
}

/** What a move does to a state. The same move does the same to the same state, always. */
export function actionOf({ kind, seed }: Move, state: EngineState, world: World): Action {
  const scene: Scene = { state, world, chance: new Chance(seed) };
  switch (kind) {
    case 'reload':
      return { type: 'reload' };
    case 'look':
      return { type: 'look', chance: scene.chance };
    case 'fork':
      return {
        type: 'fork',
        command: COMMANDS[scene.chance.pick(['request', 'wait', 'staff', 'bulk-cancel'] as const)](scene),
      };
    case 'interrupted-bulk-cancel':
      return { type: 'interrupted', ids: someIds(scene), size: scene.chance.between(1, 4) };
    case 'bulk-cancel-by-person':
      return { type: 'by-person', user: scene.chance.pick(PERSONS), ids: someIds(scene) };
    default:
      return { type: 'command', command: COMMANDS[kind](scene) };
  }
}

type CommandKind = Exclude<MoveKind, 'reload' | 'look' | 'fork' | 'interrupted-bulk-cancel' | 'bulk-cancel-by-person'>;

const COMMANDS: Readonly<Record<CommandKind, (scene: Scene) => EngineCommand>> = {
  request: ({ state, world, chance }) => ({
    type: 'create',
    serviceName: chance.pick(world.services),
    customerNumber: chance.pick(world.numbers),
    properties: chance.is(0.5) ? { _LOB: chance.pick(['Primary', 'Second', 'ä<b>']) } : {},
    ...(chance.is(0.5) && { desiredTime: state.now + wish(chance) }),
    ...(chance.is(0.05) && { state: 'QUEUED' }),
    ...(chance.is(0.3) && { headers: { _LOB: chance.pick(['Primary', 'By header']) } }),
  }),
  'request-again': (scene) => {
    const { customerNumber, serviceName } = someRecord(scene);
    return { type: 'create', serviceName, customerNumber, properties: {} };
  },
  'odd-request': ({ state, world, chance }) => ({
    type: 'create',
    serviceName: chance.pick(world.services),
    customerNumber: chance.pick(world.numbers),
    properties: {},
    ...chance.pick([
      { serviceName: 'nowhere' },
      { customerNumber: chance.pick(['', ' ']) },
      { customerNumber: PREMIUM_NUMBER },
      { customerNumber: chance.pick(IMPOSSIBLE_NUMBERS) },
      { state: 'ASLEEP' },
      { properties: { [chance.pick(['_id', '_callback_state', '_service_id', '__proto__'])]: 'x' } },
      { properties: { note: '' } },
      { desiredTime: { unreadable: 'soon' } },
      { desiredTime: state.now + chance.pick([-26, 9600]) * HOUR },
      { desiredTime: state.now + chance.between(28 * 24, 32 * 24) * HOUR },
    ]),
  }),
  move: (scene) => {
    const { id, serviceName } = someRecord(scene, scene.chance.is(0.8) ? 'SCHEDULED' : undefined);
    return { type: 'update', id, serviceName, properties: {}, desiredTime: otherTime(scene) };
  },
  edit: (scene) => {
    const { id, serviceName } = someRecord(scene);
    const properties = scene.chance.pick([{ _LOB: 'Edited' }, { _LOB: '' }, { a: 'b', c: '' }, { _url: 'x' }]);
    const customerNumber = scene.chance.pick(['', ...scene.world.numbers]);
    return { type: 'update', id, serviceName, properties, ...(scene.chance.is(0.2) && { customerNumber }) };
  },
  cancel: (scene) => {
    const { id, serviceName } = someRecord(scene);
    return { type: 'cancel', id, serviceName, discardOrsFailure: scene.chance.is(0.5) };
  },
  'wrong-service': (scene) => {
    const { id, serviceName } = someRecord(scene);
    const other = scene.world.services.find((name) => name !== serviceName) ?? 'nowhere';
    return scene.chance.is(0.5)
      ? { type: 'cancel', id, serviceName: other, discardOrsFailure: true }
      : { type: 'update', id, serviceName: other, properties: { a: 'b' } };
  },
  'bulk-cancel': (scene) => ({ type: 'cancel-many', ids: someIds(scene), reason: 'CANCELLED_BY_ADMIN' }),
  pause: ({ world, chance }) => ({
    type: 'set-transaction-list',
    list: 'GMS_Paused_Services',
    sections: {
      services: Object.fromEntries(
        chance.some([...world.services, 'all'], 0.3).map((name) => [name, chance.pick(['true', 'false'])]),
      ),
    },
  }),
  staff: ({ chance }) => ({
    type: 'set-agents',
    agents: { loggedIn: chance.pick([0, 1, 3, 10]), ...(chance.is(0.5) && { answerRate: chance.pick([0, 0.5, 1]) }) },
  }),
  reconfigure: ({ world, chance }) => ({
    type: 'set-service',
    name: chance.pick(world.services),
    options: serviceOptions(chance, world.strictness),
  }),
  'remove-service': ({ world, chance }) => ({ type: 'remove-service', name: chance.pick(world.services) }),
  'set-application': ({ chance }) => ({
    type: 'set-application',
    sections: {
      callback: chance.pick([
        { 'queue-polling-rate': chance.pick(['5', '60', '120']) },
        { _enable_in_queue_checking: chance.pick(['strict', 'true', '']) },
        { _max_request_by_time_bucket: chance.pick(['2', '']) },
        { _dial_retry_timeout: chance.pick(['45', '']) },
      ]),
    },
  }),
  ors: ({ state, chance }) => ({
    type: 'set-ors',
    ...chance.pick([
      { reachable: true },
      { reachable: false },
      { reachable: false, returnsAt: state.now + chance.between(1, 90) * MINUTE },
    ]),
  }),
  hiccup: ({ state, chance }) => ({
    type: 'set-ors',
    reachable: false,
    returnsAt: state.now + chance.between(1, 90) * SECOND,
  }),
  'lose-session': (scene) => ({ type: 'force', id: someRecord(scene, 'QUEUED').id, orsSession: 'dead' }),
  generate: ({ state, chance }) => ({
    type: 'generate',
    count: chance.between(0, 12),
    from: state.now - HOUR,
    to: state.now + chance.between(0, 5) * HOUR,
  }),
  person: ({ world, chance }) => personCommand(chance, chance.pick(PERSONS), world.services),
  provision: ({ world, chance }) => {
    const removed = chance.some(world.services, 0.1);
    const kept = chance.some(world.services, 0.4).filter((name) => !removed.includes(name));
    return {
      type: 'provision',
      services: Object.fromEntries(kept.map((name) => [name, serviceOptions(chance, world.strictness)])),
      removed: chance.is(0.2) ? [...removed, 'nowhere'] : removed,
    };
  },
  store: (scene) => ({
    type: 'store',
    id: someOwner(scene),
    values: {
      [scene.chance.pick(['a', 'b'])]: scene.chance.pick(['1', '2', 'ü']),
      ...(scene.chance.is(0.3) && { c: '' }),
    },
  }),
  forget: (scene) => {
    const [id, values] = someStored(scene);
    return { type: 'forget', id, key: scene.chance.pick(['a', 'toString', ...Object.keys(values)]) };
  },
  'reserve-number': ({ world, chance }) => ({
    type: 'request-interaction',
    serviceName: chance.pick(['request-interaction', ...world.services]),
    properties: { a: chance.pick(['1', '2']) },
  }),
  'reserve-access': (scene) => ({
    type: 'request-access',
    serviceName: scene.chance.pick(['request-access', ...scene.world.services]),
    id: someOwner(scene),
  }),
  'odd-command': ({ world, chance }) =>
    chance.pick<EngineCommand>([
      { type: 'set-service', name: chance.pick(world.services), options: { _ttl: 'long' } },
      { type: 'set-application', sections: { mock: { 'no-such-switch': 'true' } } },
      { type: 'set-agents', agents: { loggedIn: -1 } },
      { type: 'set-person', name: ' ', roles: [], services: [] },
      { type: 'provision', services: { [chance.pick(world.services)]: {}, late: { _ttl: 'long' } }, removed: [] },
      { type: 'cancel-many', ids: [], reason: ' ' },
      { type: 'advance', to: Number.NaN },
      { type: 'remove-service', name: 'nowhere' },
    ]),
  tick: ({ state, chance }) => ({ type: 'advance', to: state.now + chance.between(1, 150) * SECOND }),
  wait: ({ state, chance }) => ({ type: 'advance', to: state.now + chance.between(2, 240) * MINUTE }),
  leap: ({ state, chance }) => ({ type: 'advance', to: state.now + chance.between(6, 72) * HOUR }),
  'turn-back': ({ state, chance }) => ({ type: 'advance', to: state.now - chance.between(1, 3 * HOUR) }),
};

const NOBODY = { id: 'nobody', serviceName: 'nowhere', customerNumber: '+12005550100' };

/** A callback that is there, in a state if one is named and there is one in it; nobody when there is none at all. */
function someRecord(
  { state: { records }, chance }: Scene,
  state?: string,
): Pick<EngineRecord, 'id' | 'serviceName' | 'customerNumber'> {
  const all = [...records.values()];
  const fitting = state === undefined ? all : all.filter((record) => record.state === state);
  const choice = fitting.length === 0 ? all : fitting;
  return choice.length === 0 ? NOBODY : chance.pick(choice);
}

/** Ids of callbacks, now and then one that is unknown or named twice. */
function someIds(scene: Scene): readonly string[] {
  const { chance, state } = scene;
  const probability = chance.pick([0.05, 0.3, 1]);
  const ids = [...state.records.values()]
    .filter((record) => record.call !== undefined || chance.is(probability))
    .map(({ id }) => id);
  return chance.is(0.3) ? [...ids, 'nobody', ...ids.slice(0, 1)] : ids;
}

/** Somebody under whose id something may be stored: a callback, whoever reserved a number, nobody. */
function someOwner(scene: Scene): string {
  const reserved = [...scene.state.interactions.keys()];
  return scene.chance.is(0.6) && reserved.length > 0 ? scene.chance.pick(reserved) : someRecord(scene).id;
}

/** Something that is stored, with its owner; nothing under somebody's id when nothing is stored. */
function someStored(scene: Scene): readonly [string, Readonly<Record<string, string>>] {
  const stored = [...scene.state.storage].filter(([, values]) => Object.keys(values).length > 0);
  return stored.length === 0 ? [someOwner(scene), {}] : scene.chance.pick(stored);
}

/** Where a callback is moved to; now and then a time that no service takes, or none. */
function otherTime({ state, chance }: Scene): number | { readonly unreadable: string } {
  if (chance.is(0.9)) return state.now + wish(chance);
  return chance.pick([
    { unreadable: 'later' },
    state.now - 26 * HOUR,
    state.now + chance.pick([30.5 * 24, 9600]) * HOUR,
  ]);
}

/** How far ahead a customer wishes to be called: mostly soon, sometimes days. */
function wish(chance: Chance): number {
  return chance.pick([
    chance.between(-4 * MINUTE, 10 * MINUTE),
    chance.between(0, 3 * HOUR),
    chance.between(0, 12) * 5 * MINUTE,
    chance.between(0, 5 * 24 * HOUR),
  ]);
}
