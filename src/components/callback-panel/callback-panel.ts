import { html } from 'lit';
import type { PropertyValues, TemplateResult, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { BaseElement } from '../../internal/base-element.js';
import { emit } from '../../internal/emit.js';
import { forgiving } from '../../internal/forgiving.js';
import { timeFormat } from '../../internal/format.js';
import { numberText } from '../../internal/number-text.js';
import { ownTransport } from '../../internal/own-transport.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { ownZone, usableZone } from '../../internal/zone.js';
import { keptIds, withIds } from '../../record-index/selection.js';
import type { CallbackTransport } from '../../transport/callback-transport.js';
import { GmsTransport } from '../../transport/gms-transport.js';
import { en } from '../../translations/en.js';
import type { CallbackEditorElement } from '../callback-editor/callback-editor.js';
import type { CallbackTableElement, Density, Interaction } from '../callback-table/callback-table.js';
import { AutoRefresh } from './auto-refresh.js';
import { accessOf } from './callback-panel.access.js';
import type { Access } from './callback-panel.access.js';
import { dialogsTemplate } from './callback-panel.dialogs.js';
import { CALLBACK_FAILURE, CALLBACK_LOADED, CALLBACK_VIEW_CHANGE } from './callback-panel.events.js';
import type { CallbackFailureEvent, CallbackLoadedEvent, CallbackViewChangeEvent } from './callback-panel.events.js';
import { notes } from './callback-panel.notes.js';
import { rangeLine } from './callback-panel.range-line.js';
import { panelStyles } from './callback-panel.styles.js';
import { tableTemplate } from './callback-panel.table.js';
import { toolbar } from './callback-panel.toolbar.js';
import type { PanelConfiguration, PanelView } from './callback-panel.types.js';
import { isUnknown, rangeName } from './callback-panel.view.js';
import type { RangeContext } from './callback-panel.view.js';
import { Derived } from './derived.js';
import { Menu } from './menu.js';
import { Narrow } from './narrow.js';
import { defineParts, takenTag } from './parts.js';
import { Requests } from './requests.js';
import { Source } from './source.js';
import { Status } from './status.js';
import { ViewState } from './view-state.js';

const NONE: readonly never[] = Object.freeze([]);

/** Width in pixels below which the actions fold into a menu. */
const NARROW = 600;

/**
 * The whole Callback page: which time is listed, what can be done, the table, and the dialogs. It is the one list owner that talks to
 * a server, through the `transport` it is given or one of its own for `base-url`. It shows nothing that the server has not confirmed,
 * and keeps the last good list when the server fails.
 *
 * Every `-request` event can be prevented; the panel acts when nobody did.
 *
 * @summary The Callback page of a contact-centre portal.
 * @tag callback-panel
 * @fires {CallbackViewChangeEvent} callback-view-change - The person changed range, options, search, sort or page. Not fired when a property is set.
 * @fires {CallbackLoadedEvent} callback-loaded - A list was loaded.
 * @fires {CallbackFailureEvent} callback-failure - Something did not work, and the person has been told.
 * @fires {CallbackCreateRequestEvent} callback-create-request - The person wants a new callback; cancelable.
 * @fires {CallbackCreatedEvent} callback-created - The server confirmed a new callback.
 * @fires {CallbackUpdatedEvent} callback-updated - The server confirmed a change of a callback.
 * @fires {CallbackCancelRequestEvent} callback-cancel-request - The person wants to cancel callbacks; cancelable.
 * @fires {CallbackCancelledEvent} callback-cancelled - The server confirmed that callbacks are cancelled.
 * @fires {CallbackBulkFinishedEvent} callback-bulk-finished - Cancelling several callbacks has ended.
 * @fires {CallbackRefreshRequestEvent} callback-refresh-request - The person wants the list to be loaded again; cancelable.
 * @fires {ReportReadyEvent} report-ready - A report was handed to the browser's downloads.
 * @csspart range-line - Range selector, bounds, freshness and Refresh.
 * @csspart range-select - The range selector.
 * @csspart custom-range - The form with the two dates of a custom range.
 * @csspart freshness - How old the list is.
 * @csspart refresh-button - The button Refresh.
 * @csspart toolbar - The line of actions.
 * @csspart create-button - The button Create Callback.
 * @csspart button - Every other button of the toolbar.
 * @csspart menu - The actions that a narrow panel folds away.
 * @csspart report-mark - Green check or red mark after a cancellation.
 * @csspart table - The table; its own parts are reached as `table__row`, `table__cell` and so on.
 * @csspart pending - What waits to be sent and can be undone.
 * @csspart editor__dialog - The native dialog of the editor.
 * @csspart cancel__dialog - The native dialog of the cancel confirmation.
 * @csspart options__dialog - The native dialog of Advanced Options.
 * @csspart report__dialog - The native dialog of Download Reports.
 * @csspart status - What the person's last action came to.
 * @csspart notes - Notes about the list.
 * @csspart idle - The sentence shown while no server is connected.
 * @csspart tag-taken - The message shown when the page uses one of our tags for something else.
 */
export class CallbackPanelElement extends BaseElement {
  static override readonly tag: string = 'callback-panel';
  protected static override readonly words = en;
  static override styles = [tokens, controls, panelStyles];

  /** Registers the elements the panel is made of, then the panel itself: also when a tag is taken, so that the panel can say so. */
  static override define(tag?: string, registry?: CustomElementRegistry): void {
    const [taken] = defineParts(registry);
    super.define(tag, registry);
    if (taken !== undefined) throw taken;
  }

  /** The way to the callback server. Without one and without `base-url` the panel is idle. */
  @forgiving @property({ attribute: false }) transport: CallbackTransport | undefined = undefined;

  /** Root of a GMS, for example `/genesys`; makes a transport of its own when `transport` is not set. */
  @forgiving @property({ attribute: 'base-url' }) baseUrl: string | undefined = undefined;

  /** What the host page knows better than the server. */
  @forgiving @property({ attribute: false }) configuration: PanelConfiguration = {};

  /** Everything a person can set, as one plain value. Members that are missing or make no sense are those of an untouched page. */
  @property({ attribute: false })
  get view(): PanelView {
    return this.#view.value;
  }

  set view(value: Partial<PanelView> | null | undefined) {
    this.#view.set(value);
  }

  /** The range of the view in one word: a preset such as `next-7-days`, `custom`, or a saved range's id. */
  @property()
  get range(): string {
    return rangeName(this.#view.value.range);
  }

  set range(name: string | null | undefined) {
    this.#view.setRange(name);
  }

  /** Rows per page; 0 shows one continuous list. */
  @property({ attribute: 'page-size', type: Number })
  get pageSize(): number {
    return this.#view.value.pageSize;
  }

  set pageSize(pageSize: number | null | undefined) {
    this.#view.setPageSize(pageSize);
  }

  /** Seconds after which the list is loaded again by itself; 0 = by hand only. It rests while the page is hidden. */
  @forgiving @property({ attribute: 'refresh-interval', type: Number }) refreshInterval = 0;

  /** Key under which this browser keeps range, options, sort and page size; without one, or with an empty one, nothing is kept. */
  @forgiving @property({ attribute: 'storage-key' }) storageKey: string | undefined = undefined;

  /** Seconds for which cancelling and moving wait and can be undone; 0 = sent at once. See the README for pages that are left meanwhile. */
  @forgiving @property({ attribute: 'undo-delay', converter: numberText }) undoDelay = 8;

  /** Switches off everything that changes a callback. */
  @forgiving @property({ type: Boolean }) readonly = false;

  /** IANA zone in which days begin and times are shown. */
  @forgiving @property({ attribute: 'time-zone' }) timeZone: string = ownZone();

  /** Height of the table's rows. */
  @forgiving @property() density: Density = 'normal';

  /** Whether the table is a grid with one tab stop, or a plain table. */
  @forgiving @property() interaction: Interaction = 'grid';

  /** What is selected in the table, which is given it back: never anything that is not listed. */
  @state() private _selectedIds: ReadonlySet<string> = new Set();

  @query('callback-table') private readonly _table!: CallbackTableElement | null;
  @query('callback-editor') private readonly _editor!: CallbackEditorElement | null;

  #listed: readonly CallbackRecord[] = NONE;
  readonly #derived = new Derived();
  readonly #status = new Status(this);
  readonly #menu = new Menu(this);
  readonly #narrow = new Narrow(this, NARROW);

  readonly #view: ViewState = new ViewState({
    host: this,
    storageKey: () => this.storageKey,
    context: () => this.#context,
    changed: () => emit<CallbackViewChangeEvent>(this, CALLBACK_VIEW_CHANGE, { view: this.view }),
  });

  readonly #source: Source = new Source(this, {
    question: () => ({ view: this.view, permitted: this.#permitted, context: this.#context }),
    loaded: () => this.#listLoaded(),
    failed: ({ code }) => emit<CallbackFailureEvent>(this, CALLBACK_FAILURE, { code, action: 'list' }),
  });

  readonly #autoRefresh = new AutoRefresh(this, this.#source, {
    interval: () => this.refreshInterval,
    range: () => this.view.range,
    zone: () => this.#context.zone,
  });

  readonly #requests: Requests = new Requests({
    host: this,
    localize: this.localize,
    source: this.#source,
    access: () => this.#access,
    records: () => this.#records,
    columns: () => Object.keys(this.#derived.aliases(this.configuration, this.#source.description)),
    editorRequest: () => this._editor?.request,
    editorIsDirty: () => this._editor?.dirty === true,
    editorNumber: () => this._editor?.customerNumber ?? '',
    undoDelay: () => this.undoDelay,
    timeWords: (time) => timeFormat(this.localize.lang(), this.#context.zone)(time),
    status: this.#status,
    formClosed: (id) => void this.#returnFocus(id),
    dealtWith: (ids) => (this._selectedIds = withIds(this._selectedIds, ids, false)),
  });

  /** Loads the list again, with bounds counted from now. Never rejects: a failure is shown, and the rows stay. */
  refresh(): Promise<void> {
    return this.#source.refresh();
  }

  /** Opens the form for a new callback; does nothing when creating is off. */
  createCallback(): void {
    this.#requests.create();
  }

  /** Opens the form for a callback, listed or not; does nothing when editing is off. */
  editCallback(id: string): Promise<void> {
    return this.#requests.edit(id);
  }

  /** Opens the confirmation for those of the callbacks that are listed; does nothing when cancelling is off. */
  cancelCallbacks(ids: readonly string[]): void {
    this.#requests.cancel(ids);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.#view.settle();
    if (changed.has('transport') || changed.has('baseUrl')) {
      this.#requests.reset();
      this.#source.connect(this.transport ?? ownTransport(this.baseUrl, GmsTransport));
      this.#autoRefresh.restart();
    }
    if (changed.has('refreshInterval') || changed.has('timeZone')) this.#autoRefresh.restart();
    this.#source.update();
    this.#dropLeft();
  }

  protected override render(): TemplateResult {
    const taken = takenTag();
    if (taken !== undefined) {
      return html`<p class="note failure" part="tag-taken" role="alert">${this.localize.term('tagTaken', taken)}</p>`;
    }
    return html`
      <div class="panel ${this.#narrow.isNarrow ? 'narrow' : ''}">
        ${this.#renderRangeLine()} ${this.#renderToolbar()} ${this.#renderNotes()}
        ${
          this.#source.transport === undefined
            ? html`<p class="idle" part="idle">${this.localize.term('idle')}</p>`
            : this.#renderTable()
        }
        ${this.#renderDialogs()}
      </div>
      ${this.#requests.strip.render()}
    `;
  }

  #renderRangeLine(): TemplateResult {
    return rangeLine({
      localize: this.localize,
      view: this.#view,
      context: this.#context,
      source: this.#source,
      refresh: () => this.#requests.wishRefresh(),
    });
  }

  #renderToolbar(): TemplateResult {
    const requests = this.#requests;
    return toolbar(
      {
        localize: this.localize,
        access: this.#access,
        selected: this.#selected.length,
        status: this.#status.words,
        lastCancelSucceeded: requests.writes.lastCancelSucceeded,
        folded: this.#narrow.isNarrow,
        menu: this.#menu,
      },
      {
        create: () => requests.wishCreate(),
        configure: () => requests.openOptions(),
        cancel: () => requests.wishCancel(this.#selected.map(({ id }) => id)),
        report: () => requests.openReports(),
      },
    );
  }

  #renderNotes(): TemplateResult | typeof nothing {
    const { list } = this.#source;
    const { maximumPerService } = this.view.options;
    return notes({
      localize: this.localize,
      source: this.#source,
      atLimit: this.#derived.atLimit(list.records, maximumPerService),
      maximum: maximumPerService,
      viewNotKept: this.#view.notKept,
      unknownRange: isUnknown(this.view.range, this.#context.saved) ? this.range : undefined,
      troubles: this.#requests.troubles,
    });
  }

  #renderTable(): TemplateResult {
    const { list, description, asOf } = this.#source;
    const { options } = this.view;
    return tableTemplate(
      {
        lang: this.lang,
        source: this.#source,
        records: this.#records,
        columns: this.#derived.columns(options.serviceIdColumn, this.configuration, description),
        view: this.view,
        selectedIds: this._selectedIds,
        busyIds: this.#derived.eitherOf(this.#source.commands.busyIds, this.#requests.pending.ids),
        zone: this.#context.zone,
        density: this.density,
        interaction: this.interaction,
        problem: this.#derived.problem(list.problem, asOf),
        readonly: this.#access.edit !== undefined,
      },
      {
        changeView: (change) => this.#view.change(change),
        select: (ids) => (this._selectedIds = ids),
      },
    );
  }

  #renderDialogs(): TemplateResult {
    const { description, list } = this.#source;
    return dialogsTemplate({
      lang: this.lang,
      zone: this.#context.zone,
      source: this.#source,
      requests: this.#requests,
      view: this.#view,
      configuration: this.configuration,
      services: this.#derived.services(this.configuration, description, list.services),
      refusals: this.#access.refusals,
    });
  }

  #listLoaded(): void {
    this.#autoRefresh.setMidnight();
    const opened = this._table?.expandedIds ?? new Set();
    const queued =
      opened.size === 0 ? [] : this.#records.filter(({ id, state }) => state === 'QUEUED' && opened.has(id));
    for (const { id } of queued) void this.#source.diagnostics.request(id);
    emit<CallbackLoadedEvent>(this, CALLBACK_LOADED, { count: this.#records.length });
  }

  /** Nothing stays selected that is not listed any more: it would be cancelled unseen when it comes back. */
  #dropLeft(): void {
    const records = this.#records;
    if (records === this.#listed) return;
    this.#listed = records;
    if (this._selectedIds.size === 0) return;
    const ids = new Set(this.#selected.map(({ id }) => id));
    this._selectedIds = keptIds(this._selectedIds, (id) => ids.has(id));
  }

  /** The button that opened a form was gone while its row was busy, so the focus went nowhere: it goes to the row. */
  async #returnFocus(id: string): Promise<void> {
    await this.updateComplete;
    await this._editor?.updateComplete;
    await this._table?.updateComplete;
    const { activeElement, body } = this.ownerDocument;
    if (activeElement === null || activeElement === body) this._table?.focusRow(id);
  }

  get #records(): readonly CallbackRecord[] {
    return this.#derived.records(this.#source.list.records, this.#permitted);
  }

  get #selected(): readonly CallbackRecord[] {
    return this.#derived.selected(this.#records, this._selectedIds);
  }

  get #permitted(): readonly string[] | undefined {
    return this.#derived.permitted(this.configuration, this.#source.description);
  }

  get #access(): Access {
    const { transport, description } = this.#source;
    return accessOf(
      { transport, description, configuration: this.configuration, readonly: this.readonly },
      this.localize,
    );
  }

  get #context(): RangeContext {
    return { now: this.#source.now, zone: usableZone(this.timeZone), saved: this.configuration.savedRanges ?? NONE };
  }
}

export * from './callback-panel.events.js';
export type * from './callback-panel.types.js';
