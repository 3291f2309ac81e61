import type { ReactiveControllerHost } from 'lit';
import type { QueueDiagnostics } from '../domain/diagnostics.js';
import { CallbackError } from '../domain/errors.js';
import type { CallbackTransport } from '../transport/callback-transport.js';
import { LatestRun } from './latest-run.js';
import { Presence } from './presence.js';

/** What is known of the queue position of a callback, or why nothing is. */
export type DiagnosticsEntry = QueueDiagnostics | CallbackError;

export interface DiagnosticsOptions {
  /** Why the server does not tell queue positions, in words; undefined when it does. */
  readonly why?: () => string | undefined;
}

/** Fetches why queued callbacks are not moving, one by one, and holds the newest answer for each. */
export class DiagnosticsController {
  readonly #host: ReactiveControllerHost;
  readonly #options: DiagnosticsOptions;
  readonly #runs = new Map<string, LatestRun<QueueDiagnostics>>();
  #transport: CallbackTransport | undefined;
  #entries: ReadonlyMap<string, DiagnosticsEntry> = new Map();
  #loadingIds: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost, options: DiagnosticsOptions = {}) {
    this.#host = host;
    this.#options = options;
    new Presence(host, { left: () => this.#dropRuns([...this.#runs.keys()]) });
  }

  /** Newest answer by id. Another map after every change. */
  get entries(): ReadonlyMap<string, DiagnosticsEntry> {
    return this.#entries;
  }

  /** Ids that are being asked for. Another set after every change. */
  get loadingIds(): ReadonlySet<string> {
    return this.#loadingIds;
  }

  /** Asks another server; what is known from the old one is forgotten. */
  setTransport(transport: CallbackTransport | undefined): void {
    if (transport === this.#transport) return;
    this.#transport = transport;
    this.#dropRuns([...this.#runs.keys()]);
    this.#setEntries(new Map());
  }

  /** Asks for one callback. A newer request for the same one takes the place of an older. Never rejects. */
  async request(id: string): Promise<void> {
    const transport = this.#transport;
    const run = this.#runs.get(id) ?? new LatestRun<QueueDiagnostics>();
    this.#runs.set(id, run);
    const why = this.#options.why?.();
    const started = run.start('read the queue position', (signal) =>
      why === undefined ? ask(transport, id, signal) : Promise.reject(refusal(why)),
    );
    this.#updateLoading();
    const outcome = await started;
    this.#updateLoading();
    if (outcome.status === 'dropped') return;
    this.#setEntries(new Map(this.#entries).set(id, outcome.status === 'done' ? outcome.value : outcome.problem));
  }

  /** Forgets every callback that is not among these, and what is still being asked about it. */
  keepOnly(ids: Iterable<string>): void {
    const gone = new Set([...this.#runs.keys(), ...this.#entries.keys()]);
    // Few callbacks are known and many may be kept: a set of those would take longer than reading them.
    for (const id of ids) {
      if (gone.size === 0) return;
      gone.delete(id);
    }
    this.#dropRuns([...this.#runs.keys()].filter((id) => gone.has(id)));
    const entries = [...this.#entries].filter(([id]) => !gone.has(id));
    if (entries.length < this.#entries.size) this.#setEntries(new Map(entries));
  }

  #dropRuns(ids: readonly string[]): void {
    for (const id of ids) {
      this.#runs.get(id)?.drop();
      this.#runs.delete(id);
    }
    if (ids.length > 0) this.#updateLoading();
  }

  #setEntries(entries: ReadonlyMap<string, DiagnosticsEntry>): void {
    this.#entries = entries;
    this.#host.requestUpdate();
  }

  #updateLoading(): void {
    this.#loadingIds = new Set([...this.#runs].filter(([, run]) => run.running).map(([id]) => id));
    this.#host.requestUpdate();
  }
}

async function ask(
  transport: CallbackTransport | undefined,
  id: string,
  signal: AbortSignal,
): Promise<QueueDiagnostics> {
  if (transport?.queueDiagnostics === undefined) {
    throw new CallbackError(
      'unsupported',
      'Failed to read the queue position: the transport does not offer it. Give it a method queueDiagnostics.',
    );
  }
  return transport.queueDiagnostics(id, { signal });
}

function refusal(why: string): CallbackError {
  return new CallbackError(
    'unsupported',
    'Failed to read the queue position: the server says that it does not offer it. Ask its administrator.',
    { serverMessage: why },
  );
}
