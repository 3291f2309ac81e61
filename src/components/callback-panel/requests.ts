import type { ReactiveControllerHost } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import { toProblem } from '../../controllers/latest-run.js';
import { emit } from '../../internal/emit.js';
import { CALLBACK_CANCEL_REQUEST, CALLBACK_CREATE_REQUEST } from '../../internal/request-events.js';
import type { LocalizeController } from '../../internal/localize.js';
import type {
  CallbackCancelRequestEvent,
  CallbackCreateRequestEvent,
  CallbackEditRequestEvent,
} from '../../internal/request-events.js';
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
import { Dialogs } from './dialogs.js';
import { Reports } from './reports.js';
import type { Source } from './source.js';
import type { Status } from './status.js';
import { Writes } from './writes.js';

const WISH = { cancelable: true } as const;

/** What the requests need of their page. */
export interface RequestsContext {
  readonly host: ReactiveControllerHost & HTMLElement;
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
  /** A cancellation of several callbacks has ended. */
  readonly cancelled: () => void;
}

/**
 * Acts on every `-request` event that the page's parts fire, unless somebody prevents it: a page further out hears the event first,
 * since the acting waits until the event has travelled.
 */
export class Requests {
  readonly dialogs: Dialogs;
  readonly reports: Reports;
  readonly writes: Writes;
  readonly #context: RequestsContext;
  #openProblem: CallbackError | undefined;

  constructor(context: RequestsContext) {
    const { host, source, localize, status, cancelled } = context;
    this.#context = context;
    this.dialogs = new Dialogs(host);
    this.reports = new Reports(host);
    this.writes = new Writes({
      host,
      localize,
      announce: (words) => void status.say(words),
      cancelled,
      commands: source.commands,
      dialogs: this.dialogs,
      now: () => source.now,
      query: () => source.query,
      reloadUntil: (shows) => source.refreshUntil(shows),
    });
    host.addEventListener('callback-create-request', this.#created);
    host.addEventListener('callback-edit-request', this.#edited);
    host.addEventListener('callback-cancel-request', this.#cancelled);
    host.addEventListener('callback-diagnostics-request', this.#diagnosed);
    host.addEventListener('callback-refresh-request', this.#refreshed);
    host.addEventListener('report-request', this.#reported);
  }

  /** Why the callback that was to be opened could not be read. */
  get openProblem(): CallbackError | undefined {
    return this.#openProblem;
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
    if (this.#context.access().create === undefined) this.#open(() => this.dialogs.open({ kind: 'create' }));
  }

  /** Opens the editor for a callback, which is read first when the list does not have it. */
  async edit(id: string): Promise<void> {
    const { access, records, source } = this.#context;
    if (access().edit !== undefined) return;
    const listed = records().find((record) => record.id === id);
    try {
      const record = listed ?? (await source.transport?.get?.(id));
      if (record !== undefined) this.#open(() => this.dialogs.open({ kind: 'edit', record }));
    } catch (error) {
      this.#openProblem = toProblem(error, 'open a callback');
      this.#fail('open', this.#openProblem);
      this.#context.host.requestUpdate();
    }
  }

  /** Opens the confirmation for those of the callbacks that are listed. */
  cancel(ids: readonly string[]): void {
    const { access, records } = this.#context;
    const wanted = new Set(ids);
    const found = records().filter(({ id }) => wanted.has(id));
    if (access().cancelMany !== undefined || found.length === 0) return;
    this.#open(() => this.dialogs.open({ kind: 'cancel', records: found }));
  }

  /** Opens the options. */
  openOptions(): void {
    this.#open(() => this.dialogs.open({ kind: 'options' }));
  }

  /** Opens the list of reports. */
  openReports(): void {
    this.reports.begin();
    this.#open(() => this.dialogs.open({ kind: 'report' }));
  }

  #open(open: () => void): void {
    this.#openProblem = undefined;
    this.#context.status.clear();
    open();
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
    const { current } = this.dialogs;
    if (request !== undefined)
      void this.writes.edit(request, current?.kind === 'edit' ? current.record.serviceName : undefined);
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
