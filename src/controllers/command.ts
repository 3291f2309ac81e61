import type { ReactiveControllerHost } from 'lit';
import { CallbackError, isAbort } from '../domain/errors.js';
import type { BulkCancelResult } from '../domain/report.js';
import type {
  CallbackTransport,
  CancelManyOptions,
  CancelOptions,
  Capability,
  CreateRequest,
  CreateResult,
  PropertyChange,
  RecordHint,
  RescheduleChange,
  RescheduleCompletedChange,
} from '../transport/callback-transport.js';
import { toProblem } from './problem.js';

/** What became of a command. Without a problem it was aborted by the caller, which is nothing to tell anyone. */
export type CommandResult<T> = { readonly ok: true; readonly value: T } | CommandFailure;

export interface CommandFailure {
  readonly ok: false;
  readonly problem?: CallbackError;
}

/** How far a bulk cancel has come. */
export interface CommandProgress {
  readonly done: number;
  readonly total: number;
}

/** Calls a transport; undefined when it does not offer what is needed. */
type Command<T> = (transport: CallbackTransport) => Promise<T> | undefined;

/** What is marked as busy while a new callback has no id yet. */
const NEW_CALLBACK = Symbol('new callback');

type Subject = string | typeof NEW_CALLBACK;

const NOTHING_BUSY: ReadonlySet<Subject> = new Set();

/**
 * Sends commands and marks the callbacks they are about as busy until the server has answered. Nothing is sent twice: a command
 * for a busy callback is refused. A command that was sent is never aborted, since nobody would know what came of it. What one server
 * has still to answer keeps nobody from sending to another.
 */
export class CommandController {
  readonly #host: ReactiveControllerHost;
  readonly #busy = new WeakMap<CallbackTransport, ReadonlySet<Subject>>();
  #transport: CallbackTransport | undefined;
  #busyIds: ReadonlySet<string> = new Set();
  #progress: CommandProgress | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Callbacks whose command the present server has not answered. Another set after every change. */
  get busyIds(): ReadonlySet<string> {
    return this.#busyIds;
  }

  /** Whether a new callback is being created on the present server. */
  get creating(): boolean {
    return this.#busyAt(this.#transport).has(NEW_CALLBACK);
  }

  /** How far the bulk cancel on the present server has come; undefined when none is running. */
  get progress(): CommandProgress | undefined {
    return this.#progress;
  }

  /** Sends later commands elsewhere; those that were sent are still waited for. */
  setTransport(transport: CallbackTransport | undefined): void {
    if (transport === this.#transport) return;
    this.#transport = transport;
    this.#progress = undefined;
    this.#tellBusy();
  }

  create(request: CreateRequest): Promise<CommandResult<CreateResult>> {
    return this.#run('create', [NEW_CALLBACK], (transport) => transport.create?.(request));
  }

  reschedule(id: string, change: RescheduleChange, hint: RecordHint = {}): Promise<CommandResult<void>> {
    return this.#run('reschedule', [id], (transport) => transport.reschedule?.(id, change, hint));
  }

  rescheduleCompleted(id: string, change: RescheduleCompletedChange): Promise<CommandResult<CreateResult>> {
    return this.#run('rescheduleCompleted', [id], (transport) => transport.rescheduleCompleted?.(id, change));
  }

  updateProperties(id: string, change: PropertyChange, hint: RecordHint = {}): Promise<CommandResult<void>> {
    return this.#run('updateProperties', [id], (transport) => transport.updateProperties?.(id, change, hint));
  }

  cancel(id: string, options: Omit<CancelOptions, 'signal'> = {}): Promise<CommandResult<void>> {
    return this.#run('cancel', [id], (transport) => transport.cancel?.(id, options));
  }

  /**
   * Cancels several callbacks. Aborting the signal ends it between two parts; what was done until then stays done.
   * @param to where it goes; by default where every command goes
   */
  cancelMany(
    ids: readonly string[],
    options: CancelManyOptions,
    to: CallbackTransport | undefined = this.#transport,
  ): Promise<CommandResult<BulkCancelResult>> {
    const onProgress = (done: number, total: number): void => {
      this.#setProgress(to, { done, total });
      options.onProgress?.(done, total);
    };
    return this.#run('cancelMany', ids, (transport) => transport.cancelMany?.(ids, { ...options, onProgress }), to);
  }

  /**
   * Runs several calls as one command, for example a reading before the change and one after it; the callbacks are busy until all of it
   * is done.
   * @param subject ids of the callbacks, or `new` for one that has no id yet
   * @param to where it goes; by default where every command goes
   */
  perform<T>(
    capability: Capability,
    subject: readonly string[] | 'new',
    command: Command<T>,
    to: CallbackTransport | undefined = this.#transport,
  ): Promise<CommandResult<T>> {
    return this.#run(capability, subject === 'new' ? [NEW_CALLBACK] : subject, command, to);
  }

  async #run<T>(
    capability: Capability,
    subjects: readonly Subject[],
    command: Command<T>,
    to: CallbackTransport | undefined = this.#transport,
  ): Promise<CommandResult<T>> {
    if (typeof to?.[capability] !== 'function') return unsupported(capability);
    if (subjects.some((subject) => this.#busyAt(to).has(subject))) return refused(capability);
    this.#mark(to, subjects, true);
    try {
      const answer = command(to);
      return answer === undefined ? unsupported(capability) : { ok: true, value: await answer };
    } catch (error) {
      return isAbort(error) ? { ok: false } : { ok: false, problem: toProblem(error, `run ${capability}`) };
    } finally {
      if (capability === 'cancelMany') this.#setProgress(to, undefined);
      this.#mark(to, subjects, false);
    }
  }

  #busyAt(transport: CallbackTransport | undefined): ReadonlySet<Subject> {
    return (transport && this.#busy.get(transport)) ?? NOTHING_BUSY;
  }

  #mark(at: CallbackTransport, subjects: readonly Subject[], busy: boolean): void {
    const marked = new Set(this.#busyAt(at));
    for (const subject of subjects) {
      if (busy) marked.add(subject);
      else marked.delete(subject);
    }
    this.#busy.set(at, marked);
    if (at === this.#transport) this.#tellBusy();
  }

  #tellBusy(): void {
    this.#busyIds = new Set([...this.#busyAt(this.#transport)].filter((subject) => typeof subject === 'string'));
    this.#host.requestUpdate();
  }

  #setProgress(at: CallbackTransport | undefined, progress: CommandProgress | undefined): void {
    if (at !== this.#transport) return;
    this.#progress = progress;
    this.#host.requestUpdate();
  }
}

function refused(capability: Capability): CommandFailure {
  return {
    ok: false,
    problem: new CallbackError(
      'refused',
      `Failed to run ${capability}: an earlier command for the same callback has not been answered. Wait for its answer.`,
    ),
  };
}

function unsupported(capability: Capability): CommandFailure {
  return {
    ok: false,
    problem: new CallbackError(
      'unsupported',
      `Failed to run ${capability}: the transport does not offer it. Give it a method ${capability}.`,
    ),
  };
}
