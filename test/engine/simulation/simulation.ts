import { createState } from '../../../mock-server/engine/engine.js';
import type { EngineCommand, EngineEvent, EngineState } from '../../../mock-server/engine/engine.js';
import type { CancelManyValue } from '../../../mock-server/engine/life/cancel.js';
import { checkPersonalCancel } from './access/persons.js';
import { actionOf } from './actions.js';
import type { Action } from './actions.js';
import { Chance } from './chance.js';
import { HONEST } from './engine-under-test.js';
import type { Answer, EngineUnderTest } from './engine-under-test.js';
import { healing, overdue } from './healing.js';
import { violation } from './invariants.js';
import type { CheckName, Violation } from './invariants.js';
import { checkReading } from './reading.js';
import { replayViolation } from './replay.js';
import { stepOf } from './step.js';
import { Witness } from './witness.js';
import { worldOf } from './world.js';
import type { World } from './world.js';

const HOUR = 3_600_000;

/** What came of a simulation. */
export interface Report {
  readonly seed: number;
  /** Callbacks that lived in it, from being made to leaving the list. */
  readonly lifecycles: number;
  readonly steps: number;
  readonly failure?: Failure;
}

export interface Failure extends Violation {
  /** Number of the move during which it was seen; those after the last one heal the world and bring it to its end. */
  readonly move: number;
}

/** What a simulation is made of. */
export interface SimulationOptions {
  readonly engine?: EngineUnderTest;
  /** Numbers of the moves to keep, in order; absent = all. */
  readonly keep?: readonly number[];
  /** The invariants that end it when they do not hold; absent = all. */
  readonly watched?: readonly CheckName[];
}

/**
 * Plays the world of a seed to its end, or to the first invariant that does not hold.
 * @throws an error that names the world when the engine itself throws, which no command may make it do.
 */
export function simulate(seed: number, { engine = HONEST, keep, watched }: SimulationOptions = {}): Report {
  const world = worldOf(seed);
  const run = new Run(world, engine);
  let failure: Failure | undefined;
  try {
    failure = firstOf(run.play(keep ?? world.moves.keys()), watched);
  } catch (cause) {
    throw new Error(`Failed to simulate world ${seed}: ${String(cause)} Play it again with --seed ${seed} --runs 1.`, {
      cause,
    });
  }
  const report = { seed, lifecycles: run.lifecycles, steps: run.steps };
  return failure === undefined ? report : { ...report, failure };
}

/** Commands of a run that lasted, in order, with what they came to. */
export interface Script {
  readonly world: World;
  readonly commands: readonly EngineCommand[];
  readonly events: readonly EngineEvent[];
  readonly hash: string;
  readonly hasReloads: boolean;
}

class Run {
  steps = 0;
  readonly #world: World;
  readonly #engine: EngineUnderTest;
  readonly #witness: Witness;
  readonly #commands: EngineCommand[] = [];
  readonly #events: EngineEvent[] = [];
  #state: EngineState;
  #hasReloads = false;

  constructor(world: World, engine: EngineUnderTest) {
    this.#world = world;
    this.#engine = engine;
    this.#witness = new Witness(engine);
    this.#state = createState(world);
  }

  get lifecycles(): number {
    return this.#witness.chronicle.taken;
  }

  /** Plays the moves of those numbers and brings the world to its end. Stops where nobody asks for the next failure. */
  *play(keep: Iterable<number>): Iterable<Failure> {
    const { opening, moves } = this.#world;
    for (const command of opening) yield* this.#at(0, this.#do(command));
    const missing = this.#world.services.filter((name) => !this.#state.settings.services.has(name));
    if (missing.length > 0)
      throw new Error(`The engine refuses ${missing.join(', ')}. Correct the options in world.ts.`);
    for (const number of keep) {
      const move = moves[number];
      if (move !== undefined) yield* this.#at(number, this.#act(actionOf(move, this.#state, this.#world)));
    }
    yield* this.#at(moves.length, this.#end());
  }

