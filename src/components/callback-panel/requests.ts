import type { LitElement } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import { hasChanged } from '../../domain/conflict.js';
import { CallbackError } from '../../domain/errors.js';
import { LatestRun } from '../../controllers/latest-run.js';
import { PendingChangesController } from '../../controllers/pending-changes.js';
import { Presence } from '../../controllers/presence.js';
import { emit } from '../../internal/emit.js';
import { CALLBACK_CANCEL_REQUEST, CALLBACK_CREATE_REQUEST } from '../../internal/request-events.js';
import type { LocalizeController } from '../../internal/localize.js';
import type {
  CallbackCancelRequestEvent,
  CallbackCreateRequestEvent,
  CallbackEditRequestEvent,
} from '../../internal/request-events.js';
import type { EditorAvailabilityRequestEvent } from '../callback-editor/callback-editor.events.js';
import type { EditorRequest } from '../callback-editor/callback-editor.types.js';
import { CALLBACK_REFRESH_REQUEST } from '../callback-table/callback-table.events.js';
import type {
  CallbackDiagnosticsRequestEvent,
  CallbackRefreshRequestEvent,
} from '../callback-table/callback-table.events.js';
import type { ReportKind, ReportRequestEvent } from '../report-dialog/report-dialog.events.js';
import type { Access } from './callback-panel.access.js';
import { CALLBACK_FAILURE, REPORT_READY } from './callback-panel.events.js';
import type { CallbackFailureEvent, FailedAction, ReportReadyEvent } from './callback-panel.events.js';
import { likeListed } from './change-command.js';
import { Dialogs } from './dialogs.js';
import type { Learned, OpenDialog } from './dialogs.js';
import { PendingStrip } from './pending-strip.js';
import { Reports } from './reports.js';
import type { Source } from './source.js';
import type { Status } from './status.js';
import { Troubles } from './troubles.js';
import { Writes } from './writes.js';

const WISH = { cancelable: true } as const;

/** What the requests need of their page. */
export interface RequestsContext {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly source: Source;
  readonly access: () => Access;
  /** The records a person may see. */
  readonly records: () => readonly CallbackRecord[];
  /** Properties with a title of their own. */
  readonly columns: () => readonly string[];
  /** What the editor asks for, parsed. */
  readonly editorRequest: () => EditorRequest | undefined;
  readonly status: Status;
  /** Whether something was entered in the editor that is not sent yet. */
  readonly editorIsDirty: () => boolean;
  /** The number that stands in the editor; empty = none. */
  readonly editorNumber: () => string;
  /** Seconds for which a cancellation or a move waits before it is sent. */
  readonly undoDelay: () => number;
  /** A time in words, in the page's zone. */
  readonly timeWords: (time: number) => string;
  /** The form in which a callback was changed has closed. */
  readonly formClosed: (id: string) => void;
  /** What was selected is dealt with. */
  readonly dealtWith: (ids: readonly string[]) => void;
}

/**
 * Acts on every `-request` event that the page's parts fire, unless somebody prevents it: a page further out hears the event first,
 * since the acting waits until the event has travelled.
 */
export class Requests {
  readonly dialogs: Dialogs;
  readonly reports: Reports;
  readonly troubles: Troubles;
  readonly writes: Writes;
  readonly pending: PendingChangesController;
  readonly strip: PendingStrip;
  readonly #context: RequestsContext;
  readonly #reading = new LatestRun<CallbackRecord>();

