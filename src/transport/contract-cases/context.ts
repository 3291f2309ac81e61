import type { CallbackRecord, CallbackState } from '../../domain/callback.js';
import { isCallbackError } from '../../domain/errors.js';
import type { CallbackErrorCode } from '../../domain/errors.js';
import { createQuery } from '../../domain/query.js';
import type { CallbackQuery } from '../../domain/query.js';
import type { CallbackTransport, Capability, CreateRequest } from '../callback-transport.js';

/** The few assertions a case makes. `assert` of Node, of Chai and of Vitest all fit. */
export interface ContractAssert {
  ok(value: unknown, message?: string): void;
  strictEqual(actual: unknown, expected: unknown, message?: string): void;
  deepStrictEqual(actual: unknown, expected: unknown, message?: string): void;
}

/** What the server behind the transport holds after a reset. */
export interface ContractBed {
  /**
   * Two services that accept any number at any time, find callbacks by number and hold none. No agent works, so nothing moves by
   * itself.
   */
  readonly services: readonly [first: string, second: string];
  /** The server's clock in epoch milliseconds. It does not run by itself, or not far in the time a case takes. */
  readonly now: number;
}

/** What the suite needs of the test bed. Cases that need what is missing are skipped with a reason. */
export interface ContractControl {
  /** Starts over. */
  reset(): Promise<ContractBed>;
  /** Moves the server's clock, with everything due on the way. */
  advance?(seconds: number): Promise<void>;
  /** Puts a callback where a case wants it; `dead`: its session is gone and stays gone. */
  force?(id: string, change: ForcedChange): Promise<void>;
}

export interface ForcedChange {
  readonly state?: CallbackState;
  readonly reason?: string;
  readonly orsSession?: 'alive' | 'dead';
}

/** What a runner gives to a case. */
export interface ContractContext {
  readonly transport: CallbackTransport;
  readonly control: ContractControl;
  readonly assert: ContractAssert;
}

/** One behaviour that every transport shows. */
export interface ContractCase {
  /** The behaviour in words. Unique in the suite. */
  readonly name: string;
  /** What the transport must be able to do besides listing. */
  readonly needs: readonly Capability[];
  /** What the test bed must be able to do besides starting over. */
  readonly controls: readonly ('advance' | 'force')[];
  /** Starts over, then rejects when the transport behaves otherwise. */
  run(context: ContractContext): Promise<void>;
}

/** A case, told from the inside: everything it needs is there. */
export type CaseBody = (bed: CaseBed) => Promise<void>;

/** What a case works with. */
export interface CaseBed extends ContractBed {
  readonly transport: Required<Pick<CallbackTransport, Capability | 'describe'>> & CallbackTransport;
  readonly control: Required<ContractControl>;
  readonly assert: ContractAssert;
  /** A query over two days around now. */
  query(wish?: Partial<CallbackQuery>): CallbackQuery;
  /** Creates a callback in the first service, in an hour unless said otherwise, and resolves with its id. */
  create(wish?: Partial<CreateRequest>): Promise<string>;
  /** Creates a callback for now. */
  createNow(wish?: Partial<CreateRequest>): Promise<string>;
  /** Fails unless the promise is rejected with our error of this code. */
  fails(promise: Promise<unknown>, code: CallbackErrorCode): Promise<void>;
  /** Fails unless the callback is in this state, for this reason. */
  expectState(id: string, state: string, reason?: string): Promise<void>;
}

export const HOUR = 3_600_000;

/** Makes a case. What it needs is judged by the runner before it runs. */
export function contractCase(
  name: string,
  needs: readonly Capability[],
  body: CaseBody,
  controls: ContractCase['controls'] = [],
): ContractCase {
  return { name, needs, controls, run: async (context) => body(await prepare(context)) };
}

async function prepare({ transport, control, assert }: ContractContext): Promise<CaseBed> {
  const bed = await control.reset();
  const able = transport as CaseBed['transport'];
  const create = async (wish: Partial<CreateRequest>): Promise<string> =>
    (await able.create({ serviceName: bed.services[0], customerNumber: '5510', properties: {}, ...wish })).id;
  return {
    ...bed,
    assert,
    transport: able,
    control: control as Required<ContractControl>,
    query: (wish = {}) => createQuery({ range: { start: bed.now - 24 * HOUR, end: bed.now + 24 * HOUR }, ...wish }),
    create: (wish = {}) => create({ desiredTime: bed.now + HOUR, ...wish }),
    createNow: (wish = {}) => create(wish),
    fails: (promise, code) => expectFailure(assert, promise, code),
    expectState: async (id, state, reason) => {
      const record: CallbackRecord = await able.get(id);
      assert.deepStrictEqual([record.state, record.reason], [state, reason], `state of ${id}`);
    },
  };
}

async function expectFailure(
  assert: ContractAssert,
  promise: Promise<unknown>,
  code: CallbackErrorCode,
): Promise<void> {
  const outcome = await promise.then(
    () => 'resolved',
    (error: unknown) => (isCallbackError(error) ? error.code : `rejected with ${String(error)}, not a CallbackError`),
  );
  assert.strictEqual(outcome, code);
}