  *#at(move: number, violations: Iterable<Violation>): Iterable<Failure> {
    for (const found of violations) yield { ...found, move };
  }

  *#act(action: Action): Iterable<Violation> {
    switch (action.type) {
      case 'command':
        yield* this.#do(action.command);
        return;
      case 'reload':
        yield* this.#reload();
        return;
      case 'fork':
        yield* this.#fork(action.command);
        return;
      case 'interrupted':
        yield* this.#interrupt(action.ids, action.size);
        return;
      case 'by-person':
        yield* this.#cancelAs(action.user, action.ids);
        return;
      case 'look':
        yield* this.#look(action.chance);
        return;
    }
  }

  *#do(command: EngineCommand): Generator<Violation, Answer> {
    const before = this.#state;
    const answer = this.#engine.apply(before, command);
    this.#state = answer.state;
    this.steps += 1;
    this.#commands.push(command);
    for (const event of answer.events) this.#events.push(event);
    yield* this.#witness.watch(stepOf(before, command, answer));
    return answer;
  }

  *#doAll(commands: readonly EngineCommand[]): Iterable<Violation> {
    for (const command of commands) yield* this.#do(command);
  }

  *#reload(): Iterable<Violation> {
    const hash = this.#engine.hash(this.#state);
    const restored = this.#engine.read(this.#engine.write(this.#state));
    if (restored === undefined) {
      yield violation('I28', 'what was written down cannot be read again');
      return;
    }
    if (this.#engine.hash(restored) !== hash)
      yield violation('I28', 'what was read again is not what was written down');
    this.#hasReloads = true;
    this.#state = restored;
  }

  *#fork(command: EngineCommand): Iterable<Violation> {
    const written = this.#engine.write(this.#state);
    const first = this.#engine.apply(this.#state, command);
    this.#engine.apply(first.state, { type: 'advance', to: first.state.now + HOUR });
    if (this.#engine.write(this.#state) !== written)
      yield violation('I20', `${command.type} changed the state it was given`);
    const again = this.#engine.apply(this.#state, command);
    if (textOf(again) !== textOf(first))
      yield violation('I20', `${command.type} came to something else the second time`);
  }

  *#interrupt(ids: readonly string[], size: number): Iterable<Violation> {
    for (let from = 0; from < ids.length; from += size) {
      const command = { type: 'cancel-many', ids: ids.slice(from, from + size), reason: 'CANCELLED_BY_ADMIN' } as const;
      yield* this.#do(command);
      yield* this.#reload();
      yield* this.#do(command);
    }
  }

  /** What a shell does for a person who cancels: only what exists for that person gets as far as the engine. */
  *#cancelAs(user: string, ids: readonly string[]): Iterable<Violation> {
    const state = this.#state;
    const { access } = this.#engine;
    const caller = access.callerOf(state, user);
    const known = ids.filter((id) => access.knowsId(state, caller, id));
    const answer = yield* this.#do({ type: 'cancel-many', ids: known, reason: 'CANCELLED_BY_ADMIN' });
    const { outcomes } = answer.value as CancelManyValue;
    const look = { state, engine: this.#engine, chronicle: this.#witness.chronicle, user };
    const told = access.outcomesFor(ids, outcomes);
    yield* checkPersonalCancel(look, { ids, after: this.#state, outcomes: told });
  }

  #look(chance: Chance): Iterable<Violation> {
    return checkReading({ state: this.#state, engine: this.#engine, chronicle: this.#witness.chronicle, chance });
  }

  /** Everything is repaired, whoever is due is called, then the world runs on until nobody is left; at last it is played again. */
  *#end(): Iterable<Violation> {
    const due = overdue(this.#state);
    yield* this.#doAll(healing(this.#world));
    for (let hour = 0; hour < 3; hour += 1) yield* this.#do({ type: 'advance', to: this.#state.now + HOUR });
    for (const id of due) {
      const state = this.#state.records.get(id)?.state ?? 'COMPLETED';
      if (state !== 'COMPLETED') yield violation('L1', `${id} is still ${state}`);
    }
    yield* this.#look(new Chance(this.#world.seed));
    for (let rounds = 0; this.#state.records.size > 0 && rounds < 3; rounds += 1) {
      const last = Math.max(...[...this.#state.records.values()].map(({ expirationTime }) => expirationTime));
      yield* this.#do({ type: 'advance', to: last + 1 });
    }
    for (const id of this.#state.records.keys()) yield violation('L1', `${id} never leaves`);
    const again = replayViolation(this.#script(), this.#engine);
    if (again !== undefined) yield again;
  }

  #script(): Script {
    return {
      world: this.#world,
      commands: this.#commands,
      events: this.#events,
      hash: this.#engine.hash(this.#state),
      hasReloads: this.#hasReloads,
    };
  }
}

function firstOf(failures: Iterable<Failure>, watched: readonly CheckName[] | undefined): Failure | undefined {
  for (const failure of failures) if (watched?.includes(failure.check) !== false) return failure;
  return undefined;
}

function textOf({ events, refusal, value }: Answer): string {
  return JSON.stringify([events, refusal, value]);
}
