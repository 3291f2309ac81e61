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
import { toProblem } from './latest-run.js';

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

type Command<T> = (transport: CallbackTransport) => Promise<T> | undefined;

/** What is marked as busy while a new callback has no id yet. */
const NEW_CALLBACK = Symbol('new callback');

/**
 * Sends commands and marks the callbacks they are about as busy until the server has answered. Nothing is sent twice: a command
 * for a busy callback is refused. A command that was sent is never aborted, since nobody would know what came of it.
 */
export class CommandController {
  readonly #host: ReactiveControllerHost;
  readonly #busy = new Set<string | typeof NEW_CALLBACK>();
  #transport: CallbackTransport | undefined;
  #busyIds: ReadonlySet<string> = new Set();
  #progress: CommandProgress | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Callbacks whose command has not been answered. Another set after every change. */
  get busyIds(): ReadonlySet<string> {
    return this.#busyIds;
  }

  /** Whether a new callback is being created. */
  get creating(): boolean {
    return this.#busy.has(NEW_CALLBACK);
  }

  /** How far the running bulk cancel has come; undefined when none is running. */
  get progress(): CommandProgress | undefined {
    return this.#progress;
  }

  /** Sends later commands elsewhere; those that were sent are still waited for. */
  setTransport(transport: CallbackTransport | undefined): void {
    this.#transport = transport;
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

  /** Cancels several callbacks. Aborting the signal ends it between two parts; what was done until then stays done. */
  cancelMany(ids: readonly string[], options: CancelManyOptions): Promise<CommandResult<BulkCancelResult>> {
    const onProgress = (done: number, total: number): void => {
      this.#setProgress({ done, total });
      options.onProgress?.(done, total);
    };
    return this.#run('cancelMany', ids, (transport) => transport.cancelMany?.(ids, { ...options, onProgress }));
  }

  async #run<T>(
    capability: Capability,
    subjects: readonly (string | typeof NEW_CALLBACK)[],
    command: Command<T>,
  ): Promise<CommandResult<T>> {
    if (subjects.some((subject) => this.#busy.has(subject))) return refused(capability);
    this.#mark(subjects, true);
    try {
      const answer = this.#transport && command(this.#transport);
      return answer === undefined ? unsupported(capability) : { ok: true, value: await answer };
    } catch (error) {
      return isAbort(error) ? { ok: false } : { ok: false, problem: toProblem(error, `run ${capability}`) };
    } finally {
      if (capability === 'cancelMany') this.#setProgress(undefined);
      this.#mark(subjects, false);
    }
  }

  #mark(subjects: readonly (string | typeof NEW_CALLBACK)[], busy: boolean): void {
    for (const subject of subjects) {
      if (busy) this.#busy.add(subject);
      else this.#busy.delete(subject);
    }
    this.#busyIds = new Set([...this.#busy].filter((subject) => typeof subject === 'string'));
    this.#host.requestUpdate();
  }

  #setProgress(progress: CommandProgress | undefined): void {
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
