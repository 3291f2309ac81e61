import type { EngineCommand, EngineState, Interaction } from '../../../../mock-server/engine/engine.js';
import type { EngineUnderTest } from '../engine-under-test.js';
import { violation } from '../invariants.js';
import type { Violation } from '../invariants.js';
import { optionNumber } from '../options.js';
import type { Step } from '../step.js';

type Options = Readonly<Record<string, string>>;
type Command = EngineCommand;

/** What the witness was told of a reserved number. */
interface Reservation {
  readonly accessNumber: string;
  readonly until: number;
  readonly properties: Options;
}

/** The witness's own book of reserved numbers and stored values, written from commands and answers alone. */
export class Reservations {
  readonly #reserved = new Map<string, Reservation>();
  readonly #stored = new Map<string, Options>();

  /** Checks what a step did to numbers and values, and notes it. */
  *watch(step: Step, engine: EngineUnderTest): Iterable<Violation> {
    const { command } = step;
    switch (command.type) {
      case 'request-interaction':
      case 'request-access':
        yield* this.#reserve(step, command, engine);
        return;
      case 'store':
      case 'forget':
        yield* this.#keep(step, command, engine);
        return;
      default:
    }
  }

  /** Checks everything that is known against a state. */
  *checkAll(state: EngineState, engine: EngineUnderTest): Iterable<Violation> {
    for (const id of new Set([...this.#reserved.keys(), ...this.#stored.keys()]))
      yield* this.#checkStored(id, state, engine);
    for (const [id, { accessNumber }] of this.#reserved) {
      const match = engine.match(state, { accessNumber });
      const found = 'refusal' in match ? undefined : match.value.id;
      const holder = this.#holderOf(accessNumber, state);
      if (found !== holder)
        yield violation(
          'access-numbers',
          `a call to the number of ${id} finds ${String(found)}, not ${String(holder)}`,
        );
    }
  }

  *#reserve(
    { before, after, answer }: Step,
    command: Extract<Command, { readonly type: 'request-interaction' | 'request-access' }>,
    engine: EngineUnderTest,
  ): Iterable<Violation> {
    const known = command.type === 'request-access' ? command.id : undefined;
    const mustFail = known !== undefined && !this.#isOwner(known, before);
    if (mustFail !== (answer.refusal !== undefined)) {
      yield violation('access-numbers', `a number for ${String(known)} was ${mustFail ? 'given' : 'refused'}`);
    }
    if (answer.refusal !== undefined) return;
    const { id, accessNumber, expirationTime } = answer.value as Interaction;
    const holder = this.#holderOf(accessNumber, before);
    if (holder !== undefined && holder !== id)
      yield violation('access-numbers', `${accessNumber} belongs to ${holder} and ${id}`);
    if (known === undefined ? before.records.has(id) || this.#reserved.has(id) : known !== id)
      yield violation('access-numbers', `a number for ${String(known)} was given to ${id}`);
    const seconds = optionNumber(before.settings, command.serviceName, '_booking_expiration_timeout', 30);
    const until = before.now + seconds * 1000;
    if (expirationTime !== until)
      yield violation('access-numbers', `${id} is kept until ${expirationTime}, not ${until}`);
    const properties =
      command.type === 'request-interaction' ? command.properties : (this.#live(id, before)?.properties ?? {});
    this.#reserved.set(id, { accessNumber, until, properties });
    yield* this.checkAll(after, engine);
  }

  *#keep(
    { before, after, answer }: Step,
    command: Extract<Command, { readonly type: 'store' | 'forget' }>,
    engine: EngineUnderTest,
  ): Iterable<Violation> {
    const { id } = command;
    const values = this.#valuesOf(id, before);
    const isPossible = values !== undefined && (command.type === 'store' || Object.hasOwn(values, command.key));
    if (isPossible === (answer.refusal !== undefined))
      yield violation('stored-values', `${command.type} of ${id} was ${isPossible ? 'refused' : 'accepted'}`);
    if (answer.refusal === undefined && values !== undefined) {
      const changed = command.type === 'store' ? { ...values, ...command.values } : without(values, command.key);
      this.#stored.set(id, changed);
    }
    yield* this.#checkStored(id, after, engine);
  }

  *#checkStored(id: string, state: EngineState, engine: EngineUnderTest): Iterable<Violation> {
    const [told, wanted] = [engine.stored(state, id), this.#valuesOf(id, state)].map(textOf);
    if (told !== wanted) yield violation('stored-values', `${id} keeps ${String(told)} instead of ${String(wanted)}`);
  }

  /** What is stored under an id; nothing for somebody who is gone. */
  #valuesOf(id: string, state: EngineState): Options | undefined {
    if (!this.#isOwner(id, state)) return undefined;
    return this.#stored.get(id) ?? this.#live(id, state)?.properties ?? {};
  }

  #isOwner(id: string, state: EngineState): boolean {
    return state.records.has(id) || this.#live(id, state) !== undefined;
  }

  #live(id: string, { now }: EngineState): Reservation | undefined {
    const reservation = this.#reserved.get(id);
    return reservation !== undefined && now <= reservation.until ? reservation : undefined;
  }

  #holderOf(accessNumber: string, state: EngineState): string | undefined {
    return [...this.#reserved.keys()].find((id) => this.#live(id, state)?.accessNumber === accessNumber);
  }
}

function without(values: Options, key: string): Options {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}

function textOf(values: Options | undefined): string | undefined {
  return values === undefined ? undefined : JSON.stringify(Object.entries(values).sort());
}