  constructor(context: RequestsContext) {
    const { host, source, localize, status, formClosed, dealtWith, undoDelay, timeWords } = context;
    this.#context = context;
    this.dialogs = new Dialogs(host);
    this.reports = new Reports(host);
    this.troubles = new Troubles(host);
    this.pending = new PendingChangesController(host, { seconds: undoDelay });
    this.strip = new PendingStrip(host, {
      localize,
      pending: this.pending,
      inDialog: () => this.dialogs.work.pending,
      lineClosed: formClosed,
      announce: (words) => void status.say(words),
    });
    this.writes = new Writes({
      host,
      localize,
      undoDelay,
      timeWords,
      pending: this.pending,
      mayReopen: (id) => this.#mayEdit(id) && !source.commands.busyIds.has(id),
      reopen: (dialog, learned) => this.#open(dialog, learned),
      slotsChanged: (service, isRefused) => {
        source.slots.forget(service);
        if (isRefused) void source.slots.refresh();
      },
      announce: (words) => void status.say(words),
      formClosed,
      dealtWith,
      commands: source.commands,
      dialogs: this.dialogs,
      troubles: this.troubles,
      server: () => source.transport,
      now: () => source.now,
      query: () => source.query,
      reloadUntil: (shows) => source.refreshUntil(shows),
    });
    new Presence(host, { left: () => this.#reading.drop() });
    host.addEventListener('callback-create-request', this.#created);
    host.addEventListener('callback-edit-request', this.#edited);
    host.addEventListener('callback-cancel-request', this.#cancelled);
    host.addEventListener('callback-diagnostics-request', this.#diagnosed);
    host.addEventListener('callback-refresh-request', this.#refreshed);
    host.addEventListener('report-request', this.#reported);
  }

  /**
   * The server is another one: what was opened for the old one closes, and what still waits is sent to it at once. What was sent to it is
   * still waited for, and told.
   */
  reset(): void {
    this.#reading.drop();
    this.pending.flush();
    this.dialogs.close();
  }

  /** The person wants a new callback. */
  wishCreate(): void {
    emit<CallbackCreateRequestEvent>(this.#context.host, CALLBACK_CREATE_REQUEST, { stage: 'open' }, WISH);
  }

  /** The person wants to cancel callbacks. */
  wishCancel(ids: readonly string[]): void {
    const detail = { stage: 'open', ids, scope: 'selection' } as const;
    emit<CallbackCancelRequestEvent>(this.#context.host, CALLBACK_CANCEL_REQUEST, detail, WISH);
  }

  /** The person wants the list to be loaded again. */
  wishRefresh(): void {
    emit<CallbackRefreshRequestEvent>(this.#context.host, CALLBACK_REFRESH_REQUEST, {}, WISH);
  }

  /** Opens the editor for a new callback, if that is allowed. */
  create(): void {
    if (this.#context.access().create === undefined) this.#open({ kind: 'create' });
  }

  /** Opens the editor for a callback, which is read first when the list does not have it. The newest wish wins. */
  async edit(id: string): Promise<void> {
    const { access, records } = this.#context;
    if (!this.#mayEdit(id)) return;
    const { current, learned } = this.dialogs;
    if (current?.kind === 'edit' && current.record.id === id && learned.conflict !== undefined) {
      // Its form was opened for a callback that is another one by now, perhaps completed.
      this.#open({ kind: 'edit', record: learned.conflict }, { whole: learned.conflict });
      return;
    }
    const listed = records().find((record) => record.id === id);
    if (listed !== undefined) {
      const dialog: OpenDialog = { kind: 'edit', record: listed };
      this.#open(dialog);
      await this.#readWhole(dialog, listed);
      return;
    }
    const outcome = await this.#reading.start('open a callback', (signal) => this.#read(id, signal));
    if (outcome.status === 'dropped') return;
    if (outcome.status === 'failed') {
      this.troubles.forgetReads();
      this.troubles.add({ what: '', problem: outcome.problem, isWrite: false });
      this.#fail('open', outcome.problem);
    } else if (access().edit === undefined) {
      this.#open({ kind: 'edit', record: outcome.value }, { whole: outcome.value });
    }
  }

  /** Opens the confirmation for those of the callbacks that are listed and whose change does not wait to be sent. */
  cancel(ids: readonly string[]): void {
    const { access, records } = this.#context;
    const wanted = new Set(ids);
    const found = records().filter(({ id }) => wanted.has(id) && !this.pending.ids.has(id));
    if (access().cancelMany !== undefined || found.length === 0) return;
    this.#open({ kind: 'cancel', records: found });
  }

  /** The editor lacks slots. */
  readonly askForSlots = ({ detail }: EditorAvailabilityRequestEvent): void => {
    const { serviceName, start, end, timeZone } = detail;
    void this.#context.source.slots.request(serviceName, { start, end }, timeZone);
  };

  /** The editor lacks the customer's other callbacks. */
  readonly askForDuplicates = (): void => {
    const { source, editorNumber } = this.#context;
    const { current } = this.dialogs;
    void source.customers.request(editorNumber(), current?.kind === 'edit' ? current.record.id : undefined);
  };

  /** Opens the options. */
  openOptions(): void {
    this.#open({ kind: 'options' });
  }

  /** Opens the list of reports. */
  openReports(): void {
    this.reports.begin();
    this.#open({ kind: 'report' });
  }

  /** Whether the form of a callback may be opened: what waits to be sent is undone first. */
  #mayEdit(id: string): boolean {
    return this.#context.access().edit === undefined && !this.pending.ids.has(id);
  }

  #open(dialog: OpenDialog, learned: Learned = {}): void {
    this.#reading.drop();
    this.troubles.forgetReads();
    this.#context.status.clear();
    this.#context.source.customers.forget();
    this.dialogs.open(dialog, learned);
  }

  /**
   * Reads all of a callback for its form: a list shows only some of its properties. When that fails the form does with what the list
   * shows; before anything is sent it is read again, and then a failure is told.
   */
  async #readWhole(dialog: OpenDialog, listed: CallbackRecord): Promise<void> {
    const { source, editorIsDirty } = this.#context;
    if (source.transport?.get === undefined) return;
    const outcome = await this.#reading.start('read a callback', (signal) => this.#read(listed.id, signal));
    if (outcome.status !== 'done' || this.dialogs.work.busy === true) return;
    const whole = outcome.value;
    const isLate = editorIsDirty() && hasChanged(listed, likeListed(whole, listed));
    this.dialogs.learn(dialog, isLate ? { conflict: whole } : { whole });
  }

  #read(id: string, signal: AbortSignal): Promise<CallbackRecord> {
    const { transport, description } = this.#context.source;
    const reason = description?.unavailable.get;
    if (transport?.get !== undefined && reason === undefined) return transport.get(id, { signal });
    const message =
      'Failed to open a callback: it is not listed, and the transport does not offer to read one. Give it a method get.';
    const details = reason === undefined ? {} : { serverMessage: reason };
    return Promise.reject(new CallbackError('unsupported', message, details));
  }

  readonly #created = (event: CallbackCreateRequestEvent): void => {
    afterwards(event, () => {
      if (event.detail.stage === 'open') this.create();
      else this.#submitEditor();
    });
  };

  readonly #edited = (event: CallbackEditRequestEvent): void => {
    const { detail } = event;
    afterwards(event, () => {
      if (detail.stage === 'open') void this.edit(detail.id);
      else this.#submitEditor();
    });
  };

  readonly #cancelled = (event: CallbackCancelRequestEvent): void => {
    const { stage, ids } = event.detail;
    afterwards(event, () => {
      if (stage === 'open') this.cancel(ids);
      else if (this.dialogs.current?.kind === 'edit') this.#submitEditor();
      else void this.writes.cancelMany(ids);
    });
  };

  readonly #diagnosed = (event: CallbackDiagnosticsRequestEvent): void => {
    afterwards(event, () => void this.#context.source.diagnostics.request(event.detail.id));
  };

  readonly #refreshed = (event: Event): void => {
    const { source, status } = this.#context;
    afterwards(event, () => {
      status.clear();
      void source.refresh();
    });
  };

  readonly #reported = (event: ReportRequestEvent): void => {
    afterwards(event, () => void this.#report(event.detail.report));
  };

  #submitEditor(): void {
    const request = this.#context.editorRequest();
    if (request !== undefined) void this.writes.edit(request);
  }

  async #report(report: ReportKind): Promise<void> {
    const { host, source, columns, status, localize } = this.#context;
    const { lastCancel } = this.writes;
    const made = await this.reports.make(report, { transport: source.transport, columns: columns(), lastCancel });
    if (made === undefined) return;
    if ('problem' in made) {
      this.#fail('report', made.problem);
      return;
    }
    void status.say(localize.term('reportSaved', made.fileName));
    emit<ReportReadyEvent>(host, REPORT_READY, { report, fileName: made.fileName });
  }

  #fail(action: FailedAction, { code }: CallbackError): void {
    emit<CallbackFailureEvent>(this.#context.host, CALLBACK_FAILURE, { code, action });
  }
}

function afterwards(event: Event, act: () => void): void {
  queueMicrotask(() => {
    if (!event.defaultPrevented) act();
  });
}
