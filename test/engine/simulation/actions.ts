import type { EngineCommand, EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';
import { Chance } from './chance.js';
import { serviceOptions } from './world.js';
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
    default:
      return { type: 'command', command: COMMANDS[kind](scene) };
  }
}

type CommandKind = Exclude<MoveKind, 'reload' | 'look' | 'fork' | 'interrupted-bulk-cancel'>;

const COMMANDS: Readonly<Record<CommandKind, (scene: Scene) => EngineCommand>> = {
  request: ({ state, world, chance }) => ({
    type: 'create',
    serviceName: chance.pick(world.services),
    customerNumber: chance.pick(world.numbers),
    properties: chance.is(0.5) ? { _LOB: chance.pick(['Primary', 'Second', 'ä<b>']) } : {},
    ...(chance.is(0.5) && { desiredTime: state.now + wish(chance) }),
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
      { customerNumber: chance.pick(['', '111', '+19005551234', 'drop table']) },
      { properties: { [chance.pick(['_id', '_callback_state', '_service_id', '__proto__'])]: 'x' } },
      { properties: { note: '' } },
      { desiredTime: { unreadable: 'soon' } },
      { desiredTime: state.now + chance.pick([-26, 9600]) * HOUR },
    ]),
  }),
  move: (scene) => {
    const { id, serviceName } = someRecord(scene, 'SCHEDULED');
    return { type: 'update', id, serviceName, properties: {}, desiredTime: scene.state.now + wish(scene.chance) };
  },
  edit: (scene) => {
    const { id, serviceName } = someRecord(scene);
    const properties = scene.chance.pick([{ _LOB: 'Edited' }, { _LOB: '' }, { a: 'b', c: '' }, { _url: 'x' }]);
    return { type: 'update', id, serviceName, properties };
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
    options: serviceOptions(chance),
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
  'lose-session': (scene) => ({ type: 'force', id: someRecord(scene, 'QUEUED').id, orsSession: 'dead' }),
  generate: ({ state, chance }) => ({
    type: 'generate',
    count: chance.between(0, 12),
    from: state.now - HOUR,
    to: state.now + chance.between(0, 5) * HOUR,
  }),
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

/** How far ahead a customer wishes to be called: mostly soon, sometimes days. */
function wish(chance: Chance): number {
  return chance.pick([
    chance.between(-4 * MINUTE, 10 * MINUTE),
    chance.between(0, 3 * HOUR),
    chance.between(0, 12) * 5 * MINUTE,
    chance.between(0, 5 * 24 * HOUR),
  ]);
}
